public import Access
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Names of the places in which somebody has a role, for a page that tells which.
  public func names(of places: [Place]) async throws -> TerritoryNames {
    let codes = places.map(\.territory)
    return try await store.read { try TerritoryNames.of(codes, in: $0) }
  }
}
