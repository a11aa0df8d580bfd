public import Access
import Records
import SQLStore
import Secrets
public import Vocabulary

/// Somebody who is to get an account, with the roles to begin with.
public struct Invitation: Sendable {
  public let name: String
  public let email: String
  public let postEndsOn: Day?
  /// At least one: who has no role has nothing to sign in for.
  public let assignments: [NewAssignment]

  public init(name: String, email: String, postEndsOn: Day?, assignments: [NewAssignment]) {
    self.name = name
    self.email = email
    self.postEndsOn = postEndsOn
    self.assignments = assignments
  }
}

/// What became of an invitation.
public struct Invited: Sendable {
  public let person: ID<Person>
  /// The path of the link to be handed over; nil when it went by mail, or the person has an account already.
  public let path: String?
}

extension Prumo {
  /// Invites somebody, or gives the roles to whoever has an account with that address already. Throws `invitation.noRole`,
  /// `person.postOver`, `person.moreRights`, and those of `grant`.
  public func invite(_ invitation: Invitation, by actor: Actor) async throws -> Invited {
    let permit = try actor.permit(ChangePeople.self)
    _ = try actor.permit(GrantRoles.self)
    let name = try Person.checkedName(invitation.name)
    let email = try Person.checkedEmail(invitation.email)
    guard !invitation.assignments.isEmpty else {
      throw Problem.invalid(field: "papel", rule: "invitation.noRole")
    }
    try checkPostEnd(invitation.postEndsOn)
    let now = now()
    let newID: ID<Person> = newID()
    return try await store.write { db in
      for new in invitation.assignments {
        guard try ScopeRecords.holds(new.place, in: permit.scope, db: db) else {
          throw Problem.notAllowed(rule: "role.placeOutside")
        }
      }
      let before = try PersonRecords.signingIn(as: email, in: db)
      if let before, before.state != .ended {
        for new in invitation.assignments { try grant(new, to: before, by: actor, in: db) }
        guard before.state == .invited else { return Invited(person: before.id, path: nil) }
        // The link opens the whole account, so only who has all of its rights may hold it.
        try refuseMoreRights(of: before, than: actor, in: db)
        return Invited(person: before.id, path: try sendLink(.invitation, to: before, by: actor, in: db))
      }
      let person = Person(
        id: before?.id ?? newID, name: name, email: email, state: .invited, postEndsOn: invitation.postEndsOn,
        createdAt: before?.createdAt ?? now, reviewedAt: now)
      if before == nil {
        try PersonWriting.add(person, permit, in: db)
      } else {
        try PersonWriting.put(person, permit, in: db)
      }
      try AuditWriting.record(
        AuditNote(
          .personInvited, of: AuditThing(.person, person.id), in: invitation.assignments.first?.place,
          after: Self.values(of: person)), by: actor, at: now, in: db)
      for new in invitation.assignments { try grant(new, to: person, by: actor, in: db) }
      return Invited(person: person.id, path: try sendLink(.invitation, to: person, by: actor, in: db))
    }
  }

  /// A new link for somebody who has not used the first. Throws `person.unknown`, `person.notInvited`, `person.moreRights`.
  public func renewInvitation(of id: ID<Person>, by actor: Actor) async throws -> Invited {
    let permit = try actor.permit(ChangePeople.self)
    let now = now()
    return try await store.write { db in
      let person = try visible(id, inside: permit.scope, in: db)
      guard person.state == .invited else { throw Problem.conflict(rule: "person.notInvited") }
      try refuseMoreRights(of: person, than: actor, in: db)
      let path = try sendLink(.invitation, to: person, by: actor, in: db)
      try AuditWriting.record(
        AuditNote(
          .invitationRenewed, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
        by: actor, at: now, in: db)
      return Invited(person: person.id, path: path)
    }
  }

  /// Who is invited by a link, for the page that greets them. Throws `link.unknown`, `link.used` or `link.expired`.
  public func invited(by token: String) async throws -> Person {
    try await store.read { try holder(of: .invitation, token, in: $0).person }
  }

  /// Chooses the password and signs in for the first time. Throws as `invited(by:)`, and the rules of passwords.
  public func acceptInvitation(
    _ token: String, password: String, origin: Actor.Origin, client: String
  ) async throws -> SignInTokens {
    let invited = try await invited(by: token)
    let hash = try await hashed(new: password, email: invited.email, name: invited.name)
    let now = now()
    return try await store.write { db in
      let (link, before) = try holder(of: .invitation, token, in: db)
      guard before.state == .invited, try AccountLinkWriting.use(link.id, at: now, in: db) else {
        throw Problem.conflict(rule: "link.used")
      }
      var person = before
      person.state = .active
      person.reviewedAt = now
      try PersonWriting.put(own: person, in: db)
      guard person.mayEnter(on: now.day) else { throw Problem.notAllowed(rule: "signIn.ended") }
      try CredentialWriting.setPassword(hash, of: person.id, at: now, in: db)
      try AuditWriting.record(
        AuditNote(.personAccepted, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
        by: themselves(person, origin: origin), at: now, in: db)
      return try enter(
        person, method: .link, hasSecondFactor: false, device: nil, origin, client, in: db)
    }
  }

  /// The person of a link that may still be used.
  func holder(
    of kind: AccountLink.Kind, _ token: String, in db: any ReadTransaction
  ) throws -> (link: AccountLink, person: Person) {
    let link = try usableLink(kind, token, in: db)
    guard let id = link.person, let person = try PersonRecords.own(id, in: db) else {
      throw Problem.notFound(rule: "link.unknown")
    }
    return (link, person)
  }

  /// Makes a link: by mail where mail is sent, and then nil; otherwise its path, to be handed over.
  func sendLink(
    _ kind: AccountLink.Kind, to person: Person, by actor: Actor, in db: any WriteTransaction
  ) throws -> String? {
    let path = try makeLink(kind, for: person, by: actor, in: db)
    guard let address = accounts.mailAddress else { return path }
    try queue(
      kind == .invitation ? .invitation(address + path) : .recovery(address + path), to: person, in: db)
    return nil
  }

  /// The path of a new link, which takes the place of the unused ones of its kind.
  func makeLink(
    _ kind: AccountLink.Kind, for person: Person, by actor: Actor, in db: any WriteTransaction
  ) throws -> String {
    let token = newToken()
    let link = AccountLink(id: newID(), kind, for: person.id, by: actor.person, at: now())
    try AccountLinkWriting.put(link, fingerprint: token.fingerprint, in: db)
    return AccountPaths.path(of: kind, token: token.text)
  }

  /// Who can open another's account has all that the other has. Throws `person.moreRights`.
  func refuseMoreRights(of person: Person, than actor: Actor, in db: any ReadTransaction) throws {
    let ofActive = Person(
      id: person.id, name: person.name, email: person.email, state: .active, postEndsOn: nil,
      createdAt: person.createdAt, reviewedAt: person.reviewedAt)
    let open = try AssignmentRecords.own(of: person.id, in: db).filter { assignment in
      assignment.revokedAt == nil && (assignment.validUntil.map { $0 >= now().day } ?? true)
    }
    // Each on its first day: what begins later counts too.
    for assignment in open {
      let other = Actor(
        ofActive, assignments: [assignment], roles: roles, on: max(assignment.validFrom, now().day),
        hasSecondFactor: true, origin: actor.origin)
      guard try actor.hasAllRights(of: other, holds: { try ScopeRecords.holds($0, in: $1, db: db) }) else {
        throw Problem.notAllowed(rule: "person.moreRights")
      }
    }
  }

  /// Throws `person.postOver`.
  func checkPostEnd(_ day: Day?) throws {
    if let day, day < now().day { throw Problem.invalid(field: "fim", rule: "person.postOver") }
  }

  static func values(of person: Person) -> [AuditField: String] {
    var values: [AuditField: String] = [
      .name: person.name, .email: person.email.description, .state: person.state.rawValue,
    ]
    values[.postEndsOn] = person.postEndsOn?.description
    return values
  }
}
