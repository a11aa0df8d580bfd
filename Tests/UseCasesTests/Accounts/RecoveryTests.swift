import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import Transfers
import UseCases
import Vocabulary

@Suite struct RecoveryTests {
  private func link(in text: String) throws -> String {
    let match = try #require(text.firstMatch(of: /https:\/\/prumo\.exemplo\.gov\.br\/recuperar\/(\S+)/))
    return String(match.1)
  }

  @Test(arguments: Engine.allCases)
  func `asking says nothing about whether there is such an account`(engine: Engine) async throws {
    try await withClock(engine, accounts: sendingMail) { prumo, _ in
      for address in ["ninguem@exemplo.gov.br", "", "isto não é um e-mail", "bento@exemplo.gov.br"] {
        #expect(try await rule { try await prumo.requestRecovery(of: address, origin: .test) } == nil)
      }
      #expect(try await prumo.trail() == Array(repeating: "recovery.linkMade", count: 4))
      let letters = try await prumo.lettersSent()
      #expect(letters.map(\.to.address) == ["bento@exemplo.gov.br"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a mailbox is not flooded, and a network that asks too often waits`(engine: Engine) async throws {
    try await withClock(engine, accounts: sendingMail) { prumo, _ in
      for number in 0..<ThrottleLimit.recoveryRequests.failures {
        let rule = try await rule {
          try await prumo.requestRecovery(of: "bento@exemplo.gov.br", origin: .from("192.0.2.\(number)"))
          try await prumo.requestRecovery(of: "alvo\(number)@exemplo.gov.br", origin: .from("198.51.100.1"))
        }
        #expect(rule == nil)
      }
      #expect(
        try await rule {
          try await prumo.requestRecovery(of: "dora@exemplo.gov.br", origin: .from("198.51.100.1"))
        } == "signIn.tooMany")
      #expect(try await prumo.lettersSent().count == ThrottleLimit.recoveryLetters.failures)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a recovery link is good once, for an hour, and ends what stood open`(engine: Engine) async throws {
    try await withClock(engine, accounts: sendingMail) { prumo, clock in
      try await prumo.setPassword(of: .bento)
      let session = try await prumo.token(of: .bento)
      func askedFor() async throws -> String {
        try await prumo.requestRecovery(of: "bento@exemplo.gov.br", origin: .test)
        return try link(in: try #require(try await prumo.lettersSent().last?.text))
      }
      func recover(_ token: String, _ password: String = otherPassword) async throws -> String? {
        try await rule { try await prumo.recover(token, password: password, origin: .test) }
      }
      let first = try await askedFor()
      clock.advance(seconds: AccountLink.Kind.recovery.lifeSeconds)
      #expect(try await recover(first) == "link.expired")
      let second = try await askedFor()
      let third = try await askedFor()
      #expect(try await recover(second) == "link.unknown")
      #expect(try await recover(third, "1234567890") == "password.pattern")
      #expect(try await prumo.recognised(session) != nil)
      #expect(try await recover(third) == nil)
      #expect(try await recover(third) == "link.used")
      #expect(try await prumo.recognised(session) == nil)
      #expect(try await rule { _ = try await prumo.enter(.bento) } == "signIn.wrong")
      #expect(try await rule { _ = try await prumo.enter(.bento, otherPassword) } == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the second factor stays after a recovery`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      _ = try await prumo.setSecondFactor(try await prumo.signedIn(as: .bento))
      let path = try #require(
        try await prumo.makeRecoveryLink(for: Member.bento.id, by: try await prumo.actor(of: .iara)))
      try await prumo.recover(
        String(path.dropFirst("/recuperar/".count)), password: goodPassword, origin: .test)
      guard case .codeNeeded = try await prumo.enter(.bento) else { throw Unexpected() }
    }
  }

  @Test(arguments: Engine.allCases)
  func `no link to an account is made by whoever has less than it`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      try await prumo.give(.councilMember, in: "AC", to: .bento)
      let enzo = try await prumo.actor(of: .enzo)
      for (member, expected) in [
        (Member.bento, "person.moreRights"), (.acacio, "person.unknown"), (.iara, "person.unknown"),
        (.enzo, "person.oneself"), (.dora, nil),
      ] {
        #expect(try await rule { _ = try await prumo.makeRecoveryLink(for: member.id, by: enzo) } == expected)
      }
      // One who administers the state, and is seen there, is still more than a neighbour who only changes people.
      let bento = try await prumo.actor(of: .bento)
      #expect(
        try await rule { _ = try await prumo.makeRecoveryLink(for: Member.dora.id, by: bento) }
          == "access.notAllowed")
    }
  }

  @Test(arguments: Engine.allCases)
  func `whoever holds the machine lets the last administrator in again`(engine: Engine) async throws {
    try await withClock(engine, accounts: sendingMail) { prumo, _ in
      _ = try await prumo.setSecondFactor(try await prumo.signedIn(as: .iara))
      func open(_ email: String, by actor: Actor) async throws -> String? {
        try await rule { _ = try await prumo.openAccount(of: email, resettingSecondFactor: false, by: actor) }
      }
      #expect(try await open("ninguem@exemplo.gov.br", by: .tester) == "person.unknown")
      let bento = try await prumo.actor(of: .bento)
      #expect(try await open("dora@exemplo.gov.br", by: bento) == "access.notAllowed")
      let iara = try await prumo.actor(of: .iara)
      #expect(try await open("iara@exemplo.gov.br", by: iara) == "person.oneself")
      let path = try await prumo.openAccount(
        of: "iara@exemplo.gov.br", resettingSecondFactor: true, by: .tester)
      try await prumo.recover(
        String(path.dropFirst("/recuperar/".count)), password: goodPassword, origin: .test)
      guard case .signedIn = try await prumo.enter(.iara) else { throw Unexpected() }
    }
  }
}
