import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct ViewAsTests {
  @Test(arguments: Engine.allCases)
  func `nobody looks through whom they do not see, through themselves, or through somebody with more`(
    engine: Engine
  ) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      try await prumo.give(.councilMember, in: "AC", to: .dora)
      let enzo = try await prumo.signedIn(as: .enzo)
      for (member, expected) in [
        (Member.enzo, "viewAs.oneself"), (.acacio, "person.unknown"), (.iara, "person.unknown"),
        (.dora, "viewAs.moreRights"), (.ana, nil),
      ] {
        #expect(try await rule { try await prumo.viewAs(member.id, enzo) } == expected)
      }
      let ana = try await prumo.signedIn(as: .ana)
      #expect(try await rule { try await prumo.viewAs(Member.bento.id, ana) } == "access.notAllowed")
    }
  }

  @Test(arguments: Engine.allCases)
  func `while looking, everything is seen as the other does and nothing is changed`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let token = try await prumo.token(of: .iara)
      let before = try #require(try await prumo.recognised(token))
      try await prumo.viewAs(Member.bento.id, before)
      let looking = try #require(try await prumo.recognised(token))
      #expect(looking.actor.person == Member.bento.id && looking.actor.viewer == Member.iara.id)
      #expect(looking.person.id == Member.iara.id && looking.own.person == Member.iara.id)
      #expect(!looking.actor.has(.peopleRead) || looking.actor.scope(of: .peopleRead) != .country)
      #expect(
        try await rule { _ = try looking.actor.permit(ChooseClock.self) } == "access.onlyViewing")
      for attempt in [
        { try await prumo.correctOwnName("Outra", looking) },
        { _ = try await prumo.proposeSecondFactor(looking) },
        { try await prumo.changePassword(from: goodPassword, to: otherPassword, looking) },
        { try await prumo.viewAs(Member.dora.id, looking) },
      ] as [() async throws -> Void] {
        #expect(try await rule { try await attempt() } == "access.onlyViewing")
      }
      try await prumo.stopViewing(looking)
      #expect(try await prumo.recognised(token)?.actor.person == Member.iara.id)
      #expect(try await prumo.trail() == ["viewAs.begun", "viewAs.ended"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `the looking ends with the right to look, and when the other gets more`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let right = try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      let token = try await prumo.token(of: .enzo)
      try await prumo.viewAs(Member.bento.id, try #require(try await prumo.recognised(token)))
      #expect(try await prumo.recognised(token)?.actor.person == Member.bento.id)
      let more = try await prumo.give(.councilMember, in: "AC", to: .bento)
      #expect(try await prumo.recognised(token)?.actor.person == Member.enzo.id)
      let iara = try await prumo.actor(of: .iara)
      try await prumo.revoke(more.id, by: iara)
      #expect(try await prumo.recognised(token)?.actor.person == Member.bento.id)
      try await prumo.revoke(right.id, by: iara)
      let after = try #require(try await prumo.recognised(token))
      #expect(after.actor.person == Member.enzo.id && !after.actor.has(.figuresRead))
    }
  }
}
