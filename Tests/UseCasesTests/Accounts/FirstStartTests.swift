import Access
import Records
import SQLStore
import Secrets
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct FirstStartTests {
  private func account(_ name: String = "Iara Exemplo", password: String = goodPassword) -> NewAccount {
    NewAccount(
      name: name, email: "iara@exemplo.gov.br", password: password, origin: .test, client: "teste")
  }

  private func token(_ prumo: Prumo) async throws -> String {
    let path = try #require(try await prumo.firstAdministratorLink())
    #expect(path.hasPrefix("/primeiro-acesso/"))
    return String(path.dropFirst("/primeiro-acesso/".count))
  }

  @Test(arguments: Engine.allCases)
  func `a wrong, replaced, expired or used link makes nobody an administrator`(engine: Engine) async throws {
    try await withClock(engine, prepared: territory) { prumo, clock in
      func become(_ token: String) async throws -> String? {
        try await rule { _ = try await prumo.becomeFirstAdministrator(token, account()) }
      }
      #expect(try await become("errado") == "link.unknown")
      let first = try await token(prumo)
      let second = try await token(prumo)
      #expect(try await become(first) == "link.unknown")
      clock.advance(seconds: AccountLink.Kind.firstAdministrator.lifeSeconds)
      #expect(try await become(second) == "link.expired")
      let third = try await token(prumo)
      clock.advance(seconds: AccountLink.Kind.firstAdministrator.lifeSeconds - 1)
      #expect(try await become(third) == nil)
      #expect(try await become(third) == "link.used")
      #expect(try await prumo.firstAdministratorLink() == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a weak password, a missing name and an unreadable address are refused, and the link stays good`(
    engine: Engine
  ) async throws {
    try await withClock(engine, prepared: territory) { prumo, _ in
      let token = try await token(prumo)
      for (given, expected) in [
        (account(password: "curta"), "password.tooShort"), (account("  "), "person.nameMissing"),
        (account(String(repeating: "a", count: 121)), "person.nameTooLong"),
        (
          NewAccount(name: "Iara", email: "iara", password: goodPassword, origin: .test, client: ""),
          "person.emailUnreadable"
        ),
      ] {
        let rule = try await rule { _ = try await prumo.becomeFirstAdministrator(token, given) }
        #expect(rule == expected)
      }
      try await prumo.checkFirstAdministratorLink(token)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the first administrator administers the country, and is led to the second factor`(engine: Engine)
    async throws
  {
    try await withClock(engine, prepared: territory) { prumo, _ in
      let tokens = try await prumo.becomeFirstAdministrator(try await token(prumo), account())
      let before = try #require(try await prumo.recognised(tokens.session))
      #expect(before.actor.lacksSecondFactor && !before.actor.has(.peopleWrite))
      let set = try await prumo.setSecondFactor(before).set
      #expect(try await prumo.recognised(tokens.session) == nil, "the old token still opens")
      let after = try #require(try await prumo.recognised(set.session))
      #expect(after.actor.scope(of: .peopleWrite) == .country)
      #expect(
        try await prumo.trail() == [
          "person.accepted", "assignment.granted", "session.opened", "secondFactor.set",
        ])
    }
  }

  @Test(arguments: Engine.allCases)
  func `when the last administrator's post is over, a start gives a link again`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      #expect(try await prumo.firstAdministratorLink() == nil)
      try await prumo.setPassword(of: .iara)
      _ = try await prumo.setSecondFactor(try await prumo.signedIn(as: .iara))
      _ = try await prumo.store.write {
        try $0.run("UPDATE person SET post_ends_on = '2026-11-22' WHERE id = \(Member.iara.id)")
      }
      let token = try await token(prumo)
      _ = try await prumo.becomeFirstAdministrator(token, account(password: otherPassword))
      // The account is the same; the old password and the old second factor are gone.
      #expect(try await rule { _ = try await prumo.enter(.iara) } == "signIn.wrong")
      guard case .signedIn(let tokens) = try await prumo.enter(.iara, otherPassword) else {
        throw Unexpected()
      }
      #expect(try await prumo.recognised(tokens.session)?.person.id == Member.iara.id)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an installation goes on only with the key it began with`(engine: Engine) async throws {
    try await withDatabase(engine, prepared: territoryAndCast) { database in
      var generator = SeededGenerator(seed: 5)
      let other = AccountSettings(installationKey: .new(using: &generator), passwordCost: .tests)
      let store = try await database.open()
      #expect(try await rule { _ = try await openPrumo(store, accounts: other) } == "secret.otherKey")
      _ = try await openPrumo(store)
      try await offThePool { try store.close() }
    }
    try await withStore(engine) { store in
      var generator = SeededGenerator(seed: 5)
      let given = AccountSettings(installationKey: .new(using: &generator), passwordCost: .tests)
      _ = try await openPrumo(store, accounts: given)
      _ = try await openPrumo(store, accounts: given)
      #expect(try await rule { _ = try await openPrumo(store) } == "secret.otherKey")
      let kept = try await store.read {
        try $0.rows("SELECT name, value FROM installation ORDER BY name").map { try $0.text("name") }
      }
      #expect(kept == ["key fingerprint"])
    }
  }
}
