import Vocabulary

/// Puts the values of one input together: over time within each territory, then over territories.
struct Aggregation<Source: Observations> {
  let source: Source
  let item: ItemKey
  let months: [ReferenceMonth]
  let territory: TerritoryAggregation
  let time: TimeAggregation

  /// Territories are not nested deeper: country, region, state, regions of it, municipality, unit.
  static var deepest: Int { 12 }

  /// What a territory comes to, before it is known what the territory above does with it.
  struct Share {
    /// One value per reporting territory for averages and extremes; one sum for sums.
    var values: [ExactNumber] = []
    /// Months that have a value somewhere.
    var months: Set<ReferenceMonth> = []
    var basis = AggregatedValue.Basis.parts
    var reported = 0
    var expected = 0
  }

  /// Throws `overflow`.
  func result(in place: Source.Territory) throws(Overflow) -> AggregatedValue {
    let share = try share(of: place, level: 0)
    if territory == .none {
      let own = try overTime(place)
      return AggregatedValue(
        value: own?.value, basis: .reported, reported: share.reported, expected: share.expected)
    }
    return AggregatedValue(
      value: try overTerritory(share.values), basis: share.basis, reported: share.reported,
      expected: share.expected)
  }

  struct Overflow: Error {}

  private func share(of place: Source.Territory, level: Int) throws(Overflow) -> Share {
    let own = try overTime(place)
    let parts = level < Self.deepest ? source.parts(of: place) : nil
    guard let parts else {
      return Share(
        values: own.map { [$0.value] } ?? [], months: own?.months ?? [], basis: .reported,
        reported: own == nil ? 0 : 1, expected: 1)
    }
    var share = Share()
    for part in parts {
      let below = try self.share(of: part, level: level + 1)
      share.values += below.values
      share.months.formUnion(below.months)
      share.reported += below.reported
      share.expected += below.expected
    }
    if let own, ownWins(own.months, over: share) {
      share.values = [own.value]
      share.months = own.months
      share.basis = .reported
    } else if territory == .sum, !share.values.isEmpty {
      share.values = [try Self.sum(share.values)]
    }
    return share
  }

  /// A level's own values stand for the sum of its parts when they cover every month that the parts cover:
  /// one figure never mixes a distinct count and a sum. An average or extreme is of the smallest territories
  /// that reported.
  private func ownWins(_ own: Set<ReferenceMonth>, over share: Share) -> Bool {
    territory == .sum ? own.isSuperset(of: share.months) : share.values.isEmpty
  }

  // MARK: Time

  private func overTime(
    _ place: Source.Territory
  ) throws(Overflow) -> (value: ExactNumber, months: Set<ReferenceMonth>)? {
    var values: [ExactNumber] = []
    var present: Set<ReferenceMonth> = []
    for month in months {
      guard let value = source.value(of: item, in: place, month) else { continue }
      values.append(value)
      present.insert(month)
    }
    guard let last = values.last else { return nil }
    let value =
      switch time {
      case .last: last
      case .sum: try Self.sum(values)
      case .average: try Self.average(values)
      case .min: Self.extreme(values) { $0 < $1 }
      case .max: Self.extreme(values) { $0 > $1 }
      }
    return value.map { ($0, present) }
  }

  // MARK: Territory

  private func overTerritory(_ values: [ExactNumber]) throws(Overflow) -> ExactNumber? {
    if values.isEmpty { return nil }
    return switch territory {
    case .sum: try Self.sum(values)
    case .average: try Self.average(values)
    case .min: Self.extreme(values) { $0 < $1 }
    case .max: Self.extreme(values) { $0 > $1 }
    case .none: nil
    }
  }

  private static func sum(_ values: [ExactNumber]) throws(Overflow) -> ExactNumber {
    var sum = ExactNumber.zero
    for value in values {
      guard let next = sum.adding(value) else { throw Overflow() }
      sum = next
    }
    return sum
  }

  /// Over those that have a value: one that is missing is not zero, and does not count below the line either.
  private static func average(_ values: [ExactNumber]) throws(Overflow) -> ExactNumber? {
    guard let average = try sum(values).divided(by: ExactNumber(Int64(values.count))) else {
      throw Overflow()
    }
    return average
  }

  private static func extreme(
    _ values: [ExactNumber], isBetter: (ExactNumber, ExactNumber) -> Bool
  ) -> ExactNumber? {
    var extreme = values.first
    for value in values {
      if let known = extreme, isBetter(value, known) { extreme = value }
    }
    return extreme
  }
}
