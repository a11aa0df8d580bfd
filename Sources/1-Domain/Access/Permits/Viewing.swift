import Vocabulary

extension Actor {
  /// Whether the program may be seen as another person: the right to look reaches all places of that person, and there is
  /// nothing that the person may see or do and the viewer may not.
  ///
  /// - Parameters:
  ///   - other: the person with all roles in force.
  ///   - holds: whether a place lies inside a scope; regions need the territory for it.
  /// - Throws: `viewAs.oneself`, `viewAs.moreRights`, and as `requiredScope`.
  public func mayView(as other: Actor, holds: (Place, Scope) throws -> Bool) throws {
    let looking = try requiredScope(of: .viewAs)
    guard viewer == nil else { throw Problem.notAllowed(rule: "access.onlyViewing") }
    guard other.person != person else { throw Problem.invalid(rule: "viewAs.oneself") }
    let places = Set(other.reaches.values.joined().map(\.place))
    guard try hasAllRights(of: other, holds: holds), try places.allSatisfy({ try holds($0, looking) }) else {
      throw Problem.notAllowed(rule: "viewAs.moreRights")
    }
  }

  /// Whether there is nothing that another may see or do and this one may not.
  public func hasAllRights(of other: Actor, holds: (Place, Scope) throws -> Bool) rethrows -> Bool {
    for (permission, reached) in other.reaches {
      for reach in reached {
        let own = scope(of: permission, whole: reach.sector == nil, sector: reach.sector)
        guard let own, try holds(reach.place, own) else { return false }
      }
    }
    return true
  }
}
