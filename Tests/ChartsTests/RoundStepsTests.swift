import Testing

@testable import Charts

@Suite struct RoundStepsTests {
  @Test(arguments: [Double.nan, .infinity, 0, -1]) func `no span still has a step`(rough: Double) {
    #expect(RoundSteps.step(atLeast: rough) == 1)
  }

  @Test(arguments: [
    (1.0, 1.0), (1.1, 2), (2.1, 2.5), (3, 5), (6, 10), (0.03, 0.05), (1_234, 2_000), (0.00009, 0.0001),
  ])
  func `steps are round and not smaller than asked`(rough: Double, step: Double) {
    #expect(abs(RoundSteps.step(atLeast: rough) - step) < step * 1e-9)
  }

  @Test(arguments: [
    [0.0, 1], [0, 0.97], [0, 1_066], [3, 86.4], [-120, 320], [0, 7], [12, 999_999], [0, 1e-7], [0, 3e14],
  ])
  func `an axis has three to five marks that hold all values`(numbers: [Double]) {
    let axis = ValueAxis(numbers, fromZero: true) { "\($0)" }
    #expect((3...5).contains(axis.ticks.count), "\(axis.ticks)")
    #expect(axis.low <= numbers[0] && numbers[1] <= axis.high)
  }

  @Test(arguments: [1.0, 2, 3]) func `whole numbers are not repeated on the axis`(high: Double) {
    let axis = ValueAxis([0, high], fromZero: true, format: Sample.label)
    #expect(Set(axis.ticks.map(\.label)).count == axis.ticks.count)
  }

  @Test func `values all alike and no values at all have an axis`() {
    #expect(ValueAxis([5, 5], fromZero: true) { "\($0)" }.low == 0)
    #expect(ValueAxis([-5], fromZero: false) { "\($0)" }.high == 0)
    #expect(ValueAxis([], fromZero: true) { "\($0)" }.high >= 1)
    #expect(ValueAxis([0], fromZero: true) { "same" + "\($0)".prefix(0) }.high > 0)
  }

  @Test func `an axis need not begin at zero`() {
    #expect(ValueAxis([80, 90], fromZero: false) { "\($0)" }.low == 80)
  }
}
