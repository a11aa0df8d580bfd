public import Access
import Records
import SQLStore
public import Vocabulary

/// One person as somebody who looks after accounts sees them.
public struct PersonSheet: Sendable {
  public let person: Person
  /// Inside the scope, also of the past, oldest first.
  public let assignments: [Assignment]
  public let names: TerritoryNames
  /// Names of those who gave the roles.
  public let givers: [ID<Person>: String]
  public let care: PersonCare
  /// What is of use to those who look after the account; nil for others.
  public let access: PersonAccess?
  /// What happened to the account, newest first; nil for whoever may not read the trail.
  public let history: [AuditEntry]?
}

/// How the person comes in.
public struct PersonAccess: Sendable {
  public let hasSecondFactor: Bool
  public let enteredAt: Instant?
  /// Until when an unused link can be used.
  public let linkUsableUntil: Instant?
}

/// What the one who asks may do with an account.
public struct PersonCare: Hashable, Sendable {
  public let isOneself: Bool
  /// Review it, end it.
  public let mayChange: Bool
  /// Correct it and make links that open it: only who has all of the person's rights.
  public let mayOpen: Bool
  public let mayGrant: Bool
  public let revocable: Set<ID<Assignment>>
  public let mayViewAs: Bool
}

extension Prumo {
  /// Of the history as much is shown on the person's page; the rest is in the trail.
  public static let historyEntries = 50

  /// Throws `access.notAllowed` and `person.unknown`. That the page was looked at is recorded.
  public func personSheet(_ id: ID<Person>, by actor: Actor) async throws -> PersonSheet {
    let scope = try actor.requiredScope(of: .peopleRead)
    let place = try await store.read { db in
      _ = try visible(id, inside: scope, in: db)
      return try AssignmentRecords.all(of: id, inside: scope, in: db).last?.place
    }
    if actor.person != id {
      try await recordLook(AuditNote(.peopleRead, of: AuditThing(.person, id), in: place), by: actor)
    }
    return try await store.read { db in
      let person = try visible(id, inside: scope, in: db)
      let assignments = try AssignmentRecords.all(of: id, inside: scope, in: db)
      let history = try actor.scope(of: .auditRead).map { trail in
        try AuditRecords.ofAccount(
          id, assignments: assignments.map(\.id), inside: trail, limit: Self.historyEntries, in: db)
      }
      return PersonSheet(
        person: person, assignments: assignments,
        names: try TerritoryNames.of(
          (assignments.map(\.place) + (history ?? []).flatMap(\.places)).flatMap(\.named), in: db),
        givers: try PersonRecords.names(of: Set(assignments.compactMap(\.grantedBy)), in: db),
        care: try care(of: person, assignments: assignments, by: actor, in: db),
        access: try access(of: person, to: actor, in: db), history: history)
    }
  }

  /// As `personSheet`, before a change. Throws also `person.oneself`, and `access.notAllowed` outside of what may be changed.
  public func personSheet(toChange id: ID<Person>, by actor: Actor) async throws -> PersonSheet {
    let permit = try actor.permit(ChangePeople.self)
    _ = try await store.read { try notOneself(id, permit, in: $0) }
    return try await personSheet(id, by: actor)
  }

  private func access(
    of person: Person, to actor: Actor, in db: any ReadTransaction
  ) throws -> PersonAccess? {
    guard let scope = actor.scope(of: .peopleWrite),
      try PersonRecords.find(person.id, inside: scope, in: db) != nil
    else { return nil }
    let link = try AccountLinkRecords.unused(of: person.id, in: db).first
    return PersonAccess(
      hasSecondFactor: try CredentialRecords.find(of: person.id, in: db)?.hasSecondFactor ?? false,
      enteredAt: try AuditRecords.lastSignIns(of: [person.id], in: db)[person.id],
      linkUsableUntil: link.flatMap { $0.expiresAt > now() ? $0.expiresAt : nil })
  }

  private func care(
    of person: Person, assignments: [Assignment], by actor: Actor, in db: any ReadTransaction
  ) throws -> PersonCare {
    let isOneself = actor.person == person.id
    let isActing = actor.viewer == nil && !isOneself
    func isInside(_ permission: Permission) throws -> Bool {
      guard isActing, let scope = actor.scope(of: permission) else { return false }
      return try PersonRecords.find(person.id, inside: scope, in: db) != nil
    }
    let mayChange = try isInside(.peopleWrite)
    let granting = isActing ? actor.scope(of: .roleGrant) : nil
    let revocable = try assignments.filter { assignment in
      guard let granting, assignment.revokedAt == nil,
        assignment.validUntil.map({ $0 >= now().day }) ?? true
      else { return false }
      return try ScopeRecords.holds(assignment.place, in: granting, db: db)
    }
    return PersonCare(
      isOneself: isOneself, mayChange: mayChange,
      mayOpen: try mayChange && hasAllRights(actor, of: person, in: db),
      mayGrant: mayChange && granting != nil && person.state != .ended,
      revocable: Set(revocable.map(\.id)),
      mayViewAs: try isInside(.viewAs) && mayView(person, by: actor, in: db))
  }

  private func hasAllRights(
    _ actor: Actor, of person: Person, in db: any ReadTransaction
  ) throws -> Bool {
    do {
      try refuseMoreRights(of: person, than: actor, in: db)
      return true
    } catch is Problem { return false }
  }

  private func mayView(_ person: Person, by actor: Actor, in db: any ReadTransaction) throws -> Bool {
    let today = now().day
    guard person.mayEnter(on: today) else { return false }
    let seen = Actor(
      person, assignments: try AssignmentRecords.own(of: person.id, in: db), roles: roles, on: today,
      hasSecondFactor: true, origin: actor.origin)
    do {
      try actor.mayView(as: seen) { place, scope in try ScopeRecords.holds(place, in: scope, db: db) }
      return true
    } catch is Problem { return false }
  }
}

extension AuditEntry {
  /// The places that its values name.
  fileprivate var places: [Place] {
    (before.pairs + after.pairs).filter { $0.field == AuditField.place.rawValue }.compactMap {
      Place($0.value)
    }
  }
}
