public import Access
import OpenID
import Records
import SQLStore
import Secrets
import Vocabulary

/// A browser that has come back from a provider.
public struct IdentityReturn: Sendable {
  public let provider: String
  /// From the cookie.
  public let sealed: String?
  /// What stood behind the `?`, each name once.
  public let parameters: [String: String]
  public let back: String
  public let device: String?
  public let origin: Actor.Origin
  public let client: String

  public init(
    provider: String, sealed: String?, parameters: [String: String], back: String, device: String?,
    origin: Actor.Origin, client: String
  ) {
    self.provider = provider
    self.sealed = sealed
    self.parameters = parameters
    self.back = back
    self.device = device
    self.origin = origin
    self.client = client
  }
}

public enum IdentityAnswer: Sendable {
  case entering(SignInAnswer, returnTo: String)
  /// An invitation was accepted.
  case accepted(SignInAnswer)
  case linked
}

/// Somebody as a provider knows them, without telling who.
struct ShownIdentity: Sendable {
  let issuer: String
  let fingerprint: String
  let hasSecondFactor: Bool
}

extension Prumo {
  /// Who has come back from a provider, and what for. Throws what `OpenIDDirectory.complete` throws (`openid.…`),
  /// `identity.noProvider`, `identity.unknown`, `identity.taken`, `identity.otherLinked`, `signIn.ended`, `link.…`.
  public func completeIdentity(_ visit: IdentityReturn, signedIn: SignedIn?) async throws -> IdentityAnswer {
    let provider = try identityProvider(visit.provider)
    let kept = try IdentityAttempt.opened(visit.sealed, key: accounts.key, at: now())
    guard kept.provider == visit.provider, let attempt = kept.attempt else {
      throw Problem.invalid(rule: "openid.state")
    }
    if let session = kept.session, session != signedIn?.session.id.text {
      throw Problem.invalid(rule: "openid.state")
    }
    let person = try await accounts.identities.directory.complete(
      attempt, at: provider.provider, back: try backAddress(visit.back), parameters: visit.parameters,
      now: now())
    let identity = ShownIdentity(
      issuer: person.issuer, fingerprint: person.fingerprint(key: accounts.key),
      hasSecondFactor: provider.showedSecondFactor(person))
    if kept.session != nil, let signedIn {
      try await link(identity, to: signedIn)
      return .linked
    }
    if let token = kept.invitation { return .accepted(try await accept(token, by: identity, visit)) }
    return .entering(try await signIn(by: identity, visit), returnTo: kept.returnTo)
  }

  /// Whoever the provider knows, and we do not, is never taken for a person of the same e-mail address.
  func signIn(by identity: ShownIdentity, _ visit: IdentityReturn) async throws -> SignInAnswer {
    let person = try await store.read { db in
      try IdentityRecords.person(issuer: identity.issuer, fingerprint: identity.fingerprint, in: db).flatMap {
        try PersonRecords.own($0, in: db)
      }
    }
    guard let person else {
      try await refuse("identity.unknown", nil, visit.origin)
      throw Problem.conflict(rule: "identity.unknown")
    }
    guard person.mayEnter(on: now().day) else {
      try await refuse("signIn.ended", person, visit.origin)
      throw Problem.notAllowed(rule: "signIn.ended")
    }
    return try await store.write { try entering(person, by: identity, visit, in: $0) }
  }

  func link(_ identity: ShownIdentity, to signedIn: SignedIn) async throws {
    let actor = try signedIn.acting()
    let now = now()
    try await store.write { db in
      try put(identity, of: signedIn.person, at: now, in: db)
      try AuditWriting.record(
        AuditNote(
          .identityLinked, of: AuditThing(.person, signedIn.person.id),
          in: try place(of: signedIn.person.id, in: db), after: [.method: identity.issuer]),
        by: actor, at: now, in: db)
    }
  }

  func accept(
    _ token: String, by identity: ShownIdentity, _ visit: IdentityReturn
  ) async throws -> SignInAnswer {
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
      try put(identity, of: person, at: now, in: db)
      try AuditWriting.record(
        AuditNote(
          .personAccepted, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db),
          after: [.method: identity.issuer]),
        by: themselves(person, origin: visit.origin), at: now, in: db)
      return try entering(person, by: identity, visit, in: db)
    }
  }

  /// Our own second factor is not asked for where the provider is known to have seen one.
  private func entering(
    _ person: Person, by identity: ShownIdentity, _ visit: IdentityReturn, in db: any WriteTransaction
  ) throws -> SignInAnswer {
    guard identity.hasSecondFactor else {
      return try pass(
        person, method: .identity, device: visit.device, visit.origin, visit.client, in: db)
    }
    return .signedIn(
      try enter(
        person, method: .identity, hasSecondFactor: true, device: visit.device, visit.origin, visit.client,
        in: db))
  }

  /// Throws `identity.taken` when it is another's, `identity.otherLinked` when the person has another one there.
  private func put(
    _ identity: ShownIdentity, of person: Person, at now: Instant, in db: any WriteTransaction
  ) throws {
    let holder = try IdentityRecords.person(
      issuer: identity.issuer, fingerprint: identity.fingerprint, in: db)
    if holder == person.id { return }
    guard holder == nil else { throw Problem.conflict(rule: "identity.taken") }
    guard try !IdentityRecords.issuers(of: person.id, in: db).contains(identity.issuer) else {
      throw Problem.conflict(rule: "identity.otherLinked")
    }
    try IdentityWriting.link(
      issuer: identity.issuer, fingerprint: identity.fingerprint, to: person.id, at: now, in: db)
  }
}
