import Testing

@testable import Charts

@Suite struct SVGWriterTests {
  @Test(arguments: [
    (Double.nan, "0"), (.infinity, "0"), (1e20, "1000000"), (-0.04, "0"), (-0.06, "-0.1"), (12, "12"),
    (12.34, "12.3"), (-12.35, "-12.4"), (0.5, "0.5"),
  ])
  func `a coordinate is always a number with one decimal at most`(number: Double, text: String) {
    var bytes: [UInt8] = []
    bytes.append(tenthsOf: number)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func `text and attributes are escaped, absent attributes are not written`() {
    var svg = SVGWriter()
    svg.element("text", ["class": .text("\"<>&'"), "x": .absent], text: "<b>&\u{1}\u{7F}é</b>")
    #expect(svg.text == "<text class=\"&quot;&lt;&gt;&amp;&#39;\">&lt;b&gt;&amp;é&lt;/b&gt;</text>")
  }

  @Test func `a text that fits is whole, one that does not ends in an ellipsis and fits`() {
    #expect(TextMeasure.truncated("Água Boa", to: 200) == "Água Boa")
    let cut = TextMeasure.truncated("Vila Bela da Santíssima Trindade", to: 100)
    #expect(cut.hasSuffix("…"))
    #expect(TextMeasure.width(cut) <= 100)
    #expect(TextMeasure.truncated("Água Boa", to: 0) == "…")
    #expect(TextMeasure.truncated("", to: 0) == "")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1.000"), (5_571, "5.571"), (1_234_567, "1.234.567"), (-1_066, "-1.066"),
  ])
  func `counts are grouped by thousands`(number: Int, text: String) {
    #expect(Words.grouped(number) == text)
  }
}

@Suite struct StyleSheetTests {
  /// Drawn classes and written rules must not drift apart.
  @Test func `every class that is drawn has a rule`() {
    let drawn =
      GoldenTests.charts.map { $0.framed() }.joined() + Sparkline(values: [1, nil, 2], reference: 1).svg()
    for list in Set(drawn.matches(of: /class="([^"]*)"/).map { String($0.1) }) {
      for name in list.split(separator: " ") {
        #expect(styleSheet.contains(".\(name)"), "no rule for \(name)")
      }
    }
  }
}
