import Testing

@testable import Charts

@Suite struct RankedBarsTests {
  @Test(arguments: ChartWidth.allCases) func `without rows there is a sentence`(width: ChartWidth) {
    let svg = Sample.bars([]).svg(width)
    expectWellFormed(svg)
    #expect(texts(of: "text", in: svg) == [Words.nothingToDraw])
    #expect(Sample.bars([]).table.rows.isEmpty)
  }

  @Test(arguments: ChartWidth.allCases) func `a missing value is hatched and said, and is no bar`(
    width: ChartWidth
  ) {
    let svg = Sample.bars([.init(label: "Querência", value: nil)], reference: ("Média", Sample.value(.nan)))
      .svg(width)
    expectWellFormed(svg)
    #expect(!svg.contains("class=\"chart-bar\""))
    #expect(!svg.contains("chart-reference"))
    #expect(texts(of: "text", in: svg).contains("sem dado"))
    #expect(attributes("fill", of: "rect", in: svg).allSatisfy { $0.hasPrefix("url(#bars") })
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func `what is no number is missing`(number: Double) {
    let chart = Sample.bars([
      .init(label: "Querência", value: ChartValue(number: number, label: "?")),
      .init(label: "Canarana", value: Sample.value(10)),
    ])
    expectWellFormed(chart.framed())
    #expect(chart.table.rows[0] == ["Querência", "sem dado"])
  }

  @Test(arguments: [[0.0, 0, 0], [5, 5, 5], [7], [-3, -3], [1e300, -1e300], [1e-300]])
  func `values alike, alone, negative or extreme are drawn`(numbers: [Double]) {
    let chart = Sample.bars(numbers.map { .init(label: "Lugar", value: Sample.value($0)) })
    expectWellFormed(chart.framed())
    #expect(
      attributes("width", of: "rect", in: chart.svg()).allSatisfy { (0.0...640).contains(Double($0) ?? -1) })
  }

  @Test func `a negative bar ends at zero and begins left of it`() throws {
    let svg = Sample.bars([
      .init(label: "Canarana", value: Sample.value(50)), .init(label: "Cocalinho", value: Sample.value(-50)),
    ]).svg()
    let zero = try #require(Double(attributes("x1", of: "line", in: svg)[0]))
    let bars = zip(attributes("x", of: "rect", in: svg), attributes("width", of: "rect", in: svg))
      .map { (x: Double($0)!, width: Double($1)!) }.filter { $0.width < 640 }
    #expect(abs(bars[0].x - zero) < 0.11)
    #expect(abs(bars[1].x + bars[1].width - zero) < 0.2)
    #expect(bars[0].width == bars[1].width)
  }

  @Test func `a bar is as long as its value`() {
    let svg = Sample.bars([10, 20, 40].map { .init(label: "Lugar", value: Sample.value($0)) }).svg()
    let widths = attributes("width", of: "rect", in: svg).compactMap(Double.init).filter { $0 < 640 }
    #expect(abs(widths[1] - 2 * widths[0]) < 0.2)
    #expect(abs(widths[2] - 4 * widths[0]) < 0.4)
  }

  @Test func `a long name is cut on the drawing and whole in its title and in the table`() {
    let name = "Vila Bela da Santíssima Trindade do Norte"
    let svg = Sample.bars.svg()
    #expect(texts(of: "text", in: svg).contains { $0.hasPrefix("Vila Bela da") && $0.hasSuffix("…") })
    #expect(texts(of: "title", in: svg).contains("\(name): 120"))
    #expect(Sample.bars.table.rows[2] == [name, "120"])
  }

  @Test func `the plumb line is always labelled`() {
    #expect(texts(of: "text", in: Sample.bars.svg()).contains("Média 870"))
    #expect(texts(of: "text", in: Sample.bars.svg(.narrow)).contains("Média 870"))
    #expect(Sample.bars.table.rows.last == ["Média", "870"])
  }

  @Test func `a label that already says the value does not say it twice`() {
    let chart = Sample.bars(
      [.init(label: "Água Boa", value: Sample.value(10))], reference: ("Estado: 870", Sample.value(870)))
    #expect(texts(of: "text", in: chart.svg()).contains("Estado: 870"))
  }

  @Test func `rows beyond the limit are counted, and all are in the table`() {
    func chart(_ count: Int) -> RankedBars {
      Sample.bars((0..<count).map { .init(label: "Lugar \($0)", value: Sample.value(Double($0))) })
    }
    let limit = RankedBars.maximumRows
    #expect(!texts(of: "text", in: chart(limit).svg()).contains { $0.hasPrefix("e mais") })
    #expect(texts(of: "text", in: chart(limit + 1).svg()).contains("e mais 1; todos estão na tabela"))
    #expect(chart(limit + 1).table.rows.count == limit + 1)
  }
}
