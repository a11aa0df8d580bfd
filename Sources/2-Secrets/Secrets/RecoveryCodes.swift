/// What opens an account when the telephone with the second factor is gone: ten codes, each good for once.
public enum RecoveryCodes {
  public static let count = 10
  /// Of five bits each: 60 bits a code.
  static let symbols = 12
  private static let symbolsPerGroup = 4

  /// Ten codes as `7K4M-2QXR-9TDF`. They are shown once; the store keeps their fingerprints.
  public static func new(using randomness: inout some RandomNumberGenerator) -> [String] {
    (0..<count).map { _ in
      let text = Base32.readable.text(RandomBytes.make(8, using: &randomness)).prefix(symbols)
      return stride(from: 0, to: symbols, by: symbolsPerGroup)
        .map { String(text.dropFirst($0).prefix(symbolsPerGroup)) }.joined(separator: "-")
    }
  }

  /// SHA-256 in hexadecimal digits of a code as a person types it: case, dashes and spaces do not matter, O is read as
  /// zero, I and L as one. Nil for what is no code.
  public static func fingerprint(of typed: String) -> String? {
    var code = ""
    for character in typed.uppercased() where !character.isWhitespace && character != "-" {
      switch character {
      case "O": code.append("0")
      case "I", "L": code.append("1")
      default: code.append(character)
      }
    }
    guard code.utf8.count == symbols, code.utf8.allSatisfy(Base32.readable.has) else { return nil }
    return SecretToken.fingerprint(of: code)
  }
}
