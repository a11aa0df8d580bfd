/// Steps that people count in: 1, 2, 2.5 or 5 times a power of ten.
enum RoundSteps {
  /// The smallest such step that is at least `rough`.
  static func step(atLeast rough: Double) -> Double {
    guard rough.isFinite, rough > 0 else { return 1 }
    let power = powerOfTen(notAbove: rough)
    for factor in [1.0, 2, 2.5, 5] where power * factor >= rough * (1 - 1e-9) { return power * factor }
    return power * 10
  }

  /// The next larger such step.
  static func step(after step: Double) -> Double {
    self.step(atLeast: step * 1.1)
  }

  /// The multiples of `step` from the last one at or below `low` to the first one at or above `high`.
  static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
    let first = (low / step + 1e-9).rounded(.down)
    let last = Swift.max(first + 1, (high / step - 1e-9).rounded(.up))
    // A step too small for its span would be a defect of the caller; the drawing must end all the same.
    guard last - first <= 1_000 else { return [low, high] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  private static func powerOfTen(notAbove number: Double) -> Double {
    var power = 1.0
    while power * 10 <= number, power < 1e300 { power *= 10 }
    while power > number, power > 1e-300 { power /= 10 }
    return power
  }
}

/// A value axis: three to five round marks whose labels differ.
struct ValueAxis {
  /// Ascending; the first and the last bound the drawing.
  let ticks: [(number: Double, label: String)]
  let low: Double
  let high: Double

  /// `numbers` must be finite; none at all gives an axis from 0 to 1.
  init(_ numbers: [Double], fromZero: Bool, format: (Double) -> String) {
    var low = numbers.min() ?? 0
    var high = numbers.max() ?? 1
    if fromZero || low == high {
      low = Swift.min(low, 0)
      high = Swift.max(high, 0)
    }
    if low == high { high = low + 1 }
    var step = RoundSteps.step(atLeast: (high - low) / 4)
    var marks = RoundSteps.multiples(of: step, from: low, to: high)
    // Whole numbers formatted without decimals would repeat a label on steps below one.
    while marks.count > 2, marks.count > 5 || Set(marks.map(format)).count < marks.count {
      step = RoundSteps.step(after: step)
      marks = RoundSteps.multiples(of: step, from: low, to: high)
    }
    ticks = marks.map { ($0, format($0)) }
    self.low = marks[0]
    self.high = marks[marks.count - 1]
  }

  /// 0 at the low end of the axis, 1 at its high end.
  func share(_ number: Double) -> Double {
    (number - low) / (high - low)
  }
}
