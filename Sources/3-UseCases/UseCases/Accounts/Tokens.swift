import Crypto
import Vocabulary

extension Prumo {
  /// 256 bits that nobody can guess, as 64 hexadecimal digits.
  func newToken() -> String {
    (0..<4).map { _ in Self.hexadecimal(random(), digits: 16) }.joined()
  }

  /// What is kept of a token. It needs no salt: a token is no word.
  static func fingerprint(ofToken token: String) -> String {
    SHA256.hash(data: Array(token.utf8)).map { hexadecimal(UInt64($0), digits: 2) }.joined()
  }

  private static func hexadecimal(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
