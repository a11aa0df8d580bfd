import Foundation
import Testing
import Vocabulary

@testable import Secrets

@Suite struct TimeCodeTests {
  /// The secret of the published vectors: `12345678901234567890`.
  private let secret = TimeCodeSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

  private func instant(_ seconds: Int64) -> Instant { Instant(millisecondsSince1970: seconds * 1_000) }

  @Test(arguments: [
    "", "GEZDGNBVGY3TQOJQ", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGE",
    "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1",
  ])
  func `a text that is no secret of ours is refused`(text: String) {
    #expect(TimeCodeSecret(text) == nil)
  }

  @Test(arguments: ["", "28708", "2870822", "287083", "28708a", "２８７０８２", "28 70 82 1", "-287082"])
  func `a code that is not shown at that moment is refused`(code: String) throws {
    let secret = try #require(secret)
    #expect(secret.accepts(code, at: instant(59), after: nil) == nil)
  }

  @Test func `a code is good for its step and one on either side`() throws {
    let secret = try #require(secret)
    let code = secret.code(at: instant(1_000_020))
    let step: Int64 = 33_334
    #expect(secret.accepts(code, at: instant(999_989), after: nil) == nil)
    #expect(secret.accepts(code, at: instant(999_990), after: nil) == step)
    #expect(secret.accepts(code, at: instant(1_000_020), after: nil) == step)
    #expect(secret.accepts(code, at: instant(1_000_079), after: nil) == step)
    #expect(secret.accepts(code, at: instant(1_000_080), after: nil) == nil)
  }

  @Test func `a step is accepted once, and none before it afterwards`() throws {
    let secret = try #require(secret)
    let now = instant(1_000_020)
    let step = try #require(secret.accepts(secret.code(at: now), at: now, after: nil))
    #expect(secret.accepts(secret.code(at: now), at: now, after: step) == nil)
    #expect(secret.accepts(secret.code(at: instant(1_000_000)), at: now, after: step) == nil)
    #expect(secret.accepts(secret.code(at: now), at: now, after: step - 1) == step)
    #expect(secret.accepts(secret.code(at: instant(1_000_050)), at: now, after: step) == step + 1)
  }

  /// Source: RFC 6238, appendix B, the last six of eight digits.
  @Test(
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
      (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ] as [(Int64, String)])
  func `the published codes come out`(seconds: Int64, code: String) throws {
    let secret = try #require(secret)
    #expect(secret.code(at: instant(seconds)) == code)
    #expect(secret.accepts(code, at: instant(seconds), after: nil) == seconds / 30)
  }

  @Test(arguments: ["287 082", " 287082 ", "28\u{A0}70 82\n"])
  func `spaces in a typed code do not matter`(code: String) throws {
    let secret = try #require(secret)
    #expect(secret.accepts(code, at: instant(59), after: nil) == 1)
  }

  @Test func `a new secret has 160 bits and is read back`() {
    var randomness = Counting()
    let one = TimeCodeSecret.new(using: &randomness)
    let other = TimeCodeSecret.new(using: &randomness)
    #expect(one != other && one.text.utf8.count == 32)
    #expect(TimeCodeSecret(one.text) == one)
  }

  @Test func `the address for the app names issuer and account`() throws {
    let secret = try #require(secret)
    #expect(
      secret.address(account: "celia@exemplo.gov.br")
        == "otpauth://totp/Prumo:celia%40exemplo.gov.br?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Prumo"
        + "&algorithm=SHA1&digits=6&period=30")
    let hostile = secret.address(account: "a:b&secret=c", issuer: "Assistência MT")
    #expect(hostile.hasPrefix("otpauth://totp/Assist%C3%AAncia%20MT:a%3Ab%26secret%3Dc?secret=GEZD"))
    #expect(URL(string: hostile) != nil)
  }
}
