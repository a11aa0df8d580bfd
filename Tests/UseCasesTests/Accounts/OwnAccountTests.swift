import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import Transfers
import UseCases
import Vocabulary

@Suite struct OwnAccountTests {
  @Test(arguments: Engine.allCases)
  func `a password is changed only with the old one, and a good new one`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let bento = try await prumo.signedIn(as: .bento)
      func change(_ old: String, _ new: String) async throws -> String? {
        try await rule { try await prumo.changePassword(from: old, to: new, bento) }
      }
      #expect(try await change(otherPassword, "a lua sobre o cerrado") == "password.wrong")
      #expect(try await change(goodPassword, "bento exemplo 1") == "password.likeYourself")
      #expect(try await change(goodPassword, otherPassword) == nil)
      #expect(try await rule { _ = try await prumo.enter(.bento) } == "signIn.wrong")
      #expect(try await rule { _ = try await prumo.enter(.bento, otherPassword) } == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `whoever found an open browser cannot guess the password in it`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let bento = try await prumo.signedIn(as: .bento)
      for _ in 0..<ThrottleLimit.networkAndAccount.failures {
        _ = try await rule { try await prumo.changePassword(from: otherPassword, to: goodPassword, bento) }
      }
      #expect(
        try await rule { try await prumo.changePassword(from: goodPassword, to: otherPassword, bento) }
          == "signIn.tooMany")
    }
  }

  @Test(arguments: Engine.allCases)
  func `another password or address ends the other sessions, and the old address is told`(engine: Engine)
    async throws
  {
    try await withClock(engine, accounts: sendingMail) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let bento = try await prumo.signedIn(as: .bento)
      var other = try await prumo.token(of: .bento)
      try await prumo.changePassword(from: goodPassword, to: otherPassword, bento)
      #expect(try await prumo.recognised(other) == nil)
      other = try await prumo.token(of: .bento)
      func change(_ email: String, _ password: String) async throws -> String? {
        try await rule { try await prumo.changeEmail(to: email, password: password, bento) }
      }
      #expect(try await change("novo@exemplo.gov.br", goodPassword) == "password.wrong")
      #expect(try await change("DORA@exemplo.gov.br", otherPassword) == "person.emailTaken")
      #expect(try await change("novo@exemplo.gov.br", otherPassword) == nil)
      #expect(try await prumo.recognised(other) == nil)
      let letters = try await prumo.lettersSent()
      #expect(letters.map(\.to.address) == ["bento@exemplo.gov.br", "bento@exemplo.gov.br"])
      let account = try await prumo.ownAccount(bento)
      #expect(account.person.email.description == "novo@exemplo.gov.br" && account.sessions.count == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a name is corrected by its owner and the trail keeps both`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let bento = try await prumo.signedIn(as: .bento)
      #expect(try await rule { try await prumo.correctOwnName("\u{7}", bento) } == "person.nameMissing")
      #expect(
        try await rule { try await prumo.correctOwnName("Bento\u{7}", bento) } == "person.nameUnreadable")
      try await prumo.correctOwnName("  Bento José Exemplo ", bento)
      #expect(try await prumo.ownAccount(bento).person.name == "Bento José Exemplo")
      #expect(try await prumo.trail() == ["person.changed"])
    }
  }
}
