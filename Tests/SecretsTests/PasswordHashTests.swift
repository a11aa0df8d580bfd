import Testing
import Vocabulary

@testable import Secrets

@Suite struct PasswordHashTests {
  private let salt = [UInt8](0..<16)

  @Test func `a password of 201 characters is refused, one of 200 is not`() throws {
    let longest = String(repeating: "é", count: PasswordHash.longestPassword)
    #expect(throws: Problem.invalid(field: "senha", rule: "password.tooLong", ["limit": "200"])) {
      try PasswordHash.make(longest + "é", salt: salt, cost: .tests)
    }
    let hash = try PasswordHash.make(longest, salt: salt, cost: .tests)
    #expect(try PasswordHash.matches(longest, hash))
    #expect(try !PasswordHash.matches(longest + "é", hash))
  }

  @Test func `an accent typed on its own counts with its letter`() throws {
    let typed = String(repeating: "e\u{301}", count: PasswordHash.longestPassword)
    _ = try PasswordHash.make(typed, salt: salt, cost: .tests)
  }

  @Test(arguments: [
    "", "segredo", "$2b$12$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAA",
    "$argon2id$v=16$m=8,t=1,p=1$AAAAAAAAAAA$AAAA", "$argon2id$v=19$m=-8,t=1,p=1$AAAAAAAAAAA$AAAA",
    "$argon2id$v=19$m=8,t=1$AAAAAAAAAAA$AAAA",
  ])
  func `what is no hash of ours is a defect and outdated`(text: String) {
    #expect(throws: PasswordHash.Fault.unreadable) { try PasswordHash.matches("cavalo alado", text) }
    #expect(PasswordHash.isOutdated(text))
  }

  @Test(arguments: [
    "m=1048577,t=1,p=1", "m=4294967296,t=1,p=1", "m=64,t=17,p=1", "m=64,t=0,p=1", "m=512,t=1,p=17",
    "m=7,t=1,p=1",
    "m=8,t=1,p=0",
  ])
  func `a hash that would cost too much is refused before it is computed`(costs: String) {
    let hash = "$argon2id$v=19$\(costs)$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    #expect(throws: PasswordHash.Fault.unbearableCost) { try PasswordHash.matches("cavalo alado", hash) }
  }

  @Test func `the largest bearable cost is borne`() {
    #expect(PasswordCost(memoryKiB: 1 << 20, passes: 16, lanes: 16).isBearable)
  }

  @Test func `a salt of seven bytes is a defect`() {
    #expect(throws: Argon2Fault.self) {
      try PasswordHash.make("cavalo alado", salt: [1, 2, 3, 4, 5, 6, 7], cost: .tests)
    }
  }

  @Test(arguments: ["cavalo alad", "Cavalo alado", "cavalo alado ", "", "cavalo alado\0"])
  func `another password does not match`(other: String) throws {
    let hash = try PasswordHash.make("cavalo alado", salt: salt, cost: .tests)
    #expect(try !PasswordHash.matches(other, hash))
  }

  @Test func `nothing matches the decoy, which costs as much as a real one`() throws {
    let decoy = PasswordHash.decoy(cost: .tests)
    #expect(try !PasswordHash.matches("", decoy))
    #expect(try !PasswordHash.matches("cavalo alado", decoy))
    #expect(PasswordHash.cost(of: PasswordHash.decoy()) == .standard)
    let real = try PasswordHash.make("cavalo alado", salt: salt, cost: .tests)
    #expect(decoy.utf8.count == real.utf8.count)
  }

  /// Source: the vectors of the reference implementation, `test.c`, Argon2id version 19.
  @Test(arguments: [
    (65_536, 2, 1, "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
    (256, 2, 1, "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
    (256, 2, 2, "bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
  ])
  func `the published vectors come out`(memory: Int, passes: Int, lanes: Int, expected: String) throws {
    let hash = try PasswordHash.make(
      "password", salt: Array("somesalt".utf8),
      cost: PasswordCost(memoryKiB: memory, passes: passes, lanes: lanes))
    #expect(hash == "$argon2id$v=19$m=\(memory),t=\(passes),p=\(lanes)$c29tZXNhbHQ$\(expected)")
    #expect(try PasswordHash.matches("password", hash))
  }

  @Test func `the same password is the same however the keyboard writes accents and spaces`() throws {
    let hash = try PasswordHash.make("pa\u{E7}oca e p\u{E3}o", salt: salt, cost: .tests)
    #expect(try PasswordHash.matches("pac\u{327}oca\u{A0}e pa\u{303}o", hash))
  }

  @Test func `another salt makes another hash`() throws {
    let one = try PasswordHash.make("cavalo alado", salt: salt, cost: .tests)
    let other = try PasswordHash.make("cavalo alado", salt: salt.reversed(), cost: .tests)
    #expect(one != other)
  }

  @Test func `a hash is outdated when the cost was raised since`() throws {
    let hash = try PasswordHash.make("cavalo alado", salt: salt, cost: .tests)
    #expect(!PasswordHash.isOutdated(hash, cost: .tests))
    #expect(PasswordHash.isOutdated(hash, cost: PasswordCost(memoryKiB: 9, passes: 1, lanes: 1)))
    #expect(PasswordHash.isOutdated(hash, cost: PasswordCost(memoryKiB: 8, passes: 2, lanes: 1)))
    #expect(PasswordHash.isOutdated(hash))
  }

  @Test func `the standard is no weaker than OWASP's least`() {
    #expect(!PasswordCost.standard.isBelow(PasswordCost(memoryKiB: 19 << 10, passes: 2, lanes: 1)))
  }
}
