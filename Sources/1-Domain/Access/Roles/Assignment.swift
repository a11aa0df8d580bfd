public import Vocabulary

/// A role that a person has in a place, from a day until a day, given by someone.
public struct Assignment: Hashable, Sendable {
  public let id: ID<Assignment>
  public let person: ID<Person>
  public let role: Role
  /// Nil where the role is not of one sector.
  public let sector: Sector?
  public let place: Place
  public let validFrom: Day
  /// The last day; nil without end.
  public let validUntil: Day?
  /// Nil when the program itself gave it: the first administrator.
  public let grantedBy: ID<Person>?
  public let grantedAt: Instant
  public let revokedAt: Instant?

  public init(
    id: ID<Assignment>, person: ID<Person>, role: Role, sector: Sector?, place: Place, validFrom: Day,
    validUntil: Day?, grantedBy: ID<Person>?, grantedAt: Instant, revokedAt: Instant? = nil
  ) {
    self.id = id
    self.person = person
    self.role = role
    self.sector = sector
    self.place = place
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.grantedBy = grantedBy
    self.grantedAt = grantedAt
    self.revokedAt = revokedAt
  }

  public func isInForce(on day: Day) -> Bool {
    revokedAt == nil && validFrom <= day && (validUntil.map { day <= $0 } ?? true)
  }

  /// Throws `role.levelNotOffered`, `role.sectorNeeded`, `role.sectorNotOffered` or `role.validityReversed`.
  public func checked(against table: RoleTable) throws(Problem) -> Assignment {
    let entry = table[role]
    guard entry.levels.contains(place.level) else {
      throw .invalid(field: "lugar", rule: "role.levelNotOffered", ["role": entry.label])
    }
    guard !entry.needsSector || sector != nil else {
      throw .invalid(field: "setor", rule: "role.sectorNeeded", ["role": entry.label])
    }
    guard entry.needsSector || sector == nil else {
      throw .invalid(field: "setor", rule: "role.sectorNotOffered", ["role": entry.label])
    }
    if let validUntil, validUntil < validFrom {
      throw .invalid(field: "ate", rule: "role.validityReversed")
    }
    return self
  }
}
