import Crypto
import Foundation

/// The hash that chains the trail.
enum AuditHash {
  /// SHA-256 of the UTF-8, in lower-case hexadecimal.
  static func of(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
