public import Access
public import Privacy
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// A person's own requests, newest first.
  public func ownPrivacyRequests(_ signedIn: SignedIn) async throws -> [PrivacyRequest] {
    let id = try Self.oneself(signedIn)
    return try await store.read { try PrivacyRequestRecords.own(of: id, in: $0) }
  }

  /// Asks something about the own data. Throws the rules of `PrivacyRequest`, `text.looksPersonal`, `access.onlyViewing`.
  /// - Parameter sendAnyway: the person has read the warning about numbers in the text.
  @discardableResult
  public func askAboutOwnData(
    _ kind: PrivacyRequest.Kind, text: String, sendAnyway: Bool, _ signedIn: SignedIn
  ) async throws -> PrivacyRequest {
    let person = try Self.oneself(signedIn)
    let (id, now): (ID<PrivacyRequest>, Instant) = (newID(), now())
    // Refused before the warning, so that a text that cannot be sent is not counted as sent.
    _ = try PrivacyRequest(id: id, of: person, kind, text: text, beside: 0, at: now)
    try await checkFreeText(text, in: .privacyRequest, formField: "texto", sendAnyway: sendAnyway)
    return try await store.write { db in
      let open = try PrivacyRequestRecords.countOpen(of: person, in: db)
      let request = try PrivacyRequest(id: id, of: person, kind, text: text, beside: open, at: now)
      try PrivacyRequestWriting.add(request, in: db)
      try AuditWriting.record(
        AuditNote(
          .privacyRequested, of: AuditThing(.privacyRequest, id),
          after: [.deadline: request.dueOn.description]),
        by: signedIn.actor, at: now, in: db)
      return request
    }
  }

  /// Takes an own request back. Throws `privacy.unknownRequest`, `privacy.alreadyEnded`, `access.onlyViewing`.
  public func withdraw(_ id: ID<PrivacyRequest>, _ signedIn: SignedIn) async throws {
    let person = try Self.oneself(signedIn)
    let now = now()
    try await store.write { db in
      guard let request = try PrivacyRequestRecords.find(id, of: person, in: db) else {
        throw Problem.notFound(rule: "privacy.unknownRequest")
      }
      try PrivacyRequestWriting.withdraw(try request.withdrawn(at: now), at: now, in: db)
      try AuditWriting.record(
        AuditNote(
          .privacyAnswered, of: AuditThing(.privacyRequest, id), before: [.state: "open"],
          after: [.state: "withdrawn"]), by: signedIn.actor, at: now, in: db)
    }
  }

  /// Requests of the people whom the actor answers, open ones first, by their term.
  public func privacyRequests(by actor: Actor) async throws -> [ListedRequest] {
    let scope = try actor.requiredScope(of: .privacyWrite)
    return try await store.read {
      try PrivacyRequestRecords.list(inside: scope, limit: PrivacyRequestRecords.maximumListed, in: $0)
    }
  }

  /// Throws `privacy.unknownRequest`, also for one outside of the scope.
  public func privacyRequest(_ id: ID<PrivacyRequest>, by actor: Actor) async throws -> ListedRequest {
    let scope = try actor.requiredScope(of: .privacyWrite)
    guard let listed = try await store.read({ try PrivacyRequestRecords.find(id, inside: scope, in: $0) })
    else { throw Problem.notFound(rule: "privacy.unknownRequest") }
    return listed
  }

  /// Answers. A deletion that is accepted makes the person nameless at once, which asks for an ended account.
  /// Throws `privacy.unknownRequest`, the rules of `PrivacyRequest.answered`, `privacy.accountStillOpen`,
  /// `text.looksPersonal`, `access.onlyViewing`.
  public func answer(
    _ id: ID<PrivacyRequest>, _ outcome: PrivacyRequest.Outcome, text: String, sendAnyway: Bool,
    by actor: Actor
  ) async throws {
    let permit = try actor.permit(AnswerPrivacyRequests.self)
    let now = now()
    _ = try await privacyRequest(id, by: actor).request.answered(
      outcome, text: text, by: actor.person, at: now)
    try await checkFreeText(text, in: .privacyAnswer, formField: "resposta", sendAnyway: sendAnyway)
    try await store.write { db in
      guard let listed = try PrivacyRequestRecords.find(id, inside: permit.scope, in: db) else {
        throw Problem.notFound(rule: "privacy.unknownRequest")
      }
      let answered = try listed.request.answered(outcome, text: text, by: actor.person, at: now)
      guard case .answered(let answer, _) = answered.state else { return }
      try PrivacyRequestWriting.answer(id, answer, at: now, permit, in: db)
      if listed.request.kind == .deletion, outcome == .accepted {
        guard listed.person.state == .ended else { throw Problem.conflict(rule: "privacy.accountStillOpen") }
        try PersonRemoval.remove(listed.person.id, at: now, in: db)
        try AuditWriting.record(
          AuditNote(
            .retentionRun, of: AuditThing(.person, listed.person.id),
            after: [.removed: "1", .reason: "Pedido de eliminação"]), by: actor, at: now, in: db)
      }
      try AuditWriting.record(
        AuditNote(
          .privacyAnswered, of: AuditThing(.privacyRequest, id), before: [.state: "open"],
          after: [.state: outcome.rawValue, .person: listed.person.id.text]), by: actor, at: now, in: db)
    }
  }

  private static func oneself(_ signedIn: SignedIn) throws(Problem) -> ID<Person> {
    guard signedIn.actor.viewer == nil else { throw .notAllowed(rule: "access.onlyViewing") }
    return signedIn.person.id
  }
}
