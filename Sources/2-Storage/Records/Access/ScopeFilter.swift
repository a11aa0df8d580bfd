import Access
import SQLStore
import Vocabulary

/// A scope as a condition: what a query may answer with. The one place where `Scope` becomes SQL.
enum ScopeFilter {
  /// On `municipality m`: those inside. A unit holds no municipality.
  static func municipalities(inside scope: Scope) -> SQLText {
    anyOf(
      scope.places.compactMap { place in
        guard case .territory(let territory) = place else { return nil }
        return MunicipalityFilter.within(territory)
      }, never: "m.ibge7 IS NULL")
  }

  /// On `assignment a`: those whose place lies inside. A municipality's units lie inside its regions and its state.
  static func assignments(inside scope: Scope) -> SQLText {
    anyOf(
      scope.places.map { place in
        switch place {
        case .territory(.country): "a.id IS NOT NULL"
        case .territory(.state(let unit)): "a.uf = \(unit)"
        case .territory(.municipality(let code)): "a.territory = \(code)"
        case .unit: "a.place = \(place)"
        case .territory(.region(let region)):
          """
          (a.territory = \(region) OR a.territory IN (
            SELECT m.ibge7
            FROM municipality m
            WHERE \(MunicipalityFilter.within(.region(region)))
          ))
          """
        }
      }, never: "a.id IS NULL")
  }

  /// On `person p`: those one of whose assignments, also of the past, lies inside. Somebody who never had a role
  /// is seen with the whole country only.
  static func people(inside scope: Scope) -> SQLText {
    guard !scope.places.contains(.territory(.country)) else { return "p.id IS NOT NULL" }
    return """
      EXISTS (
        SELECT 1
        FROM assignment a
        WHERE a.person_id = p.id AND \(assignments(inside: scope))
      )
      """
  }

  /// On `audit_entry a`: those whose place lies inside. What has no place is of those who answer for a whole state.
  static func auditEntries(inside scope: Scope) -> SQLText {
    let isWide = scope.places.contains { $0.level == .country || $0.level == .state }
    return anyOf(
      scope.places.map(auditEntries) + (isWide ? ["a.place IS NULL"] : []), never: "a.number IS NULL")
  }

  static func auditEntries(ofOneOf places: [Place]) -> SQLText {
    anyOf(places.map(auditEntries), never: "a.number IS NULL")
  }

  /// On `audit_entry a`: those of a place or inside it. Codes are compared as text, which both engines order by bytes: a
  /// municipality's code begins with its state's, a unit's with its municipality's.
  static func auditEntries(of place: Place) -> SQLText {
    switch place {
    case .territory(.country): return "a.place IS NOT NULL"
    case .territory(.state(let unit)):
      let regions = RegionCode.Kind.allCases.map { begins(with: "\($0.rawValue)\(unit.ibgeCode)") }
      return
        "(a.place = \(unit) OR \(SQLText.joined([begins(with: String(unit.ibgeCode))] + regions, by: " OR ")))"
    case .territory(.municipality(let code)): return begins(with: code.description)
    case .unit: return "a.place = \(place)"
    case .territory(.region(let region)):
      return """
        (a.place = \(region) OR SUBSTR(a.place, 1, 7) IN (
          SELECT m.ibge7
          FROM municipality m
          WHERE \(MunicipalityFilter.within(.region(region)))
        ))
        """
    }
  }

  /// Everything that begins with these digits or letters: the codes that can follow are digits and `/`.
  private static func begins(with prefix: String) -> SQLText {
    "(a.place >= \(prefix) AND a.place < \(prefix + "~"))"
  }

  private static func anyOf(_ conditions: [SQLText], never: SQLText) -> SQLText {
    conditions.isEmpty ? never : "(\(SQLText.joined(conditions, by: " OR ")))"
  }
}
