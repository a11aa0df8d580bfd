public import Access
import Records
import SQLStore
import Secrets
public import Vocabulary

/// A person's own account as its page shows it.
public struct OwnAccount: Sendable {
  public let person: Person
  /// In force or to come, oldest first.
  public let assignments: [Assignment]
  /// Last seen first; only those that still live.
  public let sessions: [Session]
  public let passwordChangedAt: Instant?
  public let hasSecondFactor: Bool
  /// Recovery codes that were not used yet.
  public let recoveryCodesLeft: Int
  /// A role in force asks for the second factor.
  public let needsSecondFactor: Bool
}

extension Prumo {
  public func ownAccount(_ signedIn: SignedIn) async throws -> OwnAccount {
    let (now, id) = (now(), signedIn.person.id)
    return try await store.read { db in
      let assignments = try AssignmentRecords.own(of: id, in: db)
      let credential = try CredentialRecords.find(of: id, in: db)
      return OwnAccount(
        person: try PersonRecords.own(id, in: db) ?? signedIn.person,
        assignments: assignments.filter {
          $0.revokedAt == nil && ($0.validUntil.map { $0 >= now.day } ?? true)
        },
        sessions: try SessionRecords.all(of: id, in: db).filter { $0.isAlive(at: now) },
        passwordChangedAt: credential?.passwordChangedAt,
        hasSecondFactor: credential?.hasSecondFactor ?? false,
        recoveryCodesLeft: try CredentialRecords.unusedRecoveryCodes(of: id, in: db),
        needsSecondFactor: needsSecondFactor(assignments, on: now.day))
    }
  }

  func needsSecondFactor(_ assignments: [Assignment], on today: Day) -> Bool {
    assignments.contains { $0.isInForce(on: today) && roles[$0.role].needsSecondFactor }
  }

  /// Throws the rules of names, and `access.onlyViewing`.
  public func correctOwnName(_ name: String, _ signedIn: SignedIn) async throws {
    let actor = try signedIn.acting()
    let name = try Person.checkedName(name)
    let now = now()
    try await store.write { db in
      guard var person = try PersonRecords.own(signedIn.person.id, in: db), person.name != name else {
        return
      }
      let before = person.name
      person.name = name
      try PersonWriting.put(own: person, in: db)
      try AuditWriting.record(
        AuditNote(
          .personChanged, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db),
          before: [.name: before], after: [.name: name]), by: actor, at: now, in: db)
    }
  }

  /// Ends all other sessions. Throws `password.wrong`, the rules of passwords, `signIn.tooMany`, `access.onlyViewing`.
  public func changePassword(
    from old: String, to new: String, _ signedIn: SignedIn
  ) async throws {
    let actor = try signedIn.acting()
    let person = signedIn.person
    try await confirm(password: old, of: signedIn)
    let hash = try await hashed(new: new, email: person.email, name: person.name)
    let now = now()
    try await store.write { db in
      try CredentialWriting.setPassword(hash, of: person.id, at: now, in: db)
      try forgetSignIns(of: person.id, except: signedIn.session.id, in: db)
      try AuditWriting.record(
        AuditNote(.passwordChanged, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
        by: actor, at: now, in: db)
      try queue(.passwordChanged, to: person, in: db)
    }
  }

  /// Ends all other sessions; the old address is told. Throws `password.wrong`, `person.emailTaken`, the rules of
  /// addresses, `signIn.tooMany`, `access.onlyViewing`.
  public func changeEmail(to typed: String, password: String, _ signedIn: SignedIn) async throws {
    let actor = try signedIn.acting()
    let email = try Person.checkedEmail(typed)
    try await confirm(password: password, of: signedIn)
    let now = now()
    try await store.write { db in
      guard var person = try PersonRecords.own(signedIn.person.id, in: db) else { return }
      let before = person
      person.email = email
      try change(person, from: before, in: db) { try PersonWriting.put(own: person, in: db) }
      try forgetSignIns(of: person.id, except: signedIn.session.id, in: db)
      try AuditWriting.record(
        AuditNote(
          .emailChanged, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db),
          before: [.email: before.email.description], after: [.email: email.description]),
        by: actor, at: now, in: db)
      try queue(.emailChanged, to: before, in: db)
    }
  }

  /// Throws `person.emailTaken` before the store would.
  func change(
    _ person: Person, from before: Person, in db: any WriteTransaction, _ write: () throws -> Bool
  ) throws {
    if person.email != before.email, try PersonRecords.signingIn(as: person.email, in: db) != nil {
      throw Problem.conflict(rule: "person.emailTaken")
    }
    _ = try write()
  }

  /// The own password once more, before something that whoever found an open browser must not do.
  private func confirm(password: String, of signedIn: SignedIn) async throws {
    let id = signedIn.person.id
    let hash = try await store.read { try CredentialRecords.find(of: id, in: $0)?.passwordHash }
    let sides = Sides(sides: [side("confirm \(signedIn.session.id)", .networkAndAccount)])
    guard try await counting(sides, { try await matches(password, hash) }) else {
      throw Problem.invalid(field: "atual", rule: "password.wrong")
    }
    try await store.write { try takeBack(sides, in: $0) }
  }
}
