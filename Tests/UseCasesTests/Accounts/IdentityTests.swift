import Access
import OpenID
import Records
import SQLStore
import Secrets
import TestCast
import TestSupport
import Testing
import Vocabulary

@testable import UseCases

/// Who comes by a provider, once the provider has said who it is.
@Suite struct IdentityTests {
  private static let issuer = "https://sso.exemplo.gov.br"

  private func withProvider(
    _ engine: Engine, words: Set<String> = [], _ body: (Prumo, TestClock) async throws -> Void
  ) async throws {
    let providers = try ["estado", "outro"].map { key in
      IdentityProvider(
        try OpenIDProvider(
          key: key, issuer: key == "estado" ? Self.issuer : "https://outro.exemplo.gov.br", clientID: "prumo",
          clientSecret: nil, buttonLabel: "Entrar com \(key)"), secondFactorWords: words)
    }
    let settings = AccountSettings(passwordCost: .tests, identityProviders: providers)
    try await withClock(engine, accounts: settings) { try await body($0, $1) }
  }

  private func shown(_ name: String, hasSecondFactor: Bool = false) -> ShownIdentity {
    ShownIdentity(issuer: Self.issuer, fingerprint: "impressão de \(name)", hasSecondFactor: hasSecondFactor)
  }

  private static let visit = IdentityReturn(
    provider: "estado", sealed: nil, parameters: [:], back: "http://127.0.0.1/", device: nil, origin: .test,
    client: "teste")

  @Test(arguments: Engine.allCases)
  func `whom nobody linked is refused, whatever the e-mail address`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      let refusal = try await rule { _ = try await prumo.signIn(by: shown("bento"), Self.visit) }
      #expect(refusal == "identity.unknown")
      #expect(try await prumo.trail() == ["signIn.refused"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a linked identity signs in, until it is unlinked or the account ends`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      let bento = try await prumo.signedIn(as: .bento)
      try await prumo.link(shown("bento"), to: bento)
      try await prumo.link(shown("bento"), to: bento)
      #expect(try await prumo.ownIdentities(bento).map(\.key) == ["estado"])
      guard case .signedIn(let tokens) = try await prumo.signIn(by: shown("bento"), Self.visit) else {
        throw Unexpected()
      }
      #expect(try await prumo.recognised(tokens.session)?.person.id == Member.bento.id)

      #expect(try await rule { try await prumo.unlinkIdentity(at: "estado", bento) } == "identity.onlyWay")
      try await prumo.setPassword(of: .bento)
      #expect(try await rule { try await prumo.unlinkIdentity(at: "outro", bento) } == "identity.notLinked")
      #expect(try await rule { try await prumo.unlinkIdentity(at: "x", bento) } == "identity.noProvider")
      try await prumo.unlinkIdentity(at: "estado", bento)
      let unknown = try await rule { _ = try await prumo.signIn(by: shown("bento"), Self.visit) }
      #expect(unknown == "identity.unknown")

      try await prumo.link(shown("bento"), to: bento)
      try await prumo.endAccount(of: Member.bento.id, by: .tester)
      let ended = try await rule { _ = try await prumo.signIn(by: shown("bento"), Self.visit) }
      #expect(ended == "identity.unknown")
    }
  }

  @Test(arguments: Engine.allCases)
  func `an identity is one person's, and a person has one at a provider`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      let (bento, dora) = (try await prumo.signedIn(as: .bento), try await prumo.signedIn(as: .dora))
      try await prumo.link(shown("bento"), to: bento)
      #expect(try await rule { try await prumo.link(shown("bento"), to: dora) } == "identity.taken")
      #expect(try await rule { try await prumo.link(shown("outro"), to: bento) } == "identity.otherLinked")
      let trail = try await prumo.trail()
      #expect(trail == ["identity.linked"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a post that is over does not come in by a provider either`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      try await prumo.link(shown("bento"), to: try await prumo.signedIn(as: .bento))
      _ = try await prumo.store.write {
        try $0.run("UPDATE person SET post_ends_on = '2026-11-22' WHERE id = \(Member.bento.id)")
      }
      let refusal = try await rule { _ = try await prumo.signIn(by: shown("bento"), Self.visit) }
      #expect(refusal == "signIn.ended")
    }
  }

  @Test(arguments: Engine.allCases)
  func `our second factor is asked for unless the provider's is trusted`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      let ana = try await prumo.signedIn(as: .ana)
      try await prumo.link(shown("ana"), to: ana)
      // Without one set, the role sleeps.
      guard case .signedIn(let first) = try await prumo.signIn(by: shown("ana"), Self.visit) else {
        throw Unexpected()
      }
      #expect(try await prumo.recognised(first.session)?.actor.lacksSecondFactor == true)
      _ = try await prumo.setSecondFactor(ana)
      guard case .codeNeeded = try await prumo.signIn(by: shown("ana"), Self.visit) else {
        throw Unexpected()
      }
      let trusted = try await prumo.signIn(by: shown("ana", hasSecondFactor: true), Self.visit)
      guard case .signedIn(let tokens) = trusted else { throw Unexpected() }
      #expect(try await prumo.recognised(tokens.session)?.actor.hasSecondFactor == true)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an invitation is accepted by a provider once, without a password`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      let invited = try await prumo.invite(
        Invitation(
          name: "Zuleica Exemplo", email: "zuleica@exemplo.gov.br", postEndsOn: nil,
          assignments: [NewAssignment(role: .fieldTechnician, place: Place("MT")!)]), by: .tester)
      let token = String((invited.path ?? "").split(separator: "/").last ?? "")
      guard case .signedIn(let tokens) = try await prumo.accept(token, by: shown("zuleica"), Self.visit)
      else {
        throw Unexpected()
      }
      #expect(try await prumo.recognised(tokens.session)?.person.id == invited.person)
      let used = try await rule { _ = try await prumo.accept(token, by: shown("outra"), Self.visit) }
      #expect(used == "link.used")
      _ = try await prumo.signIn(by: shown("zuleica"), Self.visit)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an invitation is not used up by an identity that is another's`(engine: Engine) async throws {
    try await withProvider(engine) { prumo, _ in
      try await prumo.link(shown("bento"), to: try await prumo.signedIn(as: .bento))
      let invited = try await prumo.invite(
        Invitation(
          name: "Zuleica Exemplo", email: "zuleica@exemplo.gov.br", postEndsOn: nil,
          assignments: [NewAssignment(role: .fieldTechnician, place: Place("MT")!)]), by: .tester)
      let token = String((invited.path ?? "").split(separator: "/").last ?? "")
      let taken = try await rule { _ = try await prumo.accept(token, by: shown("bento"), Self.visit) }
      #expect(taken == "identity.taken")
      #expect(try await prumo.invited(by: token).id == invited.person)
    }
  }

  @Test(arguments: Engine.allCases)
  func `only the browser, the provider and the session that began may end it, in time`(engine: Engine)
    async throws
  {
    try await withProvider(engine) { prumo, clock in
      let bento = try await prumo.signedIn(as: .bento)
      func sealed(_ provider: String = "estado", session: String? = nil, life: Int64 = 600) throws -> String {
        var randomness = SeededGenerator(seed: 9)
        let attempt = OpenIDAttempt(from: &randomness)
        let kept = IdentityAttempt(
          provider: provider, state: attempt.state, nonce: attempt.nonce, verifier: attempt.verifier,
          expiresAt: clock.now.adding(seconds: life).millisecondsSince1970, returnTo: "/", invitation: nil,
          session: session)
        return try kept.sealed(prumo.accounts.key, using: &randomness)
      }
      func complete(_ sealed: String?, as signedIn: SignedIn? = nil) async throws -> String? {
        try await rule {
          _ = try await prumo.completeIdentity(
            IdentityReturn(
              provider: "estado", sealed: sealed, parameters: [:], back: "http://127.0.0.1/", device: nil,
              origin: .test, client: "teste"), signedIn: signedIn)
        }
      }
      let good = try sealed()
      for wrong in [
        nil, "", "abc", String(good.dropLast(4)), try sealed("outro"), try sealed(life: 0),
        try sealed(session: bento.session.id.text),
      ] { #expect(try await complete(wrong) == "openid.state") }
      let other = try await prumo.signedIn(as: .dora)
      #expect(try await complete(try sealed(session: bento.session.id.text), as: other) == "openid.state")
    }
  }
}
