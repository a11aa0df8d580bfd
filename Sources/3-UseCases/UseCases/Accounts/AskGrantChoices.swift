public import Access
import Records
import SQLStore
public import Vocabulary

/// What somebody may give: roles, and the states in which.
public struct GrantOptions: Sendable {
  /// In the order of `Role`.
  public let roles: [RoleEntry]
  /// By name.
  public let states: [StateOfFederation]
}

/// Where one role can be given by somebody: the places of one state, and the country itself.
public struct GrantChoices: Sendable {
  public let role: RoleEntry
  public let unit: FederativeUnit
  /// From the widest to the narrowest; of a unit, the municipalities in which it may lie.
  public let places: [Place]
  public let names: TerritoryNames
}

extension Prumo {
  /// Throws `access.notAllowed` and `access.onlyViewing`.
  public func grantOptions(by actor: Actor) async throws -> GrantOptions {
    let scope = try actor.permit(GrantRoles.self).scope
    let states = try await store.read { try StateRecords.all(in: $0) }.filter { scope.touches($0.unit) }
    let offered = roles.all.filter { entry in entry.permissions.keys.allSatisfy(actor.has) }
    return GrantOptions(roles: offered, states: states)
  }

  /// The places of a state in which a role can be given. Throws as `grantOptions`, and `territory.unknown` for a state in
  /// which nothing may be given.
  public func grantChoices(
    of role: Role, in unit: FederativeUnit, by actor: Actor
  ) async throws -> GrantChoices {
    let scope = try actor.permit(GrantRoles.self).scope
    let (entry, today) = (roles[role], now().day)
    guard scope.touches(unit) else { throw Self.unknown(unit.rawValue) }
    return try await store.read { db in
      var places: [Place] = entry.levels.contains(.country) ? [.territory(.country)] : []
      if entry.levels.contains(.state) { places.append(.territory(.state(unit))) }
      if entry.levels.contains(.region) {
        places += try RegionRecords.all(of: unit, in: db).map { .territory(.region($0.code)) }
      }
      if !entry.levels.isDisjoint(with: [.municipality, .unit]) {
        places += try MunicipalityRecords.all(of: unit, on: today, in: db).map {
          .territory(.municipality($0.code))
        }
      }
      let inside = try places.filter { try ScopeRecords.holds($0, in: scope, db: db) }
      return GrantChoices(
        role: entry, unit: unit, places: inside,
        names: try TerritoryNames.of(inside.flatMap(\.named), in: db))
    }
  }
}
