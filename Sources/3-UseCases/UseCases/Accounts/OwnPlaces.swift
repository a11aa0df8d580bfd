import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Names of the places in which the account has a role.
  public func places(of account: OwnAccount) async throws -> TerritoryNames {
    let codes = account.assignments.map(\.place.territory)
    return try await store.read { try TerritoryNames.of(codes, in: $0) }
  }
}
