public import Access
public import SQLStore
import Vocabulary

/// What codes alone cannot tell of a scope.
public enum ScopeRecords {
  /// Whether a place lies inside: by its code, or as a municipality (or its unit) of a region.
  public static func holds(_ place: Place, in scope: Scope, db: any ReadTransaction) throws -> Bool {
    if scope.covers(place) { return true }
    guard case .municipality(let code) = place.territory,
      let municipality = try MunicipalityRecords.find(code, in: db)
    else { return false }
    return Scope(scope.places.filter { $0.level == .region })?.covers(municipality) ?? false
  }
}
