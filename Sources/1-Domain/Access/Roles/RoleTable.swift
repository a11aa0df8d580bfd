public import Vocabulary

/// What one role may do, as reviewed data.
public struct RoleEntry: Hashable, Sendable {
  /// Over which sectors' matters a permission reaches.
  public enum Reach: String, CaseIterable, Hashable, Sendable {
    case everySector
    /// Only the sector that the assignment names.
    case ownSector
  }

  public let role: Role
  /// Portuguese name, as `Gestor municipal`.
  public let label: String
  /// One Portuguese sentence: who this is.
  public let explanation: String
  /// Kinds of place in which the role can be given.
  public let levels: Set<PlaceLevel>
  /// An assignment must name a sector.
  public let needsSector: Bool
  /// The person must sign in with the second factor for the assignment to count.
  public let needsSecondFactor: Bool
  public let permissions: [Permission: Reach]

  public init(
    role: Role, label: String, explanation: String, levels: Set<PlaceLevel>, needsSector: Bool,
    needsSecondFactor: Bool, permissions: [Permission: Reach]
  ) {
    self.role = role
    self.label = label
    self.explanation = explanation
    self.levels = levels
    self.needsSector = needsSector
    self.needsSecondFactor = needsSecondFactor
    self.permissions = permissions
  }
}

/// Role by permission, with sectors and levels: one entry for each role.
public struct RoleTable: Sendable {
  private let entries: [Role: RoleEntry]

  /// Throws `roles.repeated` or `roles.missing`.
  public init(_ entries: [RoleEntry]) throws(Problem) {
    var byRole: [Role: RoleEntry] = [:]
    for entry in entries {
      guard byRole.updateValue(entry, forKey: entry.role) == nil else {
        throw .invalid(rule: "roles.repeated", ["role": entry.role.rawValue])
      }
    }
    for role in Role.allCases where byRole[role] == nil {
      throw .invalid(rule: "roles.missing", ["role": role.rawValue])
    }
    self.entries = byRole
  }

  public subscript(role: Role) -> RoleEntry { entries[role]! }

  /// In the order of `Role`.
  public var all: [RoleEntry] { Role.allCases.map { self[$0] } }
}
