import Foundation
import Testing
import Vocabulary

@testable import Secrets

@Suite struct InstallationKeyTests {
  private let keys = {
    var randomness = Counting()
    return (0..<2).map { _ in InstallationKey.new(using: &randomness) }
  }()

  private func sealed(_ text: String, owner: String = "account 1") throws -> String {
    var randomness = Counting()
    return try SealedText.seal(text, owner: owner, key: keys[0], using: &randomness)
  }

  @Test(arguments: ["", "chave", String(repeating: "A", count: 42), String(repeating: "A", count: 44)])
  func `a text that is no key is refused`(text: String) {
    #expect(InstallationKey(text) == nil)
  }

  @Test func `a key is read as it was written`() throws {
    let read = try #require(InstallationKey(keys[0].text))
    #expect(read.text == keys[0].text && keys[0].text != keys[1].text)
  }

  @Test func `a sealed text opens with no other key and for no other owner`() throws {
    let text = try sealed("JBSWY3DP")
    for (key, owner) in [(keys[1], "account 1"), (keys[0], "account 2"), (keys[0], "")] {
      #expect(throws: Problem.conflict(rule: "secret.otherKey")) {
        try SealedText.open(text, owner: owner, key: key)
      }
    }
  }

  @Test func `a sealed text that was changed in any byte does not open`() throws {
    let bytes = try #require(Data(base64Encoded: try sealed("JBSWY3DP")))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(throws: Problem.conflict(rule: "secret.otherKey")) {
        try SealedText.open(changed.base64EncodedString(), owner: "account 1", key: keys[0])
      }
    }
  }

  @Test(arguments: ["", "não é base64", "QUJD"])
  func `what was never sealed does not open`(text: String) {
    #expect(throws: Problem.conflict(rule: "secret.otherKey")) {
      try SealedText.open(text, owner: "account 1", key: keys[0])
    }
  }

  @Test(arguments: ["", "JBSWY3DP", "ação 👩‍👧"]) func `a sealed text comes back`(text: String) throws {
    #expect(try SealedText.open(sealed(text), owner: "account 1", key: keys[0]) == text)
  }

  @Test func `sealing twice shows nothing in common`() throws {
    var randomness = Counting()
    let one = try SealedText.seal("JBSWY3DP", owner: "account 1", key: keys[0], using: &randomness)
    let other = try SealedText.seal("JBSWY3DP", owner: "account 1", key: keys[0], using: &randomness)
    #expect(one != other)
  }

  @Test func `a private fingerprint depends on identifier, purpose and key`() {
    let one = PrivateFingerprint.of("11144477735", purpose: "gov.br", key: keys[0])
    #expect(one == PrivateFingerprint.of("11144477735", purpose: "gov.br", key: keys[0]))
    #expect(one.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(one != PrivateFingerprint.of("11144477736", purpose: "gov.br", key: keys[0]))
    #expect(one != PrivateFingerprint.of("11144477735", purpose: "nis", key: keys[0]))
    #expect(one != PrivateFingerprint.of("11144477735", purpose: "gov.br", key: keys[1]))
    #expect(one != SecretToken.fingerprint(of: "11144477735"))
  }
}
