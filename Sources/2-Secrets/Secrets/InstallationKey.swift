import Crypto
import Foundation

/// The one secret from which an installation's others are derived. Each use has a key of its own, so that what one use makes
/// says nothing to another. Where it is kept, docs/decisions/0030-passwords-and-second-factors.md tells: in the store, or by
/// whoever installs the program outside of it.
public struct InstallationKey: Sendable {
  static let byteCount = 32

  private let bytes: [UInt8]

  public static func new(using randomness: inout some RandomNumberGenerator) -> Self {
    Self(bytes: RandomBytes.make(byteCount, using: &randomness))
  }

  /// Reads what `text` gives, and nothing else.
  public init?(_ text: String) {
    guard let bytes = Base64URL.bytes(text), bytes.count == Self.byteCount else { return nil }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 43 letters, digits, `-` and `_`: for where the key is kept and for nothing else.
  public var text: String { Base64URL.text(bytes) }

  /// Source: RFC 5869 (HKDF), with SHA-256.
  func derived(for use: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes), info: Data(("prumo " + use).utf8), outputByteCount: 32)
  }
}

extension InstallationKey: CustomStringConvertible, CustomReflectable {
  /// Logs and error messages show no secret.
  public var description: String { "InstallationKey(…)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
