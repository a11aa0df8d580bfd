import Foundation

enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lower-case digits a byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// Base64 for addresses and cookies, without padding. Source: RFC 4648, section 5.
public enum Base64URL {
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Only what `text` writes: a second spelling of the same bytes is refused.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let standard = String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
    guard let data = Data(base64Encoded: standard), Self.text(data) == text else { return nil }
    return Array(data)
  }
}

/// Five bits a symbol, most significant first; the last symbol is filled with zeros. Without padding.
struct Base32: Sendable {
  /// The alphabet of authenticator apps. Source: RFC 4648, section 6.
  static let standard = Base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
  /// Without I, L, O and U, which people misread. Source: Douglas Crockford, "Base 32".
  static let readable = Base32("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private let alphabet: [UInt8]

  private init(_ alphabet: String) {
    self.alphabet = Array(alphabet.utf8)
  }

  func has(_ symbol: UInt8) -> Bool { alphabet.contains(symbol) }

  func text(_ bytes: [UInt8]) -> String {
    var symbols: [UInt8] = []
    var pending = 0
    var pendingBits = 0
    for byte in bytes {
      pending = pending << 8 | Int(byte)
      pendingBits += 8
      while pendingBits >= 5 {
        pendingBits -= 5
        symbols.append(alphabet[pending >> pendingBits & 31])
      }
      pending &= 1 << pendingBits - 1
    }
    if pendingBits > 0 { symbols.append(alphabet[pending << (5 - pendingBits) & 31]) }
    return String(decoding: symbols, as: UTF8.self)
  }

  /// Nil when a symbol is not of the alphabet or the bits that fill the last one are not zero.
  func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var pending = 0
    var pendingBits = 0
    for symbol in text.utf8 {
      guard let value = alphabet.firstIndex(of: symbol) else { return nil }
      pending = pending << 5 | value
      pendingBits += 5
      if pendingBits >= 8 {
        pendingBits -= 8
        bytes.append(UInt8(pending >> pendingBits))
        pending &= 1 << pendingBits - 1
      }
    }
    return pending == 0 && pendingBits < 5 ? bytes : nil
  }
}
