/// An item that formulas may name: what it is, which type its values have, what they count.
public struct KnownItem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Counted per territory and month; how several become one when the formula does not say.
    case element(territory: TerritoryAggregation, time: TimeAggregation)
    /// Another indicator's value, its parts already put together: it can be moved in time, not put together
    /// again.
    case indicator
    /// A question's answer.
    case answer
    /// A cell of a matrix of questions.
    case cell
    /// A column of the table with this key.
    case column(table: String)
  }

  public let key: ItemKey
  public let kind: Kind
  public let type: FormulaType
  public let unit: UnitOfMeasure
  /// The codes that a text can be; empty for free text. A formula that compares with another code is refused.
  public let choices: [String]

  /// `isSet`: an answer of multiple choice. A column's shape is its kind.
  public init(
    _ key: ItemKey, _ kind: Kind, _ scalar: ScalarType, isSet: Bool = false, unit: UnitOfMeasure = .plain,
    choices: [String] = []
  ) {
    self.key = key
    self.kind = kind
    if case .column(let table) = kind {
      type = FormulaType(scalar, .column(table: table))
    } else {
      type = FormulaType(scalar, isSet ? .set : .single)
    }
    self.unit = unit
    self.choices = choices
  }

  /// An element's number, with how it is put together.
  public static func element(
    _ key: ItemKey, territory: TerritoryAggregation = .sum, time: TimeAggregation,
    unit: UnitOfMeasure = .plain
  ) -> Self {
    Self(key, .element(territory: territory, time: time), .number, unit: unit)
  }

  /// Whether the modifier makes sense for it.
  func allows(_ change: FormulaModifier.Change) -> Bool {
    switch kind {
    case .element: true
    case .indicator:
      switch change {
      case .offset, .from, .until: true
      case .overTerritory, .overTime, .yearToDate: false
      }
    case .answer, .cell, .column: false
    }
  }
}

/// All items that a formula may name where it stands.
public struct KnownItems: Sendable {
  private let items: [ItemKey: KnownItem]

  /// Of two with one key the later counts.
  public init(_ items: some Sequence<KnownItem>) {
    var byKey: [ItemKey: KnownItem] = [:]
    for item in items { byKey[item.key] = item }
    self.items = byKey
  }

  public subscript(_ key: ItemKey) -> KnownItem? { items[key] }

  /// The key that was probably meant; where all but the last word is a key and that word resembles a
  /// modifier, the key with the modifier: `pbf.families.yearToDat` gives `pbf.families.yearToDate`.
  public func nearest(to key: ItemKey) -> String? {
    if let point = key.name.lastIndex(of: "."), key.cell.isEmpty {
      let before = ItemKey(name: String(key.name[..<point]), cell: [])
      let last = String(key.name[key.name.index(after: point)...])
      let modifiers = FormulaModifier.Name.allCases.map { $0.rawValue }
      if items[before] != nil, let modifier = NearestName.of(last, among: modifiers) {
        return before.name + "." + modifier
      }
    }
    return NearestName.of(key.description, among: items.keys.map { $0.description })
  }
}
