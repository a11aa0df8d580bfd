public import Access
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// The way back in for somebody whom no other administrator can help, for whoever holds the machine: the path of a link,
  /// also where mail is sent. An invitation that was not accepted gets its link anew; for an active account it is one with
  /// which to choose a new password. Throws `person.emailUnreadable`, `person.unknown`, `person.notActive`, and as
  /// `Actor.permit`.
  ///
  /// - Parameter resettingSecondFactor: the second factor ends too, with all sessions.
  public func openAccount(
    of email: String, resettingSecondFactor: Bool, by actor: Actor
  ) async throws -> String {
    let permit = try actor.permit(ChangePeople.self)
    let address = try Person.checkedEmail(email)
    let now = now()
    return try await store.write { db in
      guard let found = try PersonRecords.signingIn(as: address, in: db) else {
        throw Problem.notFound(rule: "person.unknown")
      }
      let person = try controlled(found.id, permit, in: db)
      guard person.state == .invited || person.mayEnter(on: now.day) else {
        throw Problem.conflict(rule: "person.notActive")
      }
      func note(_ action: AuditAction) throws {
        try AuditWriting.record(
          AuditNote(action, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
          by: actor, at: now, in: db)
      }
      if resettingSecondFactor, try CredentialWriting.removeTimeCode(of: person.id, in: db) {
        try forgetSignIns(of: person.id, in: db)
        try note(.secondFactorRemoved)
      }
      try note(person.state == .invited ? .invitationRenewed : .recoveryLinkMade)
      return try makeLink(
        person.state == .invited ? .invitation : .recovery, for: person, by: actor, in: db)
    }
  }
}
