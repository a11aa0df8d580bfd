import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct SessionTests {
  private func change(_ member: Member, _ set: SQLText, in prumo: Prumo) async throws {
    _ = try await prumo.store.write { try $0.run("UPDATE person SET \(set) WHERE id = \(member.id)") }
  }

  @Test(arguments: Engine.allCases)
  func `a token that nobody was given is nobody's`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let token = try await prumo.token(of: .bento)
      for wrong in ["", token + "0", token.lowercased() + "X", String(token.dropLast()), "' OR 1=1 --"] {
        #expect(try await prumo.recognised(wrong) == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a session that stood still for two hours is over`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let token = try await prumo.token(of: .bento)
      clock.advance(seconds: Session.idleSeconds - 1)
      #expect(try await prumo.recognised(token) != nil)
      clock.advance(seconds: Session.idleSeconds)
      #expect(try await prumo.recognised(token) == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a session is over after twelve hours, however much was done in it`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let token = try await prumo.token(of: .bento)
      for _ in 1...11 {
        clock.advance(seconds: 3_600)
        #expect(try await prumo.recognised(token) != nil)
      }
      clock.advance(seconds: 3_599)
      #expect(try await prumo.recognised(token) != nil)
      clock.advance(seconds: 1)
      #expect(try await prumo.recognised(token) == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `who has ended, is only invited, or whose post is over is not recognised`(engine: Engine) async throws
  {
    try await withClock(engine) { prumo, _ in
      let token = try await prumo.token(of: .bento)
      try await change(.bento, "post_ends_on = '2026-11-22'", in: prumo)
      #expect(try await prumo.recognised(token) == nil)
      try await change(.bento, "post_ends_on = '2026-11-23'", in: prumo)
      #expect(try await prumo.recognised(token) != nil)
      for state in ["invited", "ended"] {
        try await change(.bento, "state = \(state)", in: prumo)
        #expect(try await prumo.recognised(token) == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a person is recognised with what may be done today`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let bento = try await prumo.signedIn(as: .bento)
      #expect(bento.person.id == Member.bento.id)
      #expect(bento.actor.scope(of: .clockChoose)?.places == [.territory(.municipality(aguaBoa))])
      #expect(bento.session.client == "teste" && bento.session.address == "127.0.0.1")
      let enzo = try await prumo.signedIn(as: .enzo)
      #expect(Permission.allCases.allSatisfy { !enzo.actor.has($0) })
    }
  }

  @Test(arguments: Engine.allCases)
  func `a role that asks for the second factor sleeps in a session without it`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let token = try await prumo.token(of: .iara, hasSecondFactor: false)
      let without = try #require(try await prumo.recognised(token)).actor
      #expect(without.lacksSecondFactor && !without.has(.peopleRead))
      let with = try await prumo.actor(of: .iara)
      #expect(with.has(.peopleRead) && !with.lacksSecondFactor)
    }
  }

  @Test(arguments: Engine.allCases)
  func `that a session was seen is written down once a minute`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let token = try await prumo.token(of: .bento)
      clock.advance(seconds: Session.secondsBetweenRenewals - 1)
      _ = try await prumo.recognised(token)
      #expect(try await prumo.recognised(token)?.session.seenAt == testNow)
      clock.advance(seconds: 1)
      _ = try await prumo.recognised(token)
      #expect(try await prumo.recognised(token)?.session.seenAt == clock.now)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the store keeps no token`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let token = try await prumo.token(of: .bento)
      let kept = try await prumo.store.read {
        try $0.rows("SELECT token_fingerprint FROM session ORDER BY id").map {
          try $0.text("token_fingerprint")
        }
      }
      #expect(kept.count == 1 && kept[0].count == 64 && kept[0] != token)
    }
  }

  @Test(arguments: Engine.allCases)
  func `somebody else's session cannot be ended, and one's own can`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let ana = try await prumo.signedIn(as: .ana)
      let tokens = [try await prumo.token(of: .bento), try await prumo.token(of: .bento)]
      let bento = try #require(try await prumo.recognised(tokens[0]))
      #expect(try await rule { try await prumo.endSession(bento.session.id, ana) } == "session.unknown")
      #expect(try await prumo.recognised(tokens[0]) != nil)
      try await prumo.endSession(bento.session.id, try #require(try await prumo.recognised(tokens[1])))
      #expect(try await prumo.recognised(tokens[0]) == nil)
      #expect(try await prumo.recognised(tokens[1]) != nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `sair de todos ends every session of the person and of nobody else`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let ana = try await prumo.token(of: .ana)
      let tokens = [try await prumo.token(of: .bento), try await prumo.token(of: .bento)]
      let bento = try #require(try await prumo.recognised(tokens[0]))
      #expect(try await prumo.endSessions(andThis: false, bento) == 1)
      #expect(try await prumo.recognised(tokens[0]) != nil)
      #expect(try await prumo.recognised(tokens[1]) == nil)
      #expect(try await prumo.endSessions(andThis: true, bento) == 1)
      #expect(try await prumo.recognised(tokens[0]) == nil)
      #expect(try await prumo.recognised(ana) != nil)
    }
  }
}
