import Access
import UseCases
import Vocabulary

/// What was typed into the form of an invitation or of a grant.
struct GrantForm: Sendable {
  var name = ""
  var email = ""
  var postEnd = ""
  var sector = ""
  var place = ""
  var unit = ""
  var validUntil = ""

  init(_ form: FormText) {
    name = form["nome"] ?? ""
    email = form["email"] ?? ""
    postEnd = form["fim"] ?? ""
    sector = form["setor"] ?? ""
    place = form["lugar"] ?? ""
    unit = form["unidade"] ?? ""
    validUntil = form["ate"] ?? ""
  }

  init(again person: Person?) {
    name = person?.name ?? ""
    email = person?.email.description ?? ""
  }

  /// Throws `role.placeMissing`, `role.unitUnreadable`, `page.dayUnreadable`.
  func assignment(_ role: RoleEntry) throws(Problem) -> NewAssignment {
    guard let place = try readPlace(role) else { throw .invalid(field: "lugar", rule: "role.placeMissing") }
    return NewAssignment(
      role: role.role, sector: Sector(rawValue: sector), place: place,
      validUntil: try Day.typed(validUntil, in: "ate"))
  }

  private func readPlace(_ role: RoleEntry) throws(Problem) -> Place? {
    guard let place = Place(place), role.levels == [.unit] else { return Place(self.place) }
    guard case .municipality(let code) = place.territory,
      let number = UnitCode(unit.filter { !$0.isWhitespace })
    else {
      throw .invalid(field: "unidade", rule: "role.unitUnreadable", ["digits": String(UnitCode.digits)])
    }
    return .unit(number, in: code)
  }
}

extension Day {
  /// As a date field sends it, `2026-12-31`, or as people write it where there is none: `31/12/2026`; nil when empty.
  /// Throws `page.dayUnreadable`.
  static func typed(_ text: String, in field: String) throws(Problem) -> Day? {
    let typed = text.filter { !$0.isWhitespace }
    guard !typed.isEmpty else { return nil }
    if let day = Day(typed) { return day }
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map { Digits.number($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1_000,
      let found = Day(year: year, month: month, day: day)
    else { throw .invalid(field: field, rule: "page.dayUnreadable") }
    return found
  }
}
