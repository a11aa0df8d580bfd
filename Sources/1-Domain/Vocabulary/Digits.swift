/// Decimal digits read from bytes, without Foundation.
public enum Digits {
  /// The number written by `bytes`; nil when empty, longer than 18 digits or not all digits.
  public static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
      guard let digit = value(byte) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  public static func number(_ text: some StringProtocol) -> Int? {
    number(Array(text.utf8))
  }

  public static func value(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }

  /// `text` with zeros before it until it has `width` characters.
  public static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
