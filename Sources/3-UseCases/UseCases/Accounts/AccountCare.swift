public import Access
import Privacy
import Records
import SQLStore
public import Vocabulary

/// What an administrator corrects of an account.
public struct PersonCorrection: Sendable {
  public let name: String
  public let email: String
  public let postEndsOn: Day?

  public init(name: String, email: String, postEndsOn: Day?) {
    self.name = name
    self.email = email
    self.postEndsOn = postEndsOn
  }
}

extension Prumo {
  /// Ends an account: no sign-in, no role, no link, no second factor is left. It comes back by a new invitation only.
  /// Throws `person.unknown`, `person.oneself`, `person.alreadyEnded`, `person.otherPlaces`, `person.lastAdministrator`,
  /// `person.reasonMissing`, `person.reasonTooLong`, `text.looksPersonal`.
  ///
  /// - Parameters:
  ///   - reason: one sentence for the trail; nil where nobody is there to give one.
  ///   - sendAnyway: the reason may look as if it held a person's number.
  public func endAccount(
    of id: ID<Person>, because reason: String? = nil, sendAnyway: Bool = false, by actor: Actor
  ) async throws {
    let permit = try actor.permit(ChangePeople.self)
    let grants = try actor.permit(GrantRoles.self)
    let reason = try reason.map(Person.checkedReason)
    if let reason {
      try await checkFreeText(reason, in: .endOfAccount, formField: "motivo", sendAnyway: sendAnyway)
    }
    let now = now()
    try await store.write { db in
      var person = try notOneself(id, permit, in: db)
      guard person.state != .ended else { throw Problem.conflict(rule: "person.alreadyEnded") }
      let firstPlace = try place(of: person.id, in: db)
      for assignment in try AssignmentRecords.own(of: id, in: db) where assignment.revokedAt == nil {
        let isOver = assignment.validUntil.map { $0 < now.day } ?? false
        if isOver { continue }
        guard try ScopeRecords.holds(assignment.place, in: permit.scope, db: db) else {
          throw Problem.notAllowed(rule: "person.otherPlaces")
        }
        try revoke(assignment, grants, in: db)
      }
      let before = Self.values(of: person)
      person.state = .ended
      try PersonWriting.put(person, permit, in: db)
      try forgetSignIns(of: id, in: db)
      try CredentialWriting.forget(of: id, in: db)
      var after: [AuditField: String] = [.state: person.state.rawValue]
      after[.reason] = reason
      try AuditWriting.record(
        AuditNote(.personEnded, of: AuditThing(.person, id), in: firstPlace, before: before, after: after),
        by: actor, at: now, in: db)
    }
  }

  /// Says that the account is still needed, for another year. Throws `person.unknown`, `person.oneself`,
  /// `person.notActive`.
  public func review(_ id: ID<Person>, by actor: Actor) async throws {
    let permit = try actor.permit(ChangePeople.self)
    let now = now()
    try await store.write { db in
      var person = try notOneself(id, permit, in: db)
      guard person.state != .ended else { throw Problem.conflict(rule: "person.notActive") }
      let before = person.reviewedAt
      person.reviewedAt = now
      try PersonWriting.put(person, permit, in: db)
      try AuditWriting.record(
        AuditNote(
          .personReviewed, of: AuditThing(.person, id), in: try place(of: id, in: db),
          before: [.reviewedAt: before.description], after: [.reviewedAt: now.description]),
        by: actor, at: now, in: db)
    }
  }

  /// Name, address and end of the post. Another address ends all sessions. Throws `person.unknown`, `person.oneself`,
  /// `person.moreRights`, `person.postOver`, `person.emailTaken`, and the rules of names and addresses.
  public func correct(_ id: ID<Person>, _ correction: PersonCorrection, by actor: Actor) async throws {
    let permit = try actor.permit(ChangePeople.self)
    let name = try Person.checkedName(correction.name)
    let email = try Person.checkedEmail(correction.email)
    let now = now()
    try await store.write { db in
      let before = try controlled(id, permit, in: db)
      if correction.postEndsOn != before.postEndsOn { try checkPostEnd(correction.postEndsOn) }
      var person = before
      (person.name, person.email, person.postEndsOn) = (name, email, correction.postEndsOn)
      try change(person, from: before, in: db) { try PersonWriting.put(person, permit, in: db) }
      let isOtherAddress = person.email.description != before.email.description
      if isOtherAddress { try forgetSignIns(of: id, in: db) }
      try AuditWriting.record(
        AuditNote(
          isOtherAddress ? .emailChanged : .personChanged, of: AuditThing(.person, id),
          in: try place(of: id, in: db), before: Self.values(of: before), after: Self.values(of: person)),
        by: actor, at: now, in: db)
      if isOtherAddress, before.state == .active { try queue(.emailChanged, to: before, in: db) }
    }
  }

  /// A person of the permit's scope, who is not oneself.
  func notOneself(
    _ id: ID<Person>, _ permit: Permit<ChangePeople>, in db: any ReadTransaction
  ) throws -> Person {
    guard id != permit.actor.person else { throw Problem.notAllowed(rule: "person.oneself") }
    return try visible(id, inside: permit.scope, in: db)
  }

  /// A person whose account may be opened by the actor: who can do that can do all that the person can.
  func controlled(
    _ id: ID<Person>, _ permit: Permit<ChangePeople>, in db: any ReadTransaction
  ) throws -> Person {
    let person = try notOneself(id, permit, in: db)
    try refuseMoreRights(of: person, than: permit.actor, in: db)
    return person
  }
}
