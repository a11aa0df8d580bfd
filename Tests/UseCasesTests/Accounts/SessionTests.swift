import Access
import Records
import SQLStore
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct SessionTests {
  private func token(_ person: Person, in prumo: Prumo, secondFactor: Bool = true) async throws -> String {
    try await prumo.openSession(
      for: person.id, hasSecondFactor: secondFactor, origin: Cast.origin, client: "Navegador de teste")
  }

  private func recognise(_ token: String, in prumo: Prumo) async throws -> SignedIn? {
    try await prumo.recognise(sessionToken: token, origin: Cast.origin)
  }

  private func change(_ person: Person, _ set: SQLText, in prumo: Prumo) async throws {
    _ = try await prumo.store.write { try $0.run("UPDATE person SET \(set) WHERE id = \(person.id)") }
  }

  @Test(arguments: Engine.allCases)
  func `a token that nobody was given is nobody's`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let token = try await token(cast.bento, in: prumo)
      for wrong in ["", token + "0", token.uppercased() + "X", String(token.dropLast()), "' OR 1=1 --"] {
        #expect(try await recognise(wrong, in: prumo) == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a session that stood still for two hours is over`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, clock in
      let token = try await token(cast.bento, in: prumo)
      clock.advance(seconds: Session.idleSeconds - 1)
      #expect(try await recognise(token, in: prumo) != nil)
      clock.advance(seconds: Session.idleSeconds)
      #expect(try await recognise(token, in: prumo) == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a session is over after twelve hours, however much was done in it`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, clock in
      let token = try await token(cast.bento, in: prumo)
      for _ in 1...11 {
        clock.advance(seconds: 3_600)
        #expect(try await recognise(token, in: prumo) != nil)
      }
      clock.advance(seconds: 3_599)
      #expect(try await recognise(token, in: prumo) != nil)
      clock.advance(seconds: 1)
      #expect(try await recognise(token, in: prumo) == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `who has ended, is only invited, or whose post is over is not recognised`(engine: Engine) async throws
  {
    try await withCast(engine) { prumo, cast, _ in
      let token = try await token(cast.bento, in: prumo)
      try await change(cast.bento, "post_ends_on = '2026-11-22'", in: prumo)
      #expect(try await recognise(token, in: prumo) == nil)
      try await change(cast.bento, "post_ends_on = '2026-11-23'", in: prumo)
      #expect(try await recognise(token, in: prumo) != nil)
      for state in ["invited", "ended"] {
        try await change(cast.bento, "state = \(state)", in: prumo)
        #expect(try await recognise(token, in: prumo) == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a person is recognised with what may be done today`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let bento = try #require(try await recognise(try await token(cast.bento, in: prumo), in: prumo))
      #expect(bento.person == cast.bento)
      #expect(bento.actor.scope(of: .clockChoose)?.places == [.territory(.municipality(aguaBoa))])
      #expect(bento.session.client == "Navegador de teste" && bento.session.address == "192.0.2.7")
      let enzo = try #require(try await recognise(try await token(cast.enzo, in: prumo), in: prumo))
      #expect(Permission.allCases.allSatisfy { !enzo.actor.has($0) })
    }
  }

  @Test(arguments: Engine.allCases)
  func `a role that asks for the second factor sleeps in a session without it`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let token = try await token(cast.ana, in: prumo, secondFactor: false)
      let without = try #require(try await recognise(token, in: prumo)).actor
      #expect(without.lacksSecondFactor && !without.has(.peopleRead))
      let with = try #require(try await recognise(try await self.token(cast.ana, in: prumo), in: prumo)).actor
      #expect(with.has(.peopleRead) && !with.lacksSecondFactor)
    }
  }

  @Test(arguments: Engine.allCases)
  func `that a session was seen is written down once a minute`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, clock in
      let token = try await token(cast.bento, in: prumo)
      clock.advance(seconds: Session.secondsBetweenRenewals - 1)
      _ = try await recognise(token, in: prumo)
      #expect(try await recognise(token, in: prumo)?.session.seenAt == testNow)
      clock.advance(seconds: 1)
      _ = try await recognise(token, in: prumo)
      #expect(try await recognise(token, in: prumo)?.session.seenAt == clock.now)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the store keeps no token`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let token = try await token(cast.bento, in: prumo)
      let kept = try await prumo.store.read {
        try $0.rows("SELECT token_fingerprint FROM session ORDER BY id").map {
          try $0.text("token_fingerprint")
        }
      }
      #expect(kept.count == 1 && kept[0].count == 64 && kept[0] != token)
    }
  }
}
