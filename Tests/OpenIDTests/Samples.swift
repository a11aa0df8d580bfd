import Crypto
import CryptoExtras
import Foundation
import Secrets
import Transfers
import Vocabulary

@testable import OpenID

/// A provider, its keys and its tokens, made for the tests.
enum Samples {
  static let issuer = "https://identidade.exemplo.gov.br"
  static let now = Instant("2026-11-23T15:08:33.000Z")!
  static let nowSeconds = now.millisecondsSince1970 / 1_000
  static let back = WebAddress("https://prumo.exemplo.gov.br/entrar/estado/volta")!
  static let rsa: Result<_RSA.Signing.PrivateKey, any Error> = Result { try .init(keySize: .bits2048) }
  static let p256 = P256.Signing.PrivateKey()

  static func provider(
    key: String = "estado", issuer: String = issuer, clientID: String = "prumo",
    clientSecret: String? = "segredo",
    scopes: [String] = ["openid", "email"], buttonLabel: String = "Entrar com a conta do estado",
    claims: OpenIDProvider.ClaimNames = .init(), extraParameters: [String: String] = [:]
  ) throws(Problem) -> OpenIDProvider {
    try OpenIDProvider(
      key: key, issuer: issuer, clientID: clientID, clientSecret: clientSecret, scopes: scopes,
      buttonLabel: buttonLabel, claims: claims, extraParameters: extraParameters)
  }

  static func published(
    issuer: String = issuer, authorization: String = issuer + "/autorizar", token: String = issuer + "/token",
    keys: String = issuer + "/chaves", more: String = ""
  ) -> [UInt8] {
    let text = """
      {"issuer": "\(issuer)", "authorization_endpoint": "\(authorization)", "token_endpoint": "\(token)",
      "jwks_uri": "\(keys)", "response_types_supported": ["code"]\(more)}
      """
    return Array(text.utf8)
  }

  static func endpoints(more: String = "") throws -> OpenIDEndpoints {
    try OpenIDEndpoints(published(more: more), of: provider())
  }

  static func attempt() -> OpenIDAttempt {
    var randomness = SystemRandomNumberGenerator()
    return OpenIDAttempt(from: &randomness)
  }

  // MARK: Keys

  static func keys(_ keys: [String]) throws(Problem) -> SigningKeys {
    try SigningKeys(Array(#"{"keys": [\#(keys.joined(separator: ","))]}"#.utf8))
  }

  static func rsaKey(
    _ key: _RSA.Signing.PublicKey, id: String? = "rsa", more: String = ""
  ) throws -> String {
    let numbers = try key.getKeyPrimitives()
    return rsaKey(modulus: numbers.modulus, exponent: numbers.publicExponent, id: id, more: more)
  }

  static func rsaKey(modulus: Data, exponent: Data, id: String? = "rsa", more: String = "") -> String {
    #"{"kty": "RSA"\#(named(id)), "n": "\#(Base64URL.text(modulus))", "e": "\#(Base64URL.text(exponent))"\#(more)}"#
  }

  /// - Parameter point: the key in the form of X9.63, with its mark.
  static func curveKey(_ point: Data, curve: String, id: String? = "ec", more: String = "") -> String {
    let half = (point.count - 1) / 2
    let (x, y) = (Base64URL.text(point.dropFirst().prefix(half)), Base64URL.text(point.suffix(half)))
    return #"{"kty": "EC", "crv": "\#(curve)"\#(named(id)), "x": "\#(x)", "y": "\#(y)"\#(more)}"#
  }

  private static func named(_ id: String?) -> String { id.map { #", "kid": "\#($0)""# } ?? "" }

  // MARK: Tokens

  static func token(
    header: String, claims: String, sign: (Data) throws -> Data
  ) rethrows -> String {
    let content = Base64URL.text(header.utf8) + "." + Base64URL.text(claims.utf8)
    return content + "." + Base64URL.text(try sign(Data(content.utf8)))
  }

  /// Signed with `p256` unless told otherwise.
  static func token(
    header: String = #"{"alg": "ES256", "kid": "ec"}"#, claims: String = claims()
  ) throws -> SignedToken {
    try SignedToken(token(header: header, claims: claims) { try p256.signature(for: $0).rawRepresentation })
  }

  static func curveKeys() throws -> SigningKeys {
    try keys([curveKey(p256.publicKey.x963Representation, curve: "P-256")])
  }

  /// All that a token needs; what is given stands instead, and nil leaves it out.
  static func claims(_ changes: [String: String?] = [:]) -> String {
    var members: [String: String?] = [
      "iss": "\"\(issuer)\"", "sub": "\"12345678909\"", "aud": "\"prumo\"", "nonce": "\"nonce\"",
      "iat": "\(nowSeconds)", "exp": "\(nowSeconds + 600)", "name": "\"Ana\"",
      "email": "\"ana@exemplo.gov.br\"", "email_verified": "true",
    ]
    members.merge(changes) { $1 }
    return "{"
      + members.compactMap { name, value in value.map { "\"\(name)\": \($0)" } }.joined(separator: ",") + "}"
  }
}
