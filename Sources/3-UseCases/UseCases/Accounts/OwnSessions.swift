public import Access
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Also while the program is seen as another: it is the own session that ends.
  public func signOut(_ signedIn: SignedIn) async throws {
    try await endOwn(signedIn.session.id, signedIn)
  }

  /// Ends one of the own sessions. Throws `session.unknown`.
  public func endSession(_ id: ID<Session>, _ signedIn: SignedIn) async throws {
    guard try await endOwn(id, signedIn) else { throw Problem.notFound(rule: "session.unknown") }
  }

  /// "Sair de todos": also this one when `andThis`. Browsers are no longer known. Returns how many sessions ended.
  @discardableResult
  public func endSessions(andThis: Bool, _ signedIn: SignedIn) async throws -> Int {
    let (now, id) = (now(), signedIn.person.id)
    let kept = andThis ? nil : signedIn.session.id
    return try await store.write { db in
      let ended = try SessionWriting.endAll(of: id, except: kept, in: db)
      try SignInWriting.endSteps(of: id, in: db)
      try SignInWriting.forgetDevices(of: id, in: db)
      try AuditWriting.record(
        AuditNote(
          .sessionsEnded, of: AuditThing(.person, id), in: try place(of: id, in: db),
          after: [.sessions: String(ended)]), by: signedIn.own, at: now, in: db)
      return ended
    }
  }

  @discardableResult
  private func endOwn(_ session: ID<Session>, _ signedIn: SignedIn) async throws -> Bool {
    let (now, id) = (now(), signedIn.person.id)
    return try await store.write { db in
      guard try SessionWriting.end(session, of: id, in: db) else { return false }
      try AuditWriting.record(
        AuditNote(.sessionEnded, of: AuditThing(.session, session), in: try place(of: id, in: db)),
        by: signedIn.own, at: now, in: db)
      return true
    }
  }
}
