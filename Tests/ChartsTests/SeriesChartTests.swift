import Testing
import Vocabulary

@testable import Charts

@Suite struct SeriesChartTests {
  @Test func `without points there is a sentence, and the table says every month`() {
    for chart in [Sample.series([]), Sample.series([Sample.line("Água Boa", [])])] {
      expectWellFormed(chart.framed())
      #expect(texts(of: "text", in: chart.svg()) == [Words.nothingToDraw])
      #expect(chart.table.rows.count == 12)
    }
  }

  @Test(arguments: [Double.nan, .infinity]) func `what is no number is a gap`(number: Double) {
    let chart = Sample.series([
      .init(
        label: "Água Boa",
        points: [
          (Sample.month("2023-01"), Sample.value(1)),
          (Sample.month("2023-02"), ChartValue(number: number, label: "?")),
          (Sample.month("2023-03"), Sample.value(2)),
        ])
    ])
    expectWellFormed(chart.framed())
    #expect(chart.table.rows[1] == ["fev. 2023", "sem dado"])
    #expect(!chart.svg().contains("chart-line"))
  }

  @Test func `no line crosses a missing month, and a lone point is a dot`() throws {
    let svg = Sample.series([Sample.line("Água Boa", [1, 2, nil, 3, nil, 4, 5])]).svg()
    let path = try #require(attributes("d", of: "path", in: svg).first)
    #expect(path.filter { $0 == "M" }.count == 2)
    #expect(path.filter { $0 == "l" }.count == 2)
    #expect(texts(of: "title", in: svg).contains("Água Boa, abr. 2023: 3"))
    #expect(attributes("r", of: "circle", in: svg).filter { $0 == "4" }.count == 2)
  }

  @Test func `a step spans its month and breaks at a gap`() throws {
    let svg = Sample.series([Sample.line("IGD-M", [1, 2, nil, 3])], stepped: true).svg()
    let path = try #require(attributes("d", of: "path", in: svg).first)
    #expect(path.filter { $0 == "M" }.count == 2)
    // Across, up, across; then across for the lone month.
    #expect(path.filter { $0 == "l" }.count == 4)
  }

  @Test func `points outside the months are not drawn`() {
    let chart = Sample.series(
      [Sample.line("Água Boa", [1, 2, 99_999])], from: "2023-01", to: "2023-02")
    #expect(!chart.svg().contains("99.999"))
    #expect(chart.table.rows.count == 2)
  }

  @Test func `four series are drawn and the fifth is only in the table`() {
    let lines = (1...5).map { Sample.line("Série \($0)", [Double($0), Double($0 + 1)]) }
    let chart = Sample.series(lines)
    #expect(texts(of: "text", in: chart.svg()).contains("Série 4"))
    #expect(!chart.svg().contains("Série 5"))
    #expect(chart.table.headers.last == "Série 5")
  }

  @Test(arguments: [[0.0, 0], [5, 5], [7], [-3, -3], [-5, 5], [1e12, 1], [0.001, 0.002]])
  func `values alike, alone, negative or far apart are drawn inside the drawing`(numbers: [Double]) {
    for fromZero in [true, false] {
      let chart = Sample.series([Sample.line("Água Boa", numbers)], fromZero: fromZero)
      expectWellFormed(chart.framed())
      #expect(
        attributes("cy", of: "circle", in: chart.svg()).allSatisfy { (0.0...310).contains(Double($0)!) })
    }
  }

  @Test func `one month alone is a chart`() {
    let chart = Sample.series([Sample.line("Água Boa", [5])], from: "2023-01", to: "2023-01")
    expectWellFormed(chart.framed())
    #expect(texts(of: "text", in: chart.svg()).contains("jan"))
  }

  @Test func `labels at the line ends keep their distance, inside the drawing`() {
    let spread = EndLabels.spread([100, 101, 102, 103], apart: 38, from: 10, to: 240)
    #expect(zip(spread, spread.dropFirst()).allSatisfy { $1 - $0 >= 37.9 })
    #expect(spread.allSatisfy { (10.0...240).contains($0) })
    #expect(EndLabels.spread([50, 200], apart: 38, from: 10, to: 240) == [50, 200])
    #expect(EndLabels.spread([], apart: 38, from: 10, to: 240).isEmpty)
  }

  @Test func `the month axis names months in Portuguese and years once`() {
    let axis = MonthAxis(Sample.month("2022-11")...Sample.month("2023-03"), spacing: 40)
    #expect(axis.ticks.map(\.month) == ["nov", "dez", "jan", "fev", "mar"])
    #expect(axis.ticks.map(\.year) == ["2022", nil, "2023", nil, nil])
  }

  @Test(arguments: [(12, 40.0), (24, 20), (60, 8), (120, 4), (240, 2), (1, 300)])
  func `names of months never touch`(count: Int, spacing: Double) {
    let first = Sample.month("2004-05")
    let axis = MonthAxis(first...(first + (count - 1)), spacing: spacing)
    #expect(!axis.ticks.isEmpty)
    for (one, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
      #expect(Double(next.offset - one.offset) * spacing >= 32)
    }
  }
}
