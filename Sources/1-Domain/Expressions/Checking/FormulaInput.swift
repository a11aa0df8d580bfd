public import Vocabulary

/// One value that a formula needs: an item, and for elements and indicators how to put it together over
/// territory and time, moved by how many periods, of which days. Known before anything is computed.
public struct FormulaInput: Hashable, Sendable, CustomStringConvertible {
  public let item: ItemKey
  public let kind: KnownItem.Kind
  public let type: FormulaType
  /// Nil for all but elements.
  public let territory: TerritoryAggregation?
  /// Nil for all but elements.
  public let time: TimeAggregation?
  /// Periods later; negative for earlier.
  public let offset: Int
  public let isYearToDate: Bool
  /// Months that begin earlier do not count.
  public let from: Day?
  /// Months that end later do not count.
  public let until: Day?

  init(_ item: KnownItem, _ change: InputChange) {
    self.item = item.key
    kind = item.kind
    type = item.type
    if case .element(let territory, let time) = item.kind {
      self.territory = change.territory ?? territory
      self.time = change.time ?? time
    } else {
      territory = nil
      time = nil
    }
    offset = change.offset
    isYearToDate = change.isYearToDate
    from = change.from
    until = change.until
  }

  /// As a formula would say it: `pbf.families.over(territory: sum).over(time: last).offset(-1)`; answers by
  /// key alone.
  public var description: String {
    var text = item.description
    if let territory { text += ".over(territory: \(territory.rawValue))" }
    if let time { text += ".over(time: \(time.rawValue))" }
    if offset != 0 { text += ".offset(\(offset))" }
    if isYearToDate { text += ".yearToDate" }
    if let from { text += ".from(\(from.description))" }
    if let until { text += ".until(\(until.description))" }
    return text
  }
}

/// What the brackets around an item say about it, from the outermost inwards.
struct InputChange {
  var territory: TerritoryAggregation?
  var time: TimeAggregation?
  var offset = 0
  var isYearToDate = false
  var from: Day?
  var until: Day?
  /// All modifiers around the item, for the one that it does not allow.
  var modifiers: [FormulaModifier] = []

  /// With the modifiers of a bracket, or item, further in: the nearer wins, offsets add up, days narrow.
  func adding(_ inner: [FormulaModifier]) -> Self {
    var change = self
    for modifier in inner {
      switch modifier.change {
      case .overTerritory(let aggregation): change.territory = aggregation
      case .overTime(let aggregation): change.time = aggregation
      case .offset(let periods): change.offset += periods
      case .yearToDate: change.isYearToDate = true
      case .from(let day): change.from = change.from.map { max($0, day) } ?? day
      case .until(let day): change.until = change.until.map { min($0, day) } ?? day
      }
    }
    change.modifiers += inner
    return change
  }
}
