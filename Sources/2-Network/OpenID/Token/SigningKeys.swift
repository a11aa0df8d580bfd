import Foundation
import Secrets
import Vocabulary

/// The public keys that a provider signs with (JWK Set, RFC 7517).
struct SigningKeys: Sendable {
  /// Providers publish two or three; multi-tenant ones about ten.
  static let maximumKeys = 100
  /// 8,192 bits: checking with a larger one would take our time, not the provider's.
  static let maximumModulusBytes = 1_024

  struct Key: Decodable, Sendable {
    let kty: String
    let kid: String?
    let use: String?
    let alg: String?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?

    var rsaNumbers: (modulus: [UInt8], exponent: [UInt8])? {
      guard let modulus = n.flatMap(Base64URL.bytes), let exponent = e.flatMap(Base64URL.bytes),
        modulus.count <= maximumModulusBytes, exponent.count <= 8
      else { return nil }
      return (modulus, exponent)
    }

    /// Both coordinates behind the mark of an uncompressed point.
    func point(curve: String, bytes count: Int) -> [UInt8]? {
      guard crv == curve, let x = x.flatMap(Base64URL.bytes), let y = y.flatMap(Base64URL.bytes),
        x.count == count, y.count == count
      else { return nil }
      return [4] + x + y
    }
  }

  private let keys: [Key]

  /// - Throws: `openid.unexpected`.
  init(_ json: [UInt8]) throws(Problem) {
    guard let published = try? JSONDecoder.reading(Published.self, json),
      published.keys.count <= Self.maximumKeys
    else { throw .unexpected("keys") }
    keys = published.keys
  }

  private struct Published: Decodable {
    let keys: [Key]
  }

  /// False when the provider may have changed its keys since the list was read.
  func canCheck(_ token: SignedToken) -> Bool { key(of: token) != nil }

  /// - Throws: `openid.signature` when the algorithm or the key is none of those that count, or the signature is not of
  ///   these bytes.
  func check(_ token: SignedToken) throws(Problem) {
    guard token.critical == nil, let algorithm = SignatureAlgorithm(rawValue: token.algorithm),
      let key = key(of: token), algorithm.isValid(token.signature, for: token.signedBytes, key)
    else { throw .invalid(rule: "openid.signature") }
  }

  /// The one key that fits the token's own word for it and its algorithm. A key for encryption, or for another
  /// algorithm, does not; a token that names no key is checked only when there is no choice.
  private func key(of token: SignedToken) -> Key? {
    guard let algorithm = SignatureAlgorithm(rawValue: token.algorithm) else { return nil }
    let fitting = keys.filter { key in
      key.kty == algorithm.keyType && (key.use ?? "sig") == "sig"
        && (key.alg ?? algorithm.rawValue) == algorithm.rawValue
    }
    guard let keyID = token.keyID else { return fitting.count == 1 ? fitting[0] : nil }
    return fitting.first { $0.kid == keyID }
  }
}
