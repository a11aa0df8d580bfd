import Testing

@testable import Charts

@Suite struct SparklineTests {
  @Test(arguments: [[], [nil], [Double.nan], [nil, .infinity]]) func `no values, an empty line`(
    values: [Double?]
  ) {
    let svg = Sparkline(values: values).svg()
    expectWellFormed(svg)
    #expect(!svg.contains("<path"))
    #expect(!svg.contains("<circle"))
  }

  @Test(arguments: [[1.0], [2, 2, 2], [-1, 0], [1e300, -1e300]])
  func `alone, alike or extreme, inside its box`(values: [Double]) {
    let svg = Sparkline(values: values).svg()
    expectWellFormed(svg)
    #expect(attributes("cy", of: "circle", in: svg).allSatisfy { (0.0...24).contains(Double($0)!) })
  }

  @Test func `gaps are gaps and the last value is a dot`() throws {
    let svg = Sparkline(values: [1, 2, nil, 3, nil, 4, 5, nil]).svg()
    let path = try #require(attributes("d", of: "path", in: svg).first)
    #expect(path.filter { $0 == "M" }.count == 2)
    #expect(attributes("r", of: "circle", in: svg) == ["1.5", "2.5"])
  }

  @Test func `it is hidden from screen readers`() {
    #expect(Sparkline(values: [1]).svg().contains("aria-hidden=\"true\""))
  }
}
