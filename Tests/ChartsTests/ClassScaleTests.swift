import Testing

@testable import Charts

@Suite struct ClassScaleTests {
  static func scale(_ values: [Double], _ classes: Int = 5) -> ClassScale {
    .quantiles(of: values, classes: classes, format: Sample.label)
  }

  @Test(arguments: [[], [Double.nan], [.infinity, -.infinity]]) func `no values, no classes`(values: [Double])
  {
    let scale = Self.scale(values)
    #expect(scale.classes.isEmpty)
    #expect(scale.position(of: 1) == nil)
  }

  @Test func `what is no number has no class`() {
    #expect(Self.scale([1, 2, 3]).position(of: .nan) == nil)
    #expect(Self.scale([1, 2, 3]).position(of: .infinity) == nil)
  }

  @Test func `equal values are never parted`() {
    let values = [Double](repeating: 0, count: 60) + (1...40).map(Double.init)
    let scale = Self.scale(values)
    #expect(scale.classes.count == 5)
    #expect(scale.classes.map(\.count) == [60, 10, 10, 10, 10])
    #expect(scale.classes[0].label == "0")
    for (one, next) in zip(scale.classes, scale.classes.dropFirst()) { #expect(one.high < next.low) }
  }

  @Test func `fewer values than classes make fewer classes`() {
    #expect(Self.scale([4, 4, 4]).classes.map(\.label) == ["4"])
    #expect(Self.scale([4, 9]).classes.map(\.className) == ["chart-map-1", "chart-map-5"])
    #expect(Self.scale([1, 2, 3]).classes.map(\.className) == ["chart-map-0", "chart-map-3", "chart-map-6"])
  }

  @Test(arguments: 1...7) func `classes hold about equally many values`(count: Int) {
    let scale = Self.scale((1...141).map(Double.init).shuffled(), count)
    #expect(scale.classes.count == count)
    #expect(scale.classes.allSatisfy { abs(Double($0.count) - 141 / Double(count)) < 1 })
    #expect(scale.classes.map(\.count).reduce(0, +) == 141)
    #expect(Set(scale.classes.map(\.className)).count == count)
  }

  @Test func `at most seven classes, at least one`() {
    let values = (1...100).map(Double.init)
    #expect(Self.scale(values, 8).classes.count == 7)
    #expect(Self.scale(values, 0).classes.count == 1)
  }

  @Test(arguments: [(22, 5), (120, 6), (853, 7)]) func `many values bear more classes`(
    values: Int, classes: Int
  ) {
    let scale = ClassScale.quantiles(of: (1...values).map(Double.init), classes: 5...7, format: Sample.label)
    #expect(scale.classes.count == classes)
  }

  @Test func `a value belongs to the class that says so, also one that is new to the scale`() {
    let scale = Self.scale((1...10).map(Double.init))
    #expect(scale.classes.map(\.label) == ["1 a 2", "3 a 4", "5 a 6", "7 a 8", "9 a 10"])
    #expect((1...10).map { scale.position(of: Double($0)) } == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    #expect(scale.position(of: -100) == 0)
    #expect(scale.position(of: 100) == 4)
  }
}
