public import Access
import Records
import SQLStore
import Secrets
import Vocabulary

/// What the first administrator says of themselves.
public struct NewAccount: Sendable {
  public let name: String
  public let email: String
  public let password: String
  public let origin: Actor.Origin
  public let client: String

  public init(name: String, email: String, password: String, origin: Actor.Origin, client: String) {
    self.name = name
    self.email = email
    self.password = password
    self.origin = origin
    self.client = client
  }
}

extension Prumo {
  /// The path of a link that makes the first administrator, for whoever starts the program; nil while anybody administers
  /// the whole country, which is this installation: it may serve several states. A new link takes the place of the last.
  public func firstAdministratorLink() async throws -> String? {
    let now = now()
    let token = newToken()
    let link = AccountLink(id: newID(), .firstAdministrator, for: nil, by: nil, at: now)
    return try await store.write { db in
      guard try hasNoAdministrator(on: now.day, in: db) else { return nil }
      try AccountLinkWriting.put(link, fingerprint: token.fingerprint, in: db)
      return AccountPaths.path(of: .firstAdministrator, token: token.text)
    }
  }

  /// Throws `link.unknown`, `link.used` or `link.expired`.
  public func checkFirstAdministratorLink(_ token: String) async throws {
    _ = try await store.read { try usableLink(.firstAdministrator, token, in: $0) }
  }

  /// Makes the first administrator, of the whole country, and signs them in. Who had an account with that address gets it
  /// back, without its old second factor. Throws as `checkFirstAdministratorLink`, and the rules of names, addresses and
  /// passwords.
  public func becomeFirstAdministrator(_ token: String, _ account: NewAccount) async throws -> SignInTokens {
    try await checkFirstAdministratorLink(token)
    let name = try Person.checkedName(account.name)
    let email = try Person.checkedEmail(account.email)
    let hash = try await hashed(new: account.password, email: email, name: name)
    let now = now()
    let program = Actor.program("primeiro acesso", origin: account.origin)
    let change = try program.permit(ChangePeople.self)
    let newID: ID<Person> = newID()
    return try await store.write { db in
      let link = try usableLink(.firstAdministrator, token, in: db)
      guard try hasNoAdministrator(on: now.day, in: db), try AccountLinkWriting.use(link.id, at: now, in: db)
      else { throw Problem.conflict(rule: "link.used") }
      let before = try PersonRecords.signingIn(as: email, in: db)
      let person = Person(
        id: before?.id ?? newID, name: name, email: email, state: .active, postEndsOn: nil,
        createdAt: before?.createdAt ?? now, reviewedAt: now)
      if before == nil {
        try PersonWriting.add(person, change, in: db)
      } else {
        try PersonWriting.put(person, change, in: db)
        try forgetSignIns(of: person.id, in: db)
        _ = try CredentialWriting.removeTimeCode(of: person.id, in: db)
      }
      try CredentialWriting.setPassword(hash, of: person.id, at: now, in: db)
      try AuditWriting.record(
        AuditNote(
          .personAccepted, of: AuditThing(.person, person.id), in: .territory(.country),
          after: [.name: name, .email: email.description, .method: "firstAdministrator"]),
        by: program, at: now, in: db)
      try administerCountry(person, by: program, in: db)
      return try enter(
        person, method: .link, hasSecondFactor: false, device: nil, account.origin, account.client, in: db)
    }
  }

  /// An old role that is in force goes on; one that was to begin later gives way.
  private func administerCountry(
    _ person: Person, by program: Actor, in db: any WriteTransaction
  ) throws {
    let new = NewAssignment(role: .stateAdministrator, place: .territory(.country))
    let (today, permit) = (now().day, try program.permit(GrantRoles.self))
    let old = try AssignmentRecords.own(of: person.id, in: db).filter {
      $0.role == new.role && $0.place == new.place && $0.revokedAt == nil
    }
    if old.contains(where: { $0.isInForce(on: today) }) { return }
    for assignment in old { try revoke(assignment, permit, in: db) }
    try grant(new, to: person, by: program, in: db)
  }

  private func hasNoAdministrator(on today: Day, in db: any ReadTransaction) throws -> Bool {
    try AdministratorRecords.others(than: nil, in: .territory(.country), on: today, db: db) == 0
  }

  /// Throws `link.unknown`, `link.used` or `link.expired`.
  func usableLink(
    _ kind: AccountLink.Kind, _ token: String, in db: any ReadTransaction
  ) throws -> AccountLink {
    let fingerprint = SecretToken.fingerprint(of: token)
    guard let link = try AccountLinkRecords.find(kind, fingerprint: fingerprint, in: db) else {
      throw Problem.notFound(rule: "link.unknown")
    }
    return try link.usable(at: now())
  }

  /// Ends what stands open with an account: sessions, second steps, known browsers and links.
  func forgetSignIns(
    of person: ID<Person>, except session: ID<Session>? = nil, in db: any WriteTransaction
  ) throws {
    try SessionWriting.endAll(of: person, except: session, in: db)
    try SignInWriting.endSteps(of: person, in: db)
    try SignInWriting.forgetDevices(of: person, in: db)
    for kind in AccountLink.Kind.allCases where kind != .firstAdministrator {
      try AccountLinkWriting.withdraw(kind, of: person, in: db)
    }
  }
}
