public import Access
import Records
import SQLStore
public import Vocabulary

/// The table of roles, with those of whoever asks.
public struct RolesSheet: Sendable {
  public let table: RoleTable
  /// In force today, oldest first.
  public let own: [Assignment]
  public let names: TerritoryNames
}

extension Prumo {
  /// Throws `access.notAllowed`.
  public func rolesSheet(for actor: Actor) async throws -> RolesSheet {
    _ = try actor.requiredScope(of: .rolesRead)
    let today = now().day
    return try await store.read { db in
      let all = try actor.person.map { try AssignmentRecords.own(of: $0, in: db) } ?? []
      let own = all.filter { $0.isInForce(on: today) }
      return RolesSheet(
        table: roles, own: own, names: try TerritoryNames.of(own.map(\.place).flatMap(\.named), in: db))
    }
  }
}
