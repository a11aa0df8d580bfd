import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct ThrottlingTests {
  private func wrong(
    _ times: Int, _ prumo: Prumo, as member: Member = .bento, from address: String, device: String? = nil
  ) async throws -> [String?] {
    var rules: [String?] = []
    for _ in 0..<times {
      rules.append(
        try await rule { _ = try await prumo.enter(member, otherPassword, device: device, from: address) })
    }
    return rules
  }

  @Test(arguments: Engine.allCases)
  func `after ten wrong passwords for one account an address waits, even with the right one`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      try await prumo.setPassword(of: .bento)
      let limit = ThrottleLimit.networkAndAccount
      let rules = try await wrong(limit.failures + 1, prumo, from: "198.51.100.1")
      #expect(rules.dropLast().allSatisfy { $0 == "signIn.wrong" } && rules.last == "signIn.tooMany")
      clock.advance(seconds: limit.windowSeconds - 1)
      #expect(try await rule { _ = try await prumo.enter(.bento, from: "198.51.100.1") } == "signIn.tooMany")
      clock.advance(seconds: 1)
      #expect(try await rule { _ = try await prumo.enter(.bento, from: "198.51.100.1") } == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `nobody is locked out by another: not from another address, not in a known browser`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      for member in [Member.bento, .dora] { try await prumo.setPassword(of: member) }
      let device = try await prumo.tokens(of: .bento).device
      _ = try await wrong(ThrottleLimit.networkAndAccount.failures + 1, prumo, from: "192.0.2.7")
      // Another address; another person at the same address; the known browser at the same address.
      #expect(try await rule { _ = try await prumo.enter(.bento, from: "203.0.113.9") } == nil)
      #expect(try await rule { _ = try await prumo.enter(.dora, from: "192.0.2.7") } == nil)
      #expect(try await rule { _ = try await prumo.enter(.bento, device: device, from: "192.0.2.7") } == nil)
      // A browser that is known for another person is not for this one.
      let other = try await prumo.tokens(of: .dora).device
      #expect(
        try await rule { _ = try await prumo.enter(.bento, device: other, from: "192.0.2.7") }
          == "signIn.tooMany")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a known browser too waits after twenty wrong passwords, and only it`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let device = try await prumo.tokens(of: .bento).device
      let rules = try await wrong(
        ThrottleLimit.knownDevice.failures + 1, prumo, from: "192.0.2.7", device: device)
      #expect(rules.dropLast().allSatisfy { $0 == "signIn.wrong" } && rules.last == "signIn.tooMany")
      #expect(try await rule { _ = try await prumo.enter(.bento, from: "192.0.2.7") } == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `one network that tries many accounts waits, and an IPv6 customer is one network`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      for number in 0..<ThrottleLimit.network.failures {
        let rule = try await rule {
          _ = try await prumo.signIn(
            SignInAttempt(
              email: "alvo\(number)@exemplo.gov.br", password: goodPassword, device: nil,
              origin: .from("2001:db8:1:2::\(String(number + 1, radix: 16))"), client: "teste"))
        }
        #expect(rule == "signIn.wrong")
      }
      #expect(
        try await rule { _ = try await prumo.enter(.bento, from: "2001:db8:1:2:ffff::1") } == "signIn.tooMany"
      )
      #expect(try await rule { _ = try await prumo.enter(.bento, from: "2001:db8:1:3::1") } == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `many tries at once do not pass the limit together`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.setPassword(of: .bento)
      let rules = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<25 {
          group.addTask {
            try await rule { _ = try await prumo.enter(.bento, otherPassword, from: "198.51.100.1") }
          }
        }
        return try await group.reduce(into: [String?]()) { $0.append($1) }
      }
      #expect(rules.filter { $0 == "signIn.wrong" }.count == ThrottleLimit.networkAndAccount.failures)
      #expect(rules.allSatisfy { $0 == "signIn.wrong" || $0 == "signIn.tooMany" })
    }
  }

  @Test(arguments: Engine.allCases)
  func `the store keeps no address that was typed, and the sweep leaves nothing behind`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      try await prumo.setPassword(of: .bento)
      _ = try await wrong(1, prumo, from: "198.51.100.1")
      _ = try await prumo.tokens(of: .bento)
      func buckets() async throws -> [String] {
        try await prumo.store.read {
          try $0.rows("SELECT bucket FROM sign_in_throttle ORDER BY bucket").map { try $0.text("bucket") }
        }
      }
      #expect(try await buckets().allSatisfy { $0.count == 64 })
      clock.advance(days: 181)
      #expect(try await prumo.sweepAccounts() > 0)
      #expect(try await buckets() == [])
      #expect(try await prumo.sweepAccounts() == 0)
    }
  }
}
