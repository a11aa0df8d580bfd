import Access
import Records
import SQLStore
import Vocabulary

/// Who works here: everyone of the cast, with their roles. Nobody has a password; one enters under their names by the
/// page that only a demonstration has.
struct CastStory: DemonstrationStory {
  let name = "cast"

  func tell(_ world: DemonstrationWorld, to prumo: Prumo) async throws {
    let program = Actor.demonstration
    let change = try program.permit(ChangePeople.self)
    let now = prumo.now()
    try await prumo.store.write { db in
      for member in CastMember.allCases {
        guard try PersonRecords.own(member.id, in: db) == nil else { continue }
        let person = Person(
          id: member.id, name: member.name, email: member.email, state: .active, postEndsOn: nil,
          createdAt: now, reviewedAt: now)
        try PersonWriting.add(person, change, in: db)
        try AuditWriting.record(
          AuditNote(
            .personAccepted, of: AuditThing(.person, person.id), in: member.place,
            after: Prumo.values(of: person)), by: program, at: now, in: db)
        guard let role = member.role else { continue }
        try prumo.grant(NewAssignment(role: role, place: member.place), to: person, by: program, in: db)
      }
    }
  }
}

extension Actor {
  /// What the demonstration does by itself is signed so.
  static var demonstration: Actor { .program("Demonstração", origin: .ofTheProgram) }
}

extension Prumo {
  /// Somebody of the cast, with all that the role gives: for stories that they take part in.
  func castActor(_ member: CastMember) async throws -> Actor {
    let now = now()
    return try await store.read { db in
      guard let person = try PersonRecords.own(member.id, in: db) else {
        throw StoreError.defect("\(member.name) is not in the demonstration")
      }
      return Actor(
        person, assignments: try AssignmentRecords.own(of: person.id, in: db), roles: roles, on: now.day,
        hasSecondFactor: true, origin: .ofTheProgram)
    }
  }
}
