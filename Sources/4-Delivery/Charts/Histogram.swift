/// How one indicator spreads over the municipalities: how many fall in each interval.
public struct Histogram: TwoWidthChart {
  public let id: String
  public let title: String
  public let description: String
  public let unit: String
  /// One for each municipality; nothing is "sem dado" and is counted apart.
  public let values: [Double?]
  public let reference: (label: String, value: ChartValue)?
  /// The place whose page this is.
  public let highlighted: (label: String, value: ChartValue)?
  /// A limit of an interval in Brazilian form.
  public let format: @Sendable (Double) -> String

  public init(
    id: String, title: String, description: String, unit: String, values: [Double?],
    reference: (label: String, value: ChartValue)? = nil,
    highlighted: (label: String, value: ChartValue)? = nil,
    format: @escaping @Sendable (Double) -> String
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.unit = unit
    self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    self.reference = reference.flatMap { $0.value.number.isFinite ? $0 : nil }
    self.highlighted = highlighted.flatMap { $0.value.number.isFinite ? $0 : nil }
    self.format = format
  }

  var missing: Int { values.count { $0 == nil } }
  var bins: HistogramBins? { HistogramBins(values.compactMap(\.self)) }

  public var table: TableEquivalent {
    var rows = (bins?.bins ?? []).map { [words($0), Words.grouped($0.count)] }
    if missing > 0 { rows.append([Words.noData, Words.grouped(missing)]) }
    return TableEquivalent(
      caption: title, headers: [unit.isEmpty ? Words.interval : unit, Words.municipalities], rows: rows)
  }

  public func svg(_ width: ChartWidth) -> String {
    guard let bins else {
      return ChartRoot.empty(id: id(width), of: self, className: width.className, width: width.units)
    }
    return HistogramDrawing(self, bins: bins, width: width).svg()
  }

  /// `10 a 20`; `200 ou mais` for the interval without end.
  func words(_ bin: HistogramBins.Bin) -> String {
    bin.high.isFinite ? Words.range(format(bin.low), format(bin.high)) : Words.orMore(format(bin.low))
  }
}

/// Intervals of one round width. A value on a limit belongs to the interval that begins there; the last interval holds
/// its upper limit too.
struct HistogramBins {
  struct Bin: Equatable {
    let low: Double
    /// Infinite for an interval that holds everything above the others.
    let high: Double
    var count: Int
  }

  let bins: [Bin]
  let step: Double

  /// Nothing for no values. All must be finite.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let low = sorted[0]
    let fence = Self.fence(sorted)
    let high = Swift.min(sorted[sorted.count - 1], fence)
    let wanted = Swift.min(Swift.max(Double(values.count).squareRoot(), 5), 12)
    let step =
      high > low
      ? RoundSteps.step(atLeast: (high - low) / wanted)
      : RoundSteps.step(atLeast: Swift.max(high.magnitude, 1) / 5)
    let limits = RoundSteps.multiples(of: step, from: low, to: high)
    var bins = zip(limits, limits.dropFirst()).map { Bin(low: $0, high: $1, count: 0) }
    let top = limits[limits.count - 1]
    let hasTail = sorted[sorted.count - 1] > top
    if hasTail { bins.append(Bin(low: top, high: .infinity, count: 0)) }
    for value in sorted {
      let place = Int(((value - limits[0]) / step + 1e-9).rounded(.down))
      bins[Swift.min(Swift.max(place, 0), bins.count - 1)].count += 1
    }
    self.bins = bins
    self.step = step
  }

  /// Beyond three quartile distances above the third quartile, values share one interval without end: a capital would
  /// otherwise press all other municipalities into the first.
  private static func fence(_ sorted: [Double]) -> Double {
    let lower = sorted[(sorted.count - 1) / 4]
    let upper = sorted[(sorted.count - 1) * 3 / 4]
    return upper > lower ? upper + 3 * (upper - lower) : .infinity
  }
}
