import Crypto

/// What a link, a cookie or a download carries: 256 random bits. The store keeps only its fingerprint, so that who reads
/// a copy of the store can sign in as nobody.
public struct SecretToken: Hashable, Sendable {
  static let byteCount = 32

  /// 43 letters, digits, `-` and `_`.
  public let text: String

  public static func new(using randomness: inout some RandomNumberGenerator) -> Self {
    Self(text: Base64URL.text(RandomBytes.make(byteCount, using: &randomness)))
  }

  public var fingerprint: String { Self.fingerprint(of: text) }

  /// SHA-256 in 64 hexadecimal digits, of any text: what a request carries is looked up by it, whatever it is.
  public static func fingerprint(of text: String) -> String {
    Hexadecimal.text(SHA256.hash(data: Array(text.utf8)))
  }
}

extension SecretToken: CustomStringConvertible, CustomReflectable {
  /// Logs and error messages show no secret.
  public var description: String { "SecretToken(…)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
