import Crypto
import CryptoExtras
import Foundation
import Secrets
import Testing
import Vocabulary

@testable import OpenID

@Suite struct SignatureTests {
  private let refusal = Problem.invalid(rule: "openid.signature")

  private func rsaKey() throws -> _RSA.Signing.PrivateKey { try Samples.rsa.get() }

  @Test(
    arguments: [
      "", "a", "a.b", "a.b.c.d", "e30.e30.", ".e30.e30", "e30=.e30.e30", "e30.e30.e 0", "e30.e30.e30\n",
      "bm9uZQ.e30.e30", #"{"alg":"none"}.{}."#,
    ])
  func `what is no signed token is refused`(text: String) {
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "token"])) { try SignedToken(text) }
  }

  @Test func `a token may be as long as the limit and not one letter longer`() throws {
    let start = Base64URL.text(#"{"alg": "ES256"}"#.utf8) + ".e30."
    // Whole groups of four letters, so that each is whole bytes.
    let room = SignedToken.maximumBytes - start.utf8.count
    let longest = start + String(repeating: "A", count: room - room % 4)
    #expect(longest.utf8.count <= SignedToken.maximumBytes)
    #expect(try SignedToken(longest).payload == Array("{}".utf8))
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "token"])) {
      try SignedToken(longest + "AAAA")
    }
  }

  @Test(arguments: ["none", "None", "", "HS256", "HS512", "ES256K", "EdDSA", "RS1", "es256"])
  func `algorithms without a public key, or unknown to us, are refused`(algorithm: String) throws {
    let keys = try Samples.curveKeys()
    let token = try Samples.token(header: #"{"alg": "\#(algorithm)", "kid": "ec"}"#)
    #expect(throws: refusal) { try keys.check(token) }
    #expect(!keys.canCheck(token))
  }

  @Test func `a public key is not taken for a shared secret`() throws {
    let key = try Samples.rsaKey(rsaKey().publicKey)
    let secret = SymmetricKey(data: Data(try rsaKey().publicKey.pemRepresentation.utf8))
    let text = Samples.token(header: #"{"alg": "HS256", "kid": "rsa"}"#, claims: Samples.claims()) {
      content in
      Data(HMAC<SHA256>.authenticationCode(for: content, using: secret))
    }
    #expect(throws: refusal) { try Samples.keys([key]).check(SignedToken(text)) }
  }

  @Test func `a signature that is empty, zero, cut or of another content is refused`() throws {
    let keys = try Samples.curveKeys()
    let good = try Samples.token()
    let parts = String(decoding: good.signedBytes, as: UTF8.self).split(separator: ".")
    for signature in [
      [], [UInt8](repeating: 0, count: 64), Array(good.signature.dropLast()), good.signature + [0],
    ] {
      let text = "\(parts[0]).\(parts[1])." + Base64URL.text(signature)
      #expect(throws: refusal) { try keys.check(SignedToken(text)) }
    }
    let other = Base64URL.text(Samples.claims(["sub": "\"outra\""]).utf8)
    #expect(throws: refusal) {
      try keys.check(SignedToken("\(parts[0]).\(other)." + Base64URL.text(good.signature)))
    }
    try keys.check(good)
  }

  @Test func `a key that the provider does not publish is refused`() throws {
    let other = P256.Signing.PrivateKey().publicKey.x963Representation
    let keys = try Samples.keys([Samples.curveKey(other, curve: "P-256", id: "outra")])
    let unknown = try Samples.token()
    #expect(!keys.canCheck(unknown))
    #expect(throws: refusal) { try keys.check(unknown) }
    // The name is there and the key is not the one.
    let named = try Samples.keys([Samples.curveKey(other, curve: "P-256", id: "ec")])
    #expect(named.canCheck(unknown))
    #expect(throws: refusal) { try named.check(unknown) }
  }

  @Test func `a token that names no key is checked only where there is no choice`() throws {
    let own = Samples.curveKey(Samples.p256.publicKey.x963Representation, curve: "P-256")
    let other = Samples.curveKey(
      P256.Signing.PrivateKey().publicKey.x963Representation, curve: "P-256", id: "outra")
    let token = try Samples.token(header: #"{"alg": "ES256"}"#)
    #expect(throws: refusal) { try Samples.keys([own, other]).check(token) }
    try Samples.keys([own, Samples.rsaKey(rsaKey().publicKey)]).check(token)
  }

  @Test(
    arguments: [#", "use": "enc""#, #", "alg": "ES384""#, #", "alg": "RS256""#, #", "use": """#])
  func `a key for something else is refused`(purpose: String) throws {
    let point = Samples.p256.publicKey.x963Representation
    let token = try Samples.token()
    #expect(throws: refusal) {
      try Samples.keys([Samples.curveKey(point, curve: "P-256", more: purpose)]).check(token)
    }
    try Samples.keys([Samples.curveKey(point, curve: "P-256", more: #", "use": "sig", "alg": "ES256""#)])
      .check(token)
  }

  @Test func `a header that must be understood is not`() throws {
    let token = try Samples.token(header: #"{"alg": "ES256", "kid": "ec", "crit": ["b64"], "b64": false}"#)
    #expect(throws: refusal) { try Samples.curveKeys().check(token) }
  }

  @Test func `a curve that is another's, or a point that is on none, is refused`() throws {
    let token = try Samples.token()
    var point = Samples.p256.publicKey.x963Representation
    #expect(throws: refusal) { try Samples.keys([Samples.curveKey(point, curve: "P-384")]).check(token) }
    point[40] ^= 1
    #expect(throws: refusal) { try Samples.keys([Samples.curveKey(point, curve: "P-256")]).check(token) }
    #expect(throws: refusal) {
      try Samples.keys([#"{"kty": "EC", "kid": "ec", "crv": "P-256"}"#]).check(token)
    }
  }

  @Test func `a key may be as large as the limit, and neither larger nor weak`() throws {
    let text = try Samples.token(header: #"{"alg": "RS256", "kid": "rsa"}"#, claims: "{}") {
      try rsaKey().signature(for: $0, padding: .insecurePKCS1v1_5).rawRepresentation
    }
    let token = try SignedToken(text)
    let exponent = Data([1, 0, 1])
    func key(bytes: Int) throws -> SigningKeys {
      try Samples.keys([Samples.rsaKey(modulus: Data(repeating: 0xFF, count: bytes), exponent: exponent)])
    }
    for bytes in [64, 128, SigningKeys.maximumModulusBytes, SigningKeys.maximumModulusBytes + 1] {
      #expect(throws: refusal) { try key(bytes: bytes).check(token) }
    }
    let limits = [SigningKeys.maximumModulusBytes, SigningKeys.maximumModulusBytes + 1].map { count in
      let json = Samples.rsaKey(modulus: Data(repeating: 0xFF, count: count), exponent: exponent)
      return try? JSONDecoder().decode(SigningKeys.Key.self, from: Data(json.utf8)).rsaNumbers != nil
    }
    #expect(limits == [true, false])
  }

  @Test func `a list of keys may be as long as the limit and not one key longer`() throws {
    let key = Samples.curveKey(Samples.p256.publicKey.x963Representation, curve: "P-256")
    let most = [String](repeating: #"{"kty": "OKP"}"#, count: SigningKeys.maximumKeys - 1) + [key]
    try Samples.keys(most).check(Samples.token())
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "keys"])) {
      try Samples.keys(most + [key])
    }
    for text in ["", "[]", "{}", #"{"keys": 1}"#, #"{"keys": [{}]}"#] {
      #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "keys"])) {
        try SigningKeys(Array(text.utf8))
      }
    }
  }

  @Test(arguments: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"])
  func `tokens signed with RSA are taken`(algorithm: String) throws {
    let padding: _RSA.Signing.Padding = algorithm.hasPrefix("PS") ? .PSS : .insecurePKCS1v1_5
    func sign(_ content: Data) throws -> Data {
      switch algorithm.suffix(3) {
      case "256": try rsaKey().signature(for: SHA256.hash(data: content), padding: padding).rawRepresentation
      case "384": try rsaKey().signature(for: SHA384.hash(data: content), padding: padding).rawRepresentation
      default: try rsaKey().signature(for: SHA512.hash(data: content), padding: padding).rawRepresentation
      }
    }
    let keys = try Samples.keys([Samples.rsaKey(rsaKey().publicKey)])
    let header = #"{"alg": "\#(algorithm)", "kid": "rsa"}"#
    try keys.check(SignedToken(Samples.token(header: header, claims: "{}", sign: sign)))
    // The same signature under another algorithm's name.
    let renamed = Samples.token(header: #"{"alg": "ES256", "kid": "rsa"}"#, claims: "{}") { _ in Data() }
    #expect(throws: refusal) { try keys.check(SignedToken(renamed)) }
    let swapped = algorithm.hasPrefix("PS") ? "RS" + algorithm.suffix(3) : "PS" + algorithm.suffix(3)
    #expect(throws: refusal) {
      try keys.check(
        SignedToken(Samples.token(header: #"{"alg": "\#(swapped)", "kid": "rsa"}"#, claims: "{}", sign: sign))
      )
    }
  }

  @Test func `tokens signed on each curve are taken`() throws {
    let p384 = P384.Signing.PrivateKey()
    let p521 = P521.Signing.PrivateKey()
    let keys = try Samples.keys([
      Samples.curveKey(Samples.p256.publicKey.x963Representation, curve: "P-256", id: "a"),
      Samples.curveKey(p384.publicKey.x963Representation, curve: "P-384", id: "b"),
      Samples.curveKey(p521.publicKey.x963Representation, curve: "P-521", id: "c"),
    ])
    try keys.check(Samples.token(header: #"{"alg": "ES256", "kid": "a"}"#))
    try keys.check(
      SignedToken(
        Samples.token(header: #"{"alg": "ES384", "kid": "b"}"#, claims: "{}") {
          try p384.signature(for: SHA384.hash(data: $0)).rawRepresentation
        }))
    try keys.check(
      SignedToken(
        Samples.token(header: #"{"alg": "ES512", "kid": "c"}"#, claims: "{}") {
          try p521.signature(for: SHA512.hash(data: $0)).rawRepresentation
        }))
  }
}
