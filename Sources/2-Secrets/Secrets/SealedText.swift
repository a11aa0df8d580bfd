import Crypto
import Foundation
public import Vocabulary

/// A small secret that the store must keep and give back, as the secret of a second factor: AES-256-GCM under the
/// installation's key, bound to what it belongs to, so that it cannot be moved to another row.
public enum SealedText {
  private static let nonceByteCount = 12

  /// Base64. `owner` names the row, as `account 5f0c… second factor`.
  public static func seal(
    _ text: String, owner: String, key: InstallationKey, using randomness: inout some RandomNumberGenerator
  ) throws -> String {
    let nonce = try AES.GCM.Nonce(data: RandomBytes.make(nonceByteCount, using: &randomness))
    let box = try AES.GCM.seal(
      Array(text.utf8), using: key.derived(for: "text"), nonce: nonce, authenticating: Array(owner.utf8))
    return (Data(nonce) + box.ciphertext + box.tag).base64EncodedString()
  }

  /// Throws `secret.otherKey` when the installation's key is another, or the text is not this owner's, or was changed.
  public static func open(_ sealed: String, owner: String, key: InstallationKey) throws(Problem) -> String {
    guard let data = Data(base64Encoded: sealed), let box = try? AES.GCM.SealedBox(combined: data),
      let bytes = try? AES.GCM.open(box, using: key.derived(for: "text"), authenticating: Array(owner.utf8))
    else { throw .conflict(rule: "secret.otherKey") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
