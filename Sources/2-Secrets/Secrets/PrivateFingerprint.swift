import Crypto

/// Recognises an identifier without keeping it. A CPF has eleven digits, so that a plain hash of it is undone by trying
/// all of them; with the installation's key in it, only the installation can try.
public enum PrivateFingerprint {
  /// HMAC-SHA256 in 64 hexadecimal digits. `purpose` keeps fingerprints of different things apart, as `gov.br`.
  public static func of(_ identifier: String, purpose: String, key: InstallationKey) -> String {
    Hexadecimal.text(
      HMAC<SHA256>.authenticationCode(
        for: Array(identifier.utf8), using: key.derived(for: "fingerprint " + purpose)))
  }
}
