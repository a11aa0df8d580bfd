import Access
import Records
import SQLStore
import Secrets
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct SecondFactorTests {
  @Test(arguments: Engine.allCases)
  func `a wrong first code sets nothing, and the secret stays the same`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let bento = try await prumo.signedIn(as: .bento)
      let proposal = try await prumo.proposeSecondFactor(bento)
      #expect(
        try await rule { _ = try await prumo.confirmSecondFactor("000000", bento) } == "signIn.wrongCode")
      #expect(try await prumo.proposeSecondFactor(bento).secret == proposal.secret)
      #expect(proposal.address.hasPrefix("otpauth://totp/Prumo:bento%40exemplo.gov.br?secret="))
      #expect(try await prumo.ownAccount(bento).hasSecondFactor == false)
    }
  }

  @Test(arguments: Engine.allCases)
  func `whoever tries codes too often waits`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let set = try await prumo.setSecondFactor(try await prumo.signedIn(as: .bento)).set
      for _ in 0..<ThrottleLimit.codes.failures {
        clock.advance(seconds: 30)
        let bento = try #require(try await prumo.recognised(set.session))
        #expect(
          try await rule { try await prumo.removeSecondFactor(with: "000000", bento) } == "signIn.wrongCode")
      }
      let bento = try #require(try await prumo.recognised(set.session))
      #expect(
        try await rule { try await prumo.removeSecondFactor(with: "000000", bento) } == "signIn.codeTooMany")
    }
  }

  @Test(arguments: Engine.allCases)
  func `it is not taken away while a role asks for it, and not without a code`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let (secret, set) = try await prumo.setSecondFactor(try await prumo.signedIn(as: .ana))
      let ana = try #require(try await prumo.recognised(set.session))
      #expect(try await rule { _ = try await prumo.proposeSecondFactor(ana) } == "secondFactor.already")
      clock.advance(seconds: 60)
      let code = secret.code(at: clock.now)
      #expect(try await rule { try await prumo.removeSecondFactor(with: code, ana) } == "secondFactor.needed")
      // A refusal uses up nothing.
      #expect(try await prumo.renewRecoveryCodes(with: code, ana).count == RecoveryCodes.count)
      #expect(
        try await rule { _ = try await prumo.renewRecoveryCodes(with: code, ana) } == "signIn.wrongCode")
    }
  }

  @Test(arguments: Engine.allCases)
  func `who needs none sets it and takes it away`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let (secret, set) = try await prumo.setSecondFactor(try await prumo.signedIn(as: .bento))
      let bento = try #require(try await prumo.recognised(set.session))
      #expect(bento.session.hasSecondFactor)
      let kept = try await prumo.store.read {
        try CredentialRecords.find(of: Member.bento.id, in: $0)?.timeCodeSecret
      }
      #expect(kept?.contains(secret.text) == false)
      clock.advance(seconds: 60)
      try await prumo.removeSecondFactor(with: secret.code(at: clock.now), bento)
      #expect(try await prumo.ownAccount(bento).hasSecondFactor == false)
      #expect(try await prumo.ownAccount(bento).recoveryCodesLeft == 0)
      #expect(
        try await rule { try await prumo.removeSecondFactor(with: "000000", bento) } == "secondFactor.none")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a lost telephone is helped by an administrator, and the role sleeps until a new one is set`(
    engine: Engine
  ) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .ana)
      let session = try await prumo.setSecondFactor(try await prumo.signedIn(as: .ana)).set.session
      let iara = try await prumo.actor(of: .iara)
      let bento = try await prumo.actor(of: .bento)
      #expect(
        try await rule { try await prumo.resetSecondFactor(of: Member.ana.id, by: bento) }
          == "access.notAllowed")
      #expect(
        try await rule { try await prumo.resetSecondFactor(of: Member.dora.id, by: iara) }
          == "secondFactor.none")
      #expect(
        try await rule { try await prumo.resetSecondFactor(of: Member.iara.id, by: iara) } == "person.oneself"
      )
      try await prumo.resetSecondFactor(of: Member.ana.id, by: iara)
      #expect(try await prumo.recognised(session) == nil)
      let tokens = try await prumo.tokens(of: .ana)
      #expect(try await prumo.recognised(tokens.session)?.actor.lacksSecondFactor == true)
    }
  }
}
