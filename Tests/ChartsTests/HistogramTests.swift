import Testing

@testable import Charts

@Suite struct HistogramTests {
  @Test(arguments: [[], [nil, nil], [Double.nan, .infinity]]) func `without values there is a sentence`(
    values: [Double?]
  ) {
    let chart = Sample.histogram(values, reference: ("Média", Sample.value(1)))
    expectWellFormed(chart.framed())
    #expect(texts(of: "text", in: chart.svg()) == [Words.nothingToDraw])
  }

  @Test(arguments: [
    [0.0], [5, 5, 5], [-3, -3], [-10, 10], [1e12, 2e12], [0.001, 0.002], [1, 1, 1, 1, 1, 1, 1, 1, 1e9],
  ])
  func `every value is in exactly one interval`(values: [Double]) {
    let chart = Sample.histogram(
      values, reference: ("Média", Sample.value(values[0])), highlighted: ("A", Sample.value(values[0])))
    expectWellFormed(chart.framed())
    let bins = chart.bins?.bins ?? []
    #expect(bins.map(\.count).reduce(0, +) == values.count)
    #expect(bins.count <= 14)
  }

  @Test func `a value on a limit belongs above, the highest to the last`() {
    let bins = HistogramBins([0, 10, 20, 30, 40, 50])!
    #expect(bins.step == 10)
    #expect(bins.bins.map(\.count) == [1, 1, 1, 1, 2])
  }

  @Test func `tenths fall where they are read`() {
    let bins = HistogramBins((0...10).map { Double($0) / 10 })!
    #expect(bins.bins.map(\.count) == [2, 2, 2, 2, 3])
  }

  @Test func `far values share an interval without end`() {
    let values = (1...100).map(Double.init) + [5_000, 90_000]
    let bins = HistogramBins(values)!.bins
    #expect(bins.last?.high == .infinity)
    #expect(bins.last?.count == 2)
    #expect(Sample.histogram(values).table.rows.last == ["250 ou mais", "2"])
  }

  @Test func `missing values are counted apart, in the drawing and in the table`() {
    let chart = Sample.histogram([1, 2, nil, .nan])
    #expect(texts(of: "text", in: chart.svg()).contains("2 municípios sem dado"))
    #expect(chart.table.rows.last == ["sem dado", "2"])
  }

  @Test func `reference and place are labelled, and stay inside the drawing when they are beyond it`() {
    let chart = Sample.histogram(
      [1, 2, 3], reference: ("Meta", Sample.value(-900)), highlighted: ("Água Boa", Sample.value(1e9)))
    expectWellFormed(chart.framed())
    let svg = chart.svg()
    #expect(texts(of: "text", in: svg).contains("Meta -900"))
    #expect(texts(of: "text", in: svg).contains("Água Boa 1.000.000.000"))
    #expect(attributes("x1", of: "line", in: svg).allSatisfy { (0.0...640).contains(Double($0)!) })
  }
}
