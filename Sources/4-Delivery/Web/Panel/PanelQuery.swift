import Indicators
import UseCases
import Vocabulary

/// What the address of a panel asks for; what it does not understand falls back to the usual.
struct PanelQuery: Sendable, Equatable {
  enum Order: String, CaseIterable, Sendable {
    case value = "valor"
    case name = "nome"
    case change = "mudanca"
  }

  enum Direction: String, Sendable {
    case ascending = "crescente"
    case descending = "decrescente"
  }

  var indicator: CatalogueKey?
  var month: ReferenceMonth?
  var order: Order = .value
  var direction: Direction = .descending

  init(
    indicator: CatalogueKey? = nil, month: ReferenceMonth? = nil, order: Order = .value,
    direction: Direction? = nil
  ) {
    self.indicator = indicator
    self.month = month
    self.order = order
    self.direction = direction ?? Self.usual(order)
  }

  /// Reads `indicator`, `mes`, `ordem` and `sentido`.
  init(_ parameter: (String) -> String?) {
    self.init(
      indicator: parameter("indicador").flatMap { CatalogueKey($0) },
      month: parameter("mes").flatMap { ReferenceMonth($0) },
      order: parameter("ordem").flatMap(Order.init) ?? .value,
      direction: parameter("sentido").flatMap(Direction.init))
  }

  /// Names begin at A; values and changes at the largest.
  static func usual(_ order: Order) -> Direction { order == .name ? .ascending : .descending }

  func href(_ unit: FederativeUnit, suffix: String = "") -> String {
    var parts: [String] = []
    if let indicator { parts.append("indicador=\(indicator)") }
    if let month { parts.append("mes=\(month)") }
    if order != .value || direction != .descending { parts.append("ordem=\(order.rawValue)") }
    if direction != Self.usual(order) { parts.append("sentido=\(direction.rawValue)") }
    return "/painel/\(unit.rawValue)\(suffix)" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  /// The order that a click on a column's header brings: the other way round where it is already sorted by it.
  func sorted(by order: Order) -> PanelQuery {
    var query = self
    query.order = order
    query.direction = Self.usual(order)
    if self.order == order { query.direction = direction == .ascending ? .descending : .ascending }
    return query
  }

  /// Rows without a value come last in either direction; equal ones by name.
  func arranged(_ rows: [PanelRow]) -> [PanelRow] {
    let keyed = rows.map { (row: $0, name: NameKey($0.municipality.name)) }
    return keyed.sorted { left, right in
      switch order {
      case .name: return direction == .ascending ? left.name < right.name : right.name < left.name
      case .value: return precedes(left.row.figure.value, right.row.figure.value, left.name < right.name)
      case .change: return precedes(left.row.relativeChange, right.row.relativeChange, left.name < right.name)
      }
    }.map(\.row)
  }

  private func precedes<Key: Comparable>(_ left: Key?, _ right: Key?, _ byName: Bool) -> Bool {
    guard let left else { return right == nil && byName }
    guard let right else { return true }
    if left == right { return byName }
    return direction == .ascending ? left < right : right < left
  }
}

extension PanelRow {
  /// For ordering only: the change as a share of the value before; of fractions the difference.
  var relativeChange: Double? {
    guard let now = figure.value?.approximate, let before = previous?.value?.approximate else { return nil }
    if figure.indicator.unit == .fraction { return now - before }
    return before == 0 ? nil : (now - before) / before
  }
}
