public import Access
import Records
import SQLStore
import Secrets
public import Vocabulary

/// Who stands behind a request: found out once, at its beginning.
public struct SignedIn: Sendable {
  public let session: Session
  /// Who signed in, also while the program is seen as another.
  public let person: Person
  /// The same person with everything that may be done, also while the program is seen as another.
  public let own: Actor
  /// Who acts: the person, or the one as whom the program is seen.
  public let actor: Actor
}

extension Prumo {
  /// The person behind a session's token, with what may be done today; nil when the session is over, was ended, or the
  /// account or its post has ended. Days are those of universal time (`Instant.day`).
  public func recognise(sessionToken token: String, origin: Actor.Origin) async throws -> SignedIn? {
    let now = now()
    let fingerprint = SecretToken.fingerprint(of: token)
    let signedIn = try await store.read { db -> SignedIn? in
      guard let session = try SessionRecords.find(fingerprint: fingerprint, in: db), session.isAlive(at: now),
        let person = try PersonRecords.own(session.person, in: db), person.mayEnter(on: now.day)
      else { return nil }
      let own = try actor(of: person, in: session, origin: origin, at: now, db: db)
      return SignedIn(
        session: session, person: person, own: own,
        actor: try seenAs(session.viewedPerson, by: own, in: session, at: now, db: db) ?? own)
    }
    if let session = signedIn?.session, session.isRenewalDue(at: now) {
      try await renew(session.id, at: now)
    }
    return signedIn
  }

  /// Begins a session. Returns its token, which is kept nowhere but in the cookie.
  public func openSession(
    for person: ID<Person>, hasSecondFactor: Bool, origin: Actor.Origin, client: String
  ) async throws -> String {
    let token = newToken()
    let session = Session(
      id: newID(), person: person, hasSecondFactor: hasSecondFactor, at: now(), address: origin.address,
      client: client)
    try await store.write { db in
      try SessionWriting.open(session, fingerprint: token.fingerprint, in: db)
    }
    return token.text
  }

  /// A page is not refused because others hold the writers' turn: the next request renews.
  private func renew(_ session: ID<Session>, at now: Instant) async throws {
    do {
      try await store.write { try SessionWriting.see(session, at: now, in: $0) }
    } catch StoreError.busy {}
  }

  func actor(
    of person: Person, in session: Session, origin: Actor.Origin, viewer: ID<Person>? = nil, at now: Instant,
    db: any ReadTransaction
  ) throws -> Actor {
    Actor(
      person, assignments: try AssignmentRecords.own(of: person.id, in: db), roles: roles, on: now.day,
      hasSecondFactor: session.hasSecondFactor, origin: origin, viewer: viewer)
  }

  /// Nil when nobody is looked through, or the right to look at this person has ended meanwhile.
  private func seenAs(
    _ viewed: ID<Person>?, by own: Actor, in session: Session, at now: Instant, db: any ReadTransaction
  ) throws -> Actor? {
    guard let viewed, let scope = own.scope(of: .viewAs),
      let person = try PersonRecords.find(viewed, inside: scope, in: db)
    else { return nil }
    let seen = try actor(
      of: person, in: session, origin: own.origin, viewer: session.person, at: now, db: db)
    do {
      try own.mayView(as: seen) { place, scope in try ScopeRecords.holds(place, in: scope, db: db) }
    } catch is Problem { return nil }
    return seen
  }
}

extension SignedIn {
  /// The person, for changes of the own account. Throws `access.onlyViewing` while the program is seen as another.
  func acting() throws(Problem) -> Actor {
    guard actor.viewer == nil else { throw .notAllowed(rule: "access.onlyViewing") }
    return own
  }
}
