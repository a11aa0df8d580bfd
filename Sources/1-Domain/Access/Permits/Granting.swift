import Vocabulary

extension Permit where A == GrantRoles {
  /// Whether this role may be given: the place lies inside the permit, and the giver has every permission of the role
  /// there. So no chain of grants ends with more than its beginning had.
  ///
  /// - Parameter holds: whether the assignment's place lies inside a scope; regions need the territory for it.
  /// - Throws: `role.toOneself`, `role.placeOutside`, `role.moreThanOwn`, and those of `Assignment.checked`.
  public func granting(
    _ assignment: Assignment, table: RoleTable, holds: (Scope) throws -> Bool
  ) throws -> Assignment {
    let checked = try assignment.checked(against: table)
    guard assignment.person != actor.person else { throw Problem.notAllowed(rule: "role.toOneself") }
    guard try holds(scope) else { throw Problem.notAllowed(rule: "role.placeOutside") }
    let entry = table[assignment.role]
    for (permission, reach) in entry.permissions {
      let own = actor.scope(of: permission, whole: reach == .everySector, sector: assignment.sector)
      guard let own, try holds(own) else {
        throw Problem.notAllowed(rule: "role.moreThanOwn", ["role": entry.label])
      }
    }
    return checked
  }
}

extension Actor {
  /// As `scope(of:sector:)`; `whole`: only where it reaches every sector's matters.
  func scope(of permission: Permission, whole: Bool, sector: Sector?) -> Scope? {
    Scope(
      (reaches[permission] ?? []).filter { $0.sector == nil || (!whole && $0.sector == sector) }.map(\.place))
  }
}
