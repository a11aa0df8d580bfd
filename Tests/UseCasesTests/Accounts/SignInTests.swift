import Access
import Records
import SQLStore
import Secrets
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct SignInTests {
  @Test(arguments: Engine.allCases)
  func `an unknown address, a wrong password and an account without one are refused alike`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      var answers: Set<Problem> = []
      for (email, password) in [
        ("bento@exemplo.gov.br", otherPassword), ("ninguem@exemplo.gov.br", goodPassword),
        ("dora@exemplo.gov.br", goodPassword), ("isto não é um e-mail", goodPassword), ("", ""),
        ("bento@exemplo.gov.br", String(repeating: "x", count: 5_000)),
      ] {
        do {
          _ = try await prumo.signIn(
            SignInAttempt(email: email, password: password, device: nil, origin: .test, client: "teste"))
        } catch let problem as Problem { answers.insert(problem) }
      }
      #expect(answers == [.invalid(field: "senha", rule: "signIn.wrong")])
      #expect(try await prumo.trail().filter { $0 == "signIn.refused" }.count == 6)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an account that has ended is told so only to who knows its password`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      _ = try await prumo.store.write {
        try $0.run("UPDATE person SET post_ends_on = '2026-11-22' WHERE id = \(Member.bento.id)")
      }
      #expect(try await rule { _ = try await prumo.enter(.bento, otherPassword) } == "signIn.wrong")
      #expect(try await rule { _ = try await prumo.enter(.bento) } == "signIn.ended")
    }
  }

  @Test(arguments: Engine.allCases)
  func `the right password signs in, whatever the case of the address`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let answer = try await prumo.signIn(
        SignInAttempt(
          email: " Bento@Exemplo.GOV.br ", password: goodPassword, device: nil, origin: .test, client: "teste"
        ))
      guard case .signedIn(let tokens) = answer else { throw Unexpected() }
      let signedIn = try #require(try await prumo.recognised(tokens.session))
      #expect(signedIn.person.id == Member.bento.id && !signedIn.actor.hasSecondFactor)
      #expect(try await prumo.trail() == ["session.opened"])
      try await prumo.signOut(signedIn)
      #expect(try await prumo.recognised(tokens.session) == nil)
      #expect(try await prumo.trail() == ["session.opened", "session.ended"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a password hashed more cheaply is hashed anew when it is used`(engine: Engine) async throws {
    let dearer = AccountSettings(passwordCost: PasswordCost(memoryKiB: 16, passes: 1, lanes: 1))
    try await withClock(engine, accounts: dearer) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      _ = try await prumo.tokens(of: .bento)
      let hash = try await prumo.store.read {
        try CredentialRecords.find(of: Member.bento.id, in: $0)?.passwordHash
      }
      #expect(hash?.contains("m=16,") == true)
      _ = try await prumo.tokens(of: .bento)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a wrong or used code, a step that is over and a foreign step are refused`(engine: Engine) async throws
  {
    try await withClock(engine) { prumo, clock in
      try await prumo.setPassword(of: .bento)
      let secret = try await prumo.setSecondFactor(try await prumo.signedIn(as: .bento)).secret
      func step() async throws -> String {
        guard case .codeNeeded(let step) = try await prumo.enter(.bento) else { throw Unexpected() }
        return step
      }
      func finish(_ step: String, _ code: String) async throws -> SignInTokens {
        try await prumo.signIn(
          CodeAttempt(step: step, code: code, device: nil, origin: .test, client: "teste"))
      }
      // The code that set the factor up is over.
      let first = try await step()
      let used = secret.code(at: clock.now)
      #expect(try await rule { _ = try await finish(first, used) } == "signIn.wrongCode")
      for _ in 2...SignInStep.mostFailures {
        #expect(try await rule { _ = try await finish(first, "000000") } == "signIn.wrongCode")
      }
      clock.advance(seconds: 60)
      let good = secret.code(at: clock.now)
      #expect(try await rule { _ = try await finish(first, good) } == "signIn.stepOver")
      #expect(try await rule { _ = try await finish("desconhecido", good) } == "signIn.stepOver")
      let second = try await step()
      clock.advance(seconds: SignInStep.lifeSeconds)
      let late = secret.code(at: clock.now)
      #expect(try await rule { _ = try await finish(second, late) } == "signIn.stepOver")
      let third = try await step()
      let tokens = try await finish(third, late)
      #expect(try await prumo.recognised(tokens.session)?.session.hasSecondFactor == true)
      // Neither the step nor the code is good twice.
      #expect(try await rule { _ = try await finish(third, late) } == "signIn.stepOver")
      let fourth = try await step()
      #expect(try await rule { _ = try await finish(fourth, late) } == "signIn.wrongCode")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a recovery code opens once`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let codes = try await prumo.setSecondFactor(try await prumo.signedIn(as: .bento)).set.recoveryCodes
      #expect(codes.count == RecoveryCodes.count)
      func finish(_ code: String) async throws -> SignInTokens {
        guard case .codeNeeded(let step) = try await prumo.enter(.bento) else { throw Unexpected() }
        return try await prumo.signIn(
          CodeAttempt(step: step, code: code, device: nil, origin: .test, client: "teste"))
      }
      let tokens = try await finish(codes[3].lowercased())
      let signedIn = try #require(try await prumo.recognised(tokens.session))
      #expect(try await prumo.ownAccount(signedIn).recoveryCodesLeft == RecoveryCodes.count - 1)
      #expect(try await rule { _ = try await finish(codes[3]) } == "signIn.wrongCode")
      #expect(try await prumo.trail().contains("recoveryCode.used"))
    }
  }
}
