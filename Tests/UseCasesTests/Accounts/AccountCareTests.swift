import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct AccountCareTests {
  @Test(arguments: Engine.allCases)
  func `an account is ended by who cares for all of its places, and never the own one`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      try await prumo.give(.councilMember, in: "AC", to: .dora)
      let enzo = try await prumo.actor(of: .enzo)
      for (member, expected) in [
        (Member.acacio, "person.unknown"), (.dora, "person.otherPlaces"), (.enzo, "person.oneself"),
        (.bento, nil),
      ] {
        #expect(try await rule { try await prumo.endAccount(of: member.id, by: enzo) } == expected)
      }
      #expect(
        try await rule { try await prumo.endAccount(of: Member.bento.id, by: enzo) } == "person.alreadyEnded")
      #expect(
        try await rule { try await prumo.endAccount(of: Member.dora.id, by: try await prumo.actor(of: .ana)) }
          == "access.notAllowed")
    }
  }

  @Test(arguments: Engine.allCases)
  func `nothing is left by which an ended account could sign in`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let session = try await prumo.setSecondFactor(try await prumo.signedIn(as: .bento)).set.session
      let iara = try await prumo.actor(of: .iara)
      let path = try #require(try await prumo.makeRecoveryLink(for: Member.bento.id, by: iara))
      try await prumo.endAccount(of: Member.bento.id, by: iara)
      #expect(try await prumo.recognised(session) == nil)
      #expect(try await rule { _ = try await prumo.enter(.bento) } == "signIn.wrong")
      let token = String(path.dropFirst("/recuperar/".count))
      #expect(try await rule { _ = try await prumo.recovering(by: token) } == "link.unknown")
      let (roles, credential) = try await prumo.store.read { db in
        (
          try AssignmentRecords.own(of: Member.bento.id, in: db).filter { $0.revokedAt == nil },
          try CredentialRecords.find(of: Member.bento.id, in: db)?.passwordHash
        )
      }
      #expect(roles.isEmpty && credential == nil)
      // It comes back by a new invitation, with the new role only.
      let invited = try await prumo.invite(
        Invitation(
          name: "Bento Exemplo", email: "bento@exemplo.gov.br", postEndsOn: nil,
          assignments: [NewAssignment(role: .councilMember, place: Place("5100201")!)]), by: iara)
      #expect(invited.person == Member.bento.id && invited.path != nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the last administrator of a place is neither ended nor revoked`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.stateAdministrator, in: "BR", to: .enzo, until: "2026-11-22")
      let iara = try await prumo.actor(of: .iara)
      let own = try await prumo.store.read { try AssignmentRecords.own(of: Member.iara.id, in: $0)[0] }
      #expect(try await rule { try await prumo.revoke(own.id, by: iara) } == "person.lastAdministrator")
      try await prumo.give(.stateAdministrator, in: "BR", to: .enzo)
      let enzo = try await prumo.actor(of: .enzo)
      #expect(try await rule { try await prumo.endAccount(of: Member.iara.id, by: enzo) } == nil)
      let left = try await prumo.store.read {
        try AssignmentRecords.own(of: Member.enzo.id, in: $0).first { $0.validUntil == nil }
      }
      let last = try #require(left).id
      #expect(try await rule { try await prumo.revoke(last, by: enzo) } == "person.lastAdministrator")
    }
  }

  @Test(arguments: Engine.allCases)
  func `an account is due for review after a year, and not a day before`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      clock.advance(days: Int64(Person.reviewDays))
      clock.advance(seconds: -1)
      #expect(try await prumo.reviewsDue(for: try await prumo.actor(of: .iara)) == 0)
      clock.advance(seconds: 1)
      let iara = try await prumo.actor(of: .iara)
      #expect(try await prumo.reviewsDue(for: iara) == Member.allCases.count)
      #expect(try await prumo.reviewsDue(for: try await prumo.actor(of: .bento)) == nil)
      #expect(try await rule { try await prumo.review(Member.iara.id, by: iara) } == "person.oneself")
      try await prumo.review(Member.bento.id, by: iara)
      var question = PeopleQuestion()
      question.isReviewDue = true
      let due = try await prumo.people(question, by: iara)
      #expect(!due.people.contains { $0.person.id == Member.bento.id })
      #expect(due.count == Member.allCases.count - 1 && due.reviewsDue == due.count)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an administrator corrects what is wrong, and another address ends the sessions`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let iara = try await prumo.actor(of: .iara)
      func correct(_ email: String, _ end: String?) async throws -> String? {
        try await rule {
          try await prumo.correct(
            Member.bento.id,
            PersonCorrection(name: "Bento Exemplo", email: email, postEndsOn: end.map { Day($0)! }), by: iara)
        }
      }
      #expect(try await correct("dora@exemplo.gov.br", nil) == "person.emailTaken")
      #expect(try await correct("bento@exemplo.gov.br", "2026-11-22") == "person.postOver")
      let session = try await prumo.token(of: .bento)
      #expect(try await correct("bento@exemplo.gov.br", "2026-12-31") == nil)
      #expect(try await prumo.recognised(session) != nil)
      #expect(try await correct("novo@exemplo.gov.br", "2026-12-31") == nil)
      #expect(try await prumo.recognised(session) == nil)
      let sheet = try await prumo.personSheet(Member.bento.id, by: iara)
      #expect(sheet.person.postEndsOn == Day("2026-12-31") && sheet.assignments.count == 1)
    }
  }
}
