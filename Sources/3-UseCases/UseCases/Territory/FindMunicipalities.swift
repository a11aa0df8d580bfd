import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Longest text that is searched for.
  public static let maximumSearchLength = 80

  public func states() async throws -> [StateOfFederation] {
    try await store.read { try StateRecords.all(in: $0) }
  }

  /// The municipalities of a state that exist on a day, by name.
  public func municipalities(of unit: FederativeUnit, on day: Day) async throws -> [Municipality] {
    try await store.read { try MunicipalityRecords.all(of: unit, on: day, in: $0) }
  }

  /// By IBGE code of 7 or 6 digits, or by any spelling of the name, accents and case aside; nearest first.
  public func search(_ text: String) async throws -> [Municipality] {
    guard text.count <= Self.maximumSearchLength else {
      throw Problem.invalid(field: "q", rule: "search.tooLong", ["limit": String(Self.maximumSearchLength)])
    }
    let key = NameKey(text)
    guard !key.text.isEmpty else { return [] }
    return try await store.read { db in
      if let number = Digits.number(key.text) {
        if let code = IBGECode(key.text) {
          return try MunicipalityRecords.find(code, in: db).map { [$0] } ?? []
        }
        guard key.text.utf8.count == 6 else { return [] }
        return try MunicipalityRecords.find(sixDigits: number, in: db).map { [$0] } ?? []
      }
      return try MunicipalityRecords.named(key, in: db)
    }
  }

  /// A place as people write it: `BR`, a state's letters, an IBGE code of 7 or 6 digits, a region's code.
  public func territory(_ text: String) async throws -> TerritoryCode {
    let unknown = Problem.notFound(rule: "territory.unknown", ["territory": String(text.prefix(20))])
    if let number = Digits.number(text), text.utf8.count == 6 {
      guard let found = try await store.read({ try MunicipalityRecords.find(sixDigits: number, in: $0) })
      else {
        throw unknown
      }
      return .municipality(found.code)
    }
    guard let code = TerritoryCode(text), try await name(of: code) != nil else { throw unknown }
    return code
  }

  /// The name of a place; nil when there is none with that code.
  public func name(of territory: TerritoryCode) async throws -> String? {
    try await store.read { db in
      switch territory {
      case .country: "Brasil"
      case .state(let unit): try StateRecords.find(unit, in: db)?.name
      case .region(let region): try StateRecords.regionName(region, in: db)
      case .municipality(let code): try MunicipalityRecords.find(code, in: db)?.name
      }
    }
  }
}
