import Testing
import Vocabulary

@testable import Secrets

@Suite struct TokenTests {
  @Test func `a token has 256 bits in 43 characters, and no other has the same`() {
    var randomness = Counting()
    let tokens = (0..<100).map { _ in SecretToken.new(using: &randomness).text }
    #expect(Set(tokens).count == 100)
    for token in tokens {
      #expect(token.utf8.count == 43 && Base64URL.bytes(token)?.count == 32)
    }
  }

  @Test func `the store's form of a token is its SHA-256`() {
    #expect(
      SecretToken.fingerprint(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    var randomness = Counting()
    let token = SecretToken.new(using: &randomness)
    #expect(token.fingerprint == SecretToken.fingerprint(of: token.text))
  }

  @Test func `a secret that lands in a log shows nothing`() throws {
    var randomness = Counting()
    let token = SecretToken.new(using: &randomness)
    let factor = TimeCodeSecret.new(using: &randomness)
    let key = InstallationKey.new(using: &randomness)
    for (logged, secret) in [
      ("\(token) \(String(reflecting: token)) \([token])", token.text),
      ("\(factor) \(String(reflecting: factor)) \([factor])", factor.text),
      ("\(key) \(String(reflecting: key)) \([key])", key.text),
    ] {
      #expect(!logged.contains(secret))
    }
    var dumped = ""
    dump((token, factor, key), to: &dumped)
    #expect(!dumped.contains(token.text) && !dumped.contains("bytes"))
  }

  @Test(arguments: [("", ""), ("segredo", "segredo"), ("é", "é")])
  func `equal texts are equal`(one: String, other: String) {
    #expect(ConstantTime.areEqual(one, other))
  }

  @Test(arguments: [
    ("", "a"), ("segredo", "segreda"), ("segredo", "Segredo"), ("segredo", "segredos"), ("b", "a"),
  ])
  func `other texts are not`(one: String, other: String) {
    #expect(!ConstantTime.areEqual(one, other))
  }

  @Test(arguments: [0, 1, 7, 8, 9, 32]) func `as many random bytes as were asked for`(count: Int) {
    var randomness = Counting()
    #expect(RandomBytes.make(count, using: &randomness).count == count)
  }

  /// Source: RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func `base32 comes out as published, without padding`(plain: String, encoded: String) {
    #expect(Base32.standard.text(Array(plain.utf8)) == encoded)
    #expect(Base32.standard.bytes(encoded) == Array(plain.utf8))
  }

  @Test(arguments: ["A", "M1", "mzxw6", "MZ", "MZXW6YTBO", "MY======"])
  func `what is no base32 of ours is refused`(text: String) {
    #expect(Base32.standard.bytes(text) == nil)
  }

  /// Source: RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
    ("foobar", "Zm9vYmFy"),
  ])
  func `base64url comes out as published, without padding`(plain: String, encoded: String) {
    #expect(Base64URL.text(Array(plain.utf8)) == encoded)
    #expect(Base64URL.bytes(encoded) == Array(plain.utf8))
  }

  @Test func `base64url has the two signs of addresses`() {
    #expect(Base64URL.text([0xFB, 0xFF, 0xFE]) == "-__-")
    #expect(Base64URL.bytes("-__-") == [0xFB, 0xFF, 0xFE])
  }

  @Test(arguments: ["Z", "Zh", "Zg==", "Zm 8", "Zm+8", "Zm9v\n", "+__+"])
  func `what is no base64url of ours is refused`(text: String) {
    #expect(Base64URL.bytes(text) == nil)
  }
}
