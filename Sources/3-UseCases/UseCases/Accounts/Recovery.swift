public import Access
import Records
import SQLStore
import Secrets
public import Vocabulary

extension Prumo {
  /// Whether links go by mail; without it an administrator makes them and hands them over.
  public var sendsMail: Bool { accounts.mailAddress != nil }

  /// Asks for a link with which to choose a new password. What is answered, and how long it takes, says nothing about
  /// whether there is such an account. Throws `signIn.tooMany` for too many requests from one network.
  public func requestRecovery(of address: String, origin: Actor.Origin) async throws {
    let network = NetworkPrefix.of(origin.address)
    try await count(Sides(sides: [side("recovery \(network)", .recoveryRequests)]))
    let now = now()
    let typed = EmailAddress(address.filter { !$0.isWhitespace })
    let letters = side("letters \(typed?.key ?? "")", .recoveryLetters)
    try await store.write { db in
      let person = try typed.flatMap { try PersonRecords.signingIn(as: $0, in: db) }
        .flatMap { $0.mayEnter(on: now.day) ? $0 : nil }
      let count =
        try SignInRecords.count(of: letters.bucket, in: db) ?? ThrottleCount(failures: 0, windowBeganAt: now)
      let isOpen = count.secondsToWait(letters.limit, at: now) == nil
      try SignInWriting.put(count.counting(letters.limit, at: now), of: letters.bucket, in: db)
      if let person, isOpen, sendsMail {
        _ = try sendLink(.recovery, to: person, by: visitor(origin), in: db)
      } else {
        // The same work, for nobody.
        try SignInWriting.endStep(fingerprint: newToken().fingerprint, in: db)
      }
      try AuditWriting.record(
        AuditNote(
          .recoveryLinkMade, of: person.map { AuditThing(.person, $0.id) },
          in: try person.flatMap { try place(of: $0.id, in: db) }),
        by: visitor(origin), at: now, in: db)
    }
  }

  /// A link with which a person chooses a new password, made by an administrator. Its path, to be handed over; nil when it
  /// went by mail. Throws `person.unknown`, `person.notActive`, `person.oneself`, `person.moreRights`.
  public func makeRecoveryLink(for id: ID<Person>, by actor: Actor) async throws -> String? {
    let permit = try actor.permit(ChangePeople.self)
    let now = now()
    return try await store.write { db in
      let person = try controlled(id, permit, in: db)
      guard person.mayEnter(on: now.day) else { throw Problem.conflict(rule: "person.notActive") }
      let path = try sendLink(.recovery, to: person, by: actor, in: db)
      try AuditWriting.record(
        AuditNote(
          .recoveryLinkMade, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
        by: actor, at: now, in: db)
      return path
    }
  }

  /// Whose password a link renews. Throws `link.unknown`, `link.used` or `link.expired`.
  public func recovering(by token: String) async throws -> Person {
    try await store.read { try holder(of: .recovery, token, in: $0).person }
  }

  /// Chooses a new password; all sessions end, and the person signs in with it. The second factor stays.
  public func recover(_ token: String, password: String, origin: Actor.Origin) async throws {
    let person = try await recovering(by: token)
    let hash = try await hashed(new: password, email: person.email, name: person.name)
    let now = now()
    try await store.write { db in
      let (link, person) = try holder(of: .recovery, token, in: db)
      guard person.mayEnter(on: now.day), try AccountLinkWriting.use(link.id, at: now, in: db) else {
        throw Problem.conflict(rule: "link.used")
      }
      try CredentialWriting.setPassword(hash, of: person.id, at: now, in: db)
      try forgetSignIns(of: person.id, in: db)
      try AuditWriting.record(
        AuditNote(
          .passwordRecovered, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
        by: themselves(person, origin: origin), at: now, in: db)
      try queue(.passwordChanged, to: person, in: db)
    }
  }
}
