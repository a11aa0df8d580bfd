import Crypto
import CryptoExtras
import Foundation

/// The algorithms of RFC 7518 that we take: those with a public key. Without a signature (`none`) or with a shared secret
/// (`HS…`) a token proves nothing here.
enum SignatureAlgorithm: String, Sendable {
  case RS256, RS384, RS512
  case PS256, PS384, PS512
  case ES256, ES384, ES512

  var keyType: String { rawValue.hasPrefix("ES") ? "EC" : "RSA" }

  /// True only when the key fits the algorithm and the signature fits the bytes.
  func isValid(_ signature: [UInt8], for bytes: [UInt8], _ key: SigningKeys.Key) -> Bool {
    switch self {
    case .RS256, .PS256: rsa(signature, SHA256.hash(data: bytes), key)
    case .RS384, .PS384: rsa(signature, SHA384.hash(data: bytes), key)
    case .RS512, .PS512: rsa(signature, SHA512.hash(data: bytes), key)
    case .ES256:
      point(key.point(curve: "P-256", bytes: 32)) { point in
        try P256.Signing.PublicKey(x963Representation: point).isValidSignature(
          P256.Signing.ECDSASignature(rawRepresentation: signature), for: SHA256.hash(data: bytes))
      }
    case .ES384:
      point(key.point(curve: "P-384", bytes: 48)) { point in
        try P384.Signing.PublicKey(x963Representation: point).isValidSignature(
          P384.Signing.ECDSASignature(rawRepresentation: signature), for: SHA384.hash(data: bytes))
      }
    case .ES512:
      point(key.point(curve: "P-521", bytes: 66)) { point in
        try P521.Signing.PublicKey(x963Representation: point).isValidSignature(
          P521.Signing.ECDSASignature(rawRepresentation: signature), for: SHA512.hash(data: bytes))
      }
    }
  }

  /// A point that is not on the curve, or a signature of another length, is no valid one.
  private func point(_ point: [UInt8]?, isValid: ([UInt8]) throws -> Bool) -> Bool {
    guard let point, let isValid = try? isValid(point) else { return false }
    return isValid
  }

  private func rsa(_ signature: [UInt8], _ digest: some Digest, _ key: SigningKeys.Key) -> Bool {
    guard let numbers = key.rsaNumbers,
      let key = try? _RSA.Signing.PublicKey(n: numbers.modulus, e: numbers.exponent)
    else { return false }
    return key.isValidSignature(
      _RSA.Signing.RSASignature(rawRepresentation: signature), for: digest,
      padding: rawValue.hasPrefix("PS") ? .PSS : .insecurePKCS1v1_5)
  }
}
