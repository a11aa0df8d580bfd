import Foundation
import Secrets
import Vocabulary

/// A signed token (JWS, RFC 7515) taken apart. Nothing in it is true until its signature is checked.
struct SignedToken: Sendable {
  /// Ours have about 1,000; a provider that puts a person's every role in is refused.
  static let maximumBytes = 16 << 10

  let algorithm: String
  let keyID: String?
  /// Names of headers that we would have to understand; we understand none.
  let critical: [String]?
  let payload: [UInt8]
  let signedBytes: [UInt8]
  let signature: [UInt8]

  /// - Throws: `openid.unexpected`.
  init(_ text: String) throws(Problem) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.maximumBytes, parts.count == 3,
      let headerBytes = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
      let signature = Base64URL.bytes(parts[2]),
      let header = try? JSONDecoder.reading(Header.self, headerBytes)
    else { throw .unexpected("token") }
    algorithm = header.alg
    keyID = header.kid
    critical = header.crit
    self.payload = payload
    self.signature = signature
    signedBytes = Array("\(parts[0]).\(parts[1])".utf8)
  }

  private struct Header: Decodable {
    let alg: String
    let kid: String?
    let crit: [String]?
  }
}
