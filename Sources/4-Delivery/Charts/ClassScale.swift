/// Classes of values in one hue, from low to high, with their limits as people read them.
public struct ClassScale: Sendable {
  public struct Class: Hashable, Sendable {
    /// The smallest and the largest value that made the class; both belong to it.
    public let low: Double
    public let high: Double
    /// `1.066 a 2.340`
    public let label: String
    /// Values that made the class.
    public let count: Int
    /// `chart-map-3`: the style sheet gives it the page's colour `--map-3`.
    public let className: String
  }

  public static let maximumClasses = 7

  /// Ascending. None if there was no value.
  public let classes: [Class]
  private(set) var isPlain = false

  /// For a map that only shows where a place lies: no measure, no classes, and so nothing that could be missing.
  public static let plain: ClassScale = {
    var scale = ClassScale(runs: [], format: { _ in "" })
    scale.isPlain = true
    return scale
  }()

  /// Classes of about equally many values. Equal values are never parted, so that there can be fewer classes than asked
  /// for; what is no number does not count.
  public static func quantiles(of values: [Double], classes: Int = 5, format: (Double) -> String)
    -> ClassScale
  {
    let sorted = values.filter(\.isFinite).sorted()
    let wanted = Swift.min(Swift.max(classes, 1), maximumClasses)
    return ClassScale(runs: cut(sorted, into: wanted), format: format)
  }

  /// As many classes within the range as the number of values can bear: about one for each twenty.
  public static func quantiles(
    of values: [Double], classes: ClosedRange<Int>, format: (Double) -> String
  ) -> ClassScale {
    let bearable = values.count(where: \.isFinite) / 20
    let wanted = Swift.min(Swift.max(bearable, classes.lowerBound), classes.upperBound)
    return quantiles(of: values, classes: wanted, format: format)
  }

  /// The class of a value, also of one that did not make the scale; nothing for what is no number.
  public func position(of number: Double) -> Int? {
    guard number.isFinite, !classes.isEmpty else { return nil }
    return classes.firstIndex { number <= $0.high } ?? classes.count - 1
  }

  /// The CSS class of a value; nothing for a missing one, which has no colour.
  func className(of value: ChartValue?, isHighlighted: Bool) -> String? {
    if isPlain { return isHighlighted ? "chart-place-here" : "chart-place" }
    return value.drawable.flatMap { position(of: $0.number) }.map { classes[$0].className }
  }

  private init(runs: [ArraySlice<Double>], format: (Double) -> String) {
    classes = runs.enumerated().map { position, run in
      let low = run[run.startIndex]
      let high = run[run.endIndex - 1]
      return Class(
        low: low, high: high, label: Words.range(format(low), format(high)), count: run.count,
        className: "chart-map-\(Self.colour(position, of: runs.count))")
    }
  }

  /// Each class takes its share of what is left, so that one value held by half the places does not leave the other
  /// half with too few classes.
  private static func cut(_ sorted: [Double], into wanted: Int) -> [ArraySlice<Double>] {
    var runs: [ArraySlice<Double>] = []
    var start = 0
    while start < sorted.count {
      let left = wanted - runs.count
      let ideal = start + Swift.max(1, (sorted.count - start + left / 2) / left)
      let end = left == 1 ? sorted.count : nearestBoundary(to: ideal, after: start, in: sorted)
      runs.append(sorted[start..<end])
      start = end
    }
    return runs
  }

  /// The place nearest to `ideal` and after `start` where a value differs from the one before it, or the end.
  private static func nearestBoundary(to ideal: Int, after start: Int, in sorted: [Double]) -> Int {
    func isBoundary(_ place: Int) -> Bool { place == sorted.count || sorted[place] != sorted[place - 1] }
    for distance in 0...sorted.count {
      if ideal - distance > start, isBoundary(ideal - distance) { return ideal - distance }
      if ideal + distance <= sorted.count, isBoundary(ideal + distance) { return ideal + distance }
    }
    return sorted.count
  }

  /// Few classes use the whole range from light to dark.
  private static func colour(_ position: Int, of count: Int) -> Int {
    switch count {
    case 1: 3
    case 2: [1, 5][position]
    default: Int((Double(position) * 6 / Double(count - 1)).rounded())
    }
  }
}
