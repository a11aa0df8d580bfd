public import Access
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// From now on the session sees the program as another person does, and changes nothing. Throws `person.unknown`,
  /// `person.notActive`, `viewAs.oneself`, `viewAs.moreRights`, `access.onlyViewing`.
  public func viewAs(_ id: ID<Person>, _ signedIn: SignedIn) async throws {
    let own = try signedIn.acting()
    let scope = try own.requiredScope(of: .viewAs)
    let now = now()
    try await store.write { db in
      let person = try visible(id, inside: scope, in: db)
      guard person.mayEnter(on: now.day) else { throw Problem.conflict(rule: "person.notActive") }
      let seen = Actor(
        person, assignments: try AssignmentRecords.own(of: id, in: db), roles: roles, on: now.day,
        hasSecondFactor: true, origin: own.origin)
      try own.mayView(as: seen) { place, scope in try ScopeRecords.holds(place, in: scope, db: db) }
      try SessionWriting.view(as: id, in: signedIn.session.id, db: db)
      try AuditWriting.record(
        AuditNote(.viewAsBegun, of: AuditThing(.person, id), in: try place(of: id, in: db)),
        by: own, at: now, in: db)
    }
  }

  /// Back to the own eyes. Does nothing when nobody is looked through.
  public func stopViewing(_ signedIn: SignedIn) async throws {
    guard let viewed = signedIn.session.viewedPerson else { return }
    let now = now()
    try await store.write { db in
      try SessionWriting.view(as: nil, in: signedIn.session.id, db: db)
      try AuditWriting.record(
        AuditNote(.viewAsEnded, of: AuditThing(.person, viewed), in: try place(of: viewed, in: db)),
        by: signedIn.own, at: now, in: db)
    }
  }
}
