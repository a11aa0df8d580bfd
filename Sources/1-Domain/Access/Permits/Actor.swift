public import Vocabulary

/// Who does something, from where, and what this person may do today. Made once for each request.
public struct Actor: Sendable {
  /// What a request came by, for the audit trail.
  public struct Origin: Hashable, Sendable {
    /// The client's address as far as it can be trusted; `local` on the command line.
    public let address: String
    /// Ties the lines of the log and of the trail together.
    public let requestID: String

    public init(address: String, requestID: String) {
      self.address = address
      self.requestID = requestID
    }
  }

  /// Nil for the program itself and for the command line.
  public let person: ID<Person>?
  public let name: String
  public let origin: Origin
  /// The administrator behind the screen, when the program is seen as `person`.
  public let viewer: ID<Person>?
  /// Signed in with the second factor.
  public let hasSecondFactor: Bool
  /// A role of this person asks for the second factor, and the session has none: that role does not count yet.
  public let lacksSecondFactor: Bool
  let reaches: [Permission: [Reached]]

  struct Reached: Hashable, Sendable {
    let place: Place
    /// Nil: every sector's matters.
    let sector: Sector?
  }

  /// - Parameters:
  ///   - assignments: all that the person has; those not in force on `today` do not count.
  ///   - viewer: set when an administrator sees the program as this person, who then may do nothing but look.
  public init(
    _ person: Person, assignments: [Assignment], roles: RoleTable, on today: Day, hasSecondFactor: Bool,
    origin: Origin, viewer: ID<Person>? = nil
  ) {
    var reaches: [Permission: [Reached]] = [:]
    var lacks = false
    for assignment in assignments where assignment.person == person.id && assignment.isInForce(on: today) {
      let entry = roles[assignment.role]
      guard hasSecondFactor || viewer != nil || !entry.needsSecondFactor else {
        lacks = true
        continue
      }
      for (permission, reach) in entry.permissions {
        reaches[permission, default: []].append(
          Reached(place: assignment.place, sector: reach == .ownSector ? assignment.sector : nil))
      }
    }
    self.person = person.id
    self.name = person.name
    self.origin = origin
    self.viewer = viewer
    self.hasSecondFactor = hasSecondFactor
    self.lacksSecondFactor = lacks
    self.reaches = person.state == .active ? reaches : [:]
  }

  private init(program name: String, origin: Origin) {
    person = nil
    self.name = name
    self.origin = origin
    viewer = nil
    hasSecondFactor = true
    lacksSecondFactor = false
    let everywhere = [Reached(place: .territory(.country), sector: nil)]
    reaches = Dictionary(uniqueKeysWithValues: Permission.allCases.map { ($0, everywhere) })
  }

  /// The program's own work, and the command line: who holds the database needs no permission of ours.
  public static func program(_ name: String, origin: Origin) -> Actor { Actor(program: name, origin: origin) }

  /// Where a permission reaches; nil when the person does not have it at all.
  public func scope(of permission: Permission, sector: Sector? = nil) -> Scope? {
    Scope(
      (reaches[permission] ?? []).filter { sector == nil || $0.sector == nil || $0.sector == sector }.map(
        \.place))
  }

  public func has(_ permission: Permission) -> Bool { reaches[permission]?.isEmpty == false }

  /// As `scope`, for pages that are nothing without it. Throws `access.notAllowed`.
  public func requiredScope(of permission: Permission, sector: Sector? = nil) throws(Problem) -> Scope {
    guard let scope = scope(of: permission, sector: sector) else { throw refusal(permission) }
    return scope
  }

  func refusal(_ permission: Permission) -> Problem {
    .notAllowed(
      rule: lacksSecondFactor ? "access.secondFactorNeeded" : "access.notAllowed",
      ["permission": permission.rawValue])
  }
}
