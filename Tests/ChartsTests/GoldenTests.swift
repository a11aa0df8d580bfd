import Testing

@testable import Charts

@Suite struct GoldenTests {
  static let charts: [any Chart] = [
    Sample.bars, Sample.series, Sample.dots(Sample.places), Sample.dots(Sample.places, mark: .dot),
    Sample.areas, Sample.histogram,
  ]

  @Test(arguments: charts.indices) func `each chart is drawn as before`(index: Int) throws {
    let chart = Self.charts[index]
    expectWellFormed(chart.framed())
    try expectGolden(chart.framed(), "\(chart.id).html")
  }

  @Test(arguments: charts.indices) func `each chart is a file of its own`(index: Int) {
    let chart = Self.charts[index]
    let file = chart.document()
    #expect(isXML(file))
    #expect(texts(of: "text", in: file).first == chart.title)
    #expect(attributes("viewBox", of: "svg", in: file).count == (chart is any MapChart ? 3 : 2))
    #expect(file.contains("--map-6: #"))
    #expect(attributes("href", of: "a", in: file).isEmpty)
  }

  @Test func `steps are drawn as before`() throws {
    let chart = Sample.series([Sample.line("IGD-M", [60, 60, nil, 71, 71, 80])], stepped: true)
    expectWellFormed(chart.svg())
    try expectGolden(chart.svg(), "steps.svg")
  }

  @Test func `a sparkline is drawn as before`() throws {
    try expectGolden(Sparkline(values: [1, 3, nil, 2, nil, 4, 5], reference: 2).svg(), "sparkline.svg")
  }
}
