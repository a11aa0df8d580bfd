import Testing

@testable import Charts

/// Names, labels and addresses that try to be something else.
@Suite struct HostileTests {
  static let value = ChartValue(number: 3, label: Sample.hostile)
  static let charts: [any Chart] = [
    RankedBars(
      id: Sample.hostile, title: Sample.hostile, description: Sample.hostile, unit: Sample.hostile,
      rows: [.init(label: Sample.hostile, value: value, href: "/a\"onclick=\"x", isHighlighted: true)],
      reference: (Sample.hostile, value), rowHeader: Sample.hostile),
    SeriesChart(
      id: Sample.hostile, title: Sample.hostile, description: Sample.hostile, unit: Sample.hostile,
      months: Sample.month("2023-01")...Sample.month("2023-03"),
      series: [.init(label: Sample.hostile, points: [(Sample.month("2023-02"), value)])],
      reference: (Sample.hostile, value), format: { _ in Sample.hostile }),
    DotMap(
      id: Sample.hostile, title: Sample.hostile, description: Sample.hostile, unit: Sample.hostile,
      places: [
        .init(
          code: Sample.hostile, name: Sample.hostile, latitude: 1, longitude: 1, value: value,
          href: "/'><script>",
          isHighlighted: true)
      ], scale: .quantiles(of: [3], format: { _ in Sample.hostile })),
    AreaMap(
      id: Sample.hostile, title: Sample.hostile, description: Sample.hostile, unit: Sample.hostile,
      areas: [
        .init(
          code: Sample.hostile, name: Sample.hostile, rings: [Sample.square(0, 0, 1)], value: value,
          isHighlighted: true)
      ], scale: .quantiles(of: [3], format: { _ in Sample.hostile })),
    Histogram(
      id: Sample.hostile, title: Sample.hostile, description: Sample.hostile, unit: Sample.hostile,
      values: [1, 2],
      reference: (Sample.hostile, value), highlighted: (Sample.hostile, value),
      format: { _ in Sample.hostile }),
  ]

  @Test(arguments: charts.indices) func `no text becomes markup`(index: Int) {
    let drawn = Self.charts[index].framed()
    expectWellFormed(drawn)
    #expect(!drawn.contains("<script"))
    #expect(!drawn.contains("\u{0}"))
    #expect(texts(of: "title", in: drawn).first == Sample.hostile.replacing("\u{0}", with: ""))
  }

  @Test(arguments: charts.indices) func `no text becomes markup in a file of its own`(index: Int) {
    let file = Self.charts[index].document()
    #expect(isXML(file))
    #expect(!file.contains("<script"))
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example", "\t//elsewhere.example",
    "https://elsewhere.example", "",
  ]) func `an address outside the product is no link`(address: String) {
    let chart = Sample.bars([.init(label: "Água Boa", value: Sample.value(1), href: address)])
    #expect(!chart.svg().contains("<a "))
    #expect(chart.svg().contains("role=\"img\""))
  }

  @Test(arguments: ["/municipios/5100201", "/a?b=c:d", "?mes=2023-12", "#mapa", "municipios/5100201"])
  func `an address of the product is a link`(address: String) {
    let chart = Sample.bars([.init(label: "Água Boa", value: Sample.value(1), href: address)])
    #expect(attributes("href", of: "a", in: chart.svg()) == [address])
  }

  @Test func `links make a group, because a picture hides its links from screen readers`() {
    #expect(Sample.bars.svg().contains("role=\"group\""))
    #expect(Sample.series.svg().contains("role=\"img\""))
  }
}
