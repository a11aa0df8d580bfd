public import Access
import Records
import SQLStore
public import Vocabulary

/// A role as somebody gives it.
public struct NewAssignment: Hashable, Sendable {
  public let role: Role
  public let sector: Sector?
  public let place: Place
  /// Nil: from today on.
  public let validFrom: Day?
  public let validUntil: Day?

  public init(
    role: Role, sector: Sector? = nil, place: Place, validFrom: Day? = nil, validUntil: Day? = nil
  ) {
    self.role = role
    self.sector = sector
    self.place = place
    self.validFrom = validFrom
    self.validUntil = validUntil
  }
}

extension Prumo {
  /// Gives a role to a person whom the giver sees. Throws `person.unknown`, `person.notActive`, `role.already`,
  /// `role.validityPast`, `role.placeUnknown`, and those of `Permit.granting`.
  public func grant(_ new: NewAssignment, to person: ID<Person>, by actor: Actor) async throws {
    let permit = try actor.permit(ChangePeople.self)
    try await store.write { db in
      let person = try visible(person, inside: permit.scope, in: db)
      guard person.state != .ended else { throw Problem.conflict(rule: "person.notActive") }
      try grant(new, to: person, by: actor, in: db)
    }
  }

  @discardableResult
  func grant(
    _ new: NewAssignment, to person: Person, by actor: Actor, in db: any WriteTransaction
  ) throws -> Assignment {
    let now = now()
    let permit = try actor.permit(GrantRoles.self)
    let wanted = Assignment(
      id: newID(), person: person.id, role: new.role, sector: new.sector, place: new.place,
      validFrom: new.validFrom ?? now.day, validUntil: new.validUntil, grantedBy: actor.person, grantedAt: now
    )
    guard try exists(new.place, in: db) else {
      throw Problem.invalid(field: "lugar", rule: "role.placeUnknown")
    }
    let granted = try permit.granting(wanted, table: roles) { scope in
      try ScopeRecords.holds(new.place, in: scope, db: db)
    }
    if let validUntil = new.validUntil, validUntil < now.day {
      throw Problem.invalid(field: "ate", rule: "role.validityPast")
    }
    let has = try AssignmentRecords.own(of: person.id, in: db).contains { old in
      old.revokedAt == nil && old.role == new.role && old.place == new.place && old.sector == new.sector
        && (old.validUntil.map { $0 >= granted.validFrom } ?? true)
        && (granted.validUntil.map { $0 >= old.validFrom } ?? true)
    }
    guard !has else { throw Problem.conflict(rule: "role.already", ["role": roles[new.role].label]) }
    try AssignmentWriting.grant(granted, permit, in: db)
    try AuditWriting.record(
      AuditNote(
        .assignmentGranted, of: AuditThing(.assignment, granted.id), in: granted.place,
        after: Self.values(of: granted)), by: actor, at: now, in: db)
    return granted
  }

  /// Takes a role away. Throws `role.unknown`, `person.lastAdministrator`.
  public func revoke(_ id: ID<Assignment>, by actor: Actor) async throws {
    let permit = try actor.permit(GrantRoles.self)
    try await store.write { db in
      guard let assignment = try AssignmentRecords.find(id, inside: permit.scope, in: db),
        assignment.revokedAt == nil
      else { throw Problem.notFound(rule: "role.unknown") }
      try revoke(assignment, permit, in: db)
    }
  }

  func revoke(
    _ assignment: Assignment, _ permit: Permit<GrantRoles>, in db: any WriteTransaction
  ) throws {
    let now = now()
    try refuseLastAdministrator(assignment, on: now.day, in: db)
    guard try AssignmentWriting.revoke(assignment.id, at: now, permit, in: db) else { return }
    try AuditWriting.record(
      AuditNote(
        .assignmentRevoked, of: AuditThing(.assignment, assignment.id), in: assignment.place,
        before: Self.values(of: assignment)), by: permit.actor, at: now, in: db)
  }

  /// Somebody must be left who can let others in. Throws `person.lastAdministrator`.
  private func refuseLastAdministrator(
    _ assignment: Assignment, on today: Day, in db: any ReadTransaction
  ) throws {
    guard assignment.role == .stateAdministrator, assignment.isInForce(on: today),
      try PersonRecords.own(assignment.person, in: db)?.mayEnter(on: today) == true,
      try AdministratorRecords.others(than: assignment.person, in: assignment.place, on: today, db: db) == 0
    else { return }
    throw Problem.conflict(rule: "person.lastAdministrator", ["place": assignment.place.description])
  }

  /// Throws `person.unknown`, also for somebody who is there and cannot be seen from the scope.
  func visible(_ id: ID<Person>, inside scope: Scope, in db: any ReadTransaction) throws -> Person {
    guard let person = try PersonRecords.find(id, inside: scope, in: db) else {
      throw Problem.notFound(rule: "person.unknown")
    }
    return person
  }

  /// A unit is taken at its word: the list of units is not ours.
  private func exists(_ place: Place, in db: any ReadTransaction) throws -> Bool {
    switch place.territory {
    case .country: true
    case .state(let unit): try StateRecords.find(unit, in: db) != nil
    case .region(let region): try StateRecords.regionName(region, in: db) != nil
    case .municipality(let code): try MunicipalityRecords.find(code, in: db) != nil
    }
  }

  private static func values(of assignment: Assignment) -> [AuditField: String] {
    var values: [AuditField: String] = [
      .person: assignment.person.text, .role: assignment.role.rawValue, .place: assignment.place.description,
      .validFrom: assignment.validFrom.description,
    ]
    values[.sector] = assignment.sector?.rawValue
    values[.validUntil] = assignment.validUntil?.description
    return values
  }
}
