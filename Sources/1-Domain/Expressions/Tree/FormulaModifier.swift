public import Vocabulary

/// How the values of several territories become one.
public enum TerritoryAggregation: String, CaseIterable, Hashable, Sendable {
  case sum, average, min, max
  /// Only what the territory itself holds.
  case none
}

/// How the values of several months become one.
public enum TimeAggregation: String, CaseIterable, Hashable, Sendable {
  case sum
  /// The latest month of the period that has a value.
  case last
  case average, min, max
}

/// What is written after an item or a bracket, to change which values are taken. On a bracket it is for each
/// item in it; the one nearest to the item wins, except that offsets add up and days narrow.
public struct FormulaModifier: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    case overTerritory(TerritoryAggregation)
    case overTime(TimeAggregation)
    /// Periods of the indicator's own rhythm; −1 is the one before.
    case offset(Int)
    /// From January of the year in which the period ends, until its end.
    case yearToDate
    /// Only months that begin on this day or later.
    case from(Day)
    /// Only months that end on this day or earlier.
    case until(Day)
  }

  public enum Name: String, CaseIterable, Hashable, Sendable {
    case over, offset, yearToDate, from, until
  }

  public let change: Change
  public let place: TextPlace

  public init(_ change: Change, at place: TextPlace) {
    self.change = change
    self.place = place
  }

  /// As a fault names it.
  var label: String {
    switch change {
    case .overTerritory: "over(territory)"
    case .overTime: "over(time)"
    case .offset: Name.offset.rawValue
    case .yearToDate: Name.yearToDate.rawValue
    case .from: Name.from.rawValue
    case .until: Name.until.rawValue
    }
  }

  /// Where it stands makes no difference.
  public static func == (left: Self, right: Self) -> Bool { left.change == right.change }

  public func hash(into hasher: inout Hasher) { hasher.combine(change) }
}
