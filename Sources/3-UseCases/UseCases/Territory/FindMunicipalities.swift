public import Access
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Longest text that is searched for.
  public static let maximumSearchLength = 80

  /// The states in which something may be seen, by name.
  public func states(for actor: Actor) async throws -> [StateOfFederation] {
    guard let scope = actor.scope(of: .figuresRead) else { return [] }
    return try await store.read { db in
      try StateRecords.all(in: db).filter { scope.states?.contains($0.unit) ?? true }
    }
  }

  /// The municipalities of a state that exist on a day and may be opened, by name.
  /// Throws `access.notAllowed`, or `territory.unknown` for a state of which nothing may be seen.
  public func municipalities(
    of unit: FederativeUnit, on day: Day, for actor: Actor
  ) async throws -> [Municipality] {
    let scope = try actor.requiredScope(of: .figuresRead)
    guard scope.touches(unit) else { throw Self.unknown(unit.rawValue) }
    return try await store.read { try MunicipalityRecords.all(of: unit, on: day, within: scope, in: $0) }
  }

  /// By IBGE code of 7 or 6 digits, or by any spelling of the name, accents and case aside; nearest first, and only
  /// what may be opened. Throws `access.notAllowed` or `search.tooLong`.
  public func search(_ text: String, for actor: Actor) async throws -> [Municipality] {
    let scope = try actor.requiredScope(of: .figuresRead)
    guard text.count <= Self.maximumSearchLength else {
      throw Problem.invalid(field: "q", rule: "search.tooLong", ["limit": String(Self.maximumSearchLength)])
    }
    let key = NameKey(text)
    guard !key.text.isEmpty else { return [] }
    return try await store.read { db in
      guard let number = Digits.number(key.text) else {
        return try MunicipalityRecords.named(key, within: scope, in: db)
      }
      let found =
        try IBGECode(key.text).map { try MunicipalityRecords.find($0, in: db) }
        ?? (key.text.utf8.count == 6 ? try MunicipalityRecords.find(sixDigits: number, in: db) : nil)
      return found.map { [$0] }?.filter(scope.covers) ?? []
    }
  }

  /// A place as people write it, if its totals may be seen: `BR`, a state's letters, an IBGE code of 7 or 6 digits, a
  /// region's code. Throws `access.notAllowed` or `territory.unknown`.
  public func territory(_ text: String, for actor: Actor) async throws -> TerritoryCode {
    let scope = try actor.requiredScope(of: .figuresRead)
    return try await store.read { db in
      guard let code = try Self.code(text, in: db), try Self.name(of: code, in: db) != nil,
        try Self.showsTotals(of: code, to: scope, in: db)
      else { throw Self.unknown(text) }
      return code
    }
  }

  static func unknown(_ territory: String) -> Problem {
    .notFound(rule: "territory.unknown", ["territory": String(territory.prefix(20))])
  }

  private static func code(_ text: String, in db: any ReadTransaction) throws -> TerritoryCode? {
    guard let number = Digits.number(text), text.utf8.count == 6 else { return TerritoryCode(text) }
    return try MunicipalityRecords.find(sixDigits: number, in: db).map { .municipality($0.code) }
  }

  /// What codes alone cannot tell is looked up: which municipalities lie in which region.
  static func showsTotals(
    of territory: TerritoryCode, to scope: Scope, in db: any ReadTransaction
  ) throws -> Bool {
    if scope.showsTotals(of: territory) { return true }
    switch territory {
    case .municipality, .region: return try MunicipalityRecords.any(of: territory, within: scope, in: db)
    case .country, .state: return false
    }
  }

  /// The name of a place; nil when there is none with that code.
  static func name(of territory: TerritoryCode, in db: any ReadTransaction) throws -> String? {
    switch territory {
    case .country: "Brasil"
    case .state(let unit): try StateRecords.find(unit, in: db)?.name
    case .region(let region): try StateRecords.regionName(region, in: db)
    case .municipality(let code): try MunicipalityRecords.find(code, in: db)?.name
    }
  }
}
