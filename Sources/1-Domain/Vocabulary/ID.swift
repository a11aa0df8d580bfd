/// The id of one kind of thing: an `ID<Load>` is no `ID<Visit>`. A UUID in lower case, made by us,
/// so that a phone without signal can make one too.
public struct ID<Thing>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// Reads a UUID in its usual form of 36 characters; upper case is accepted and lowered.
  public init?(_ text: some StringProtocol) {
    let lowered = text.lowercased()
    let bytes = Array(lowered.utf8)
    guard bytes.count == 36 else { return nil }
    for (position, byte) in bytes.enumerated() {
      let isDash = position == 8 || position == 13 || position == 18 || position == 23
      guard isDash ? byte == UInt8(ascii: "-") : Self.isHexadecimal(byte) else { return nil }
    }
    self.text = lowered
  }

  /// A version 4 id from the randomness handed in.
  public init(from randomness: inout some RandomNumberGenerator) {
    var bytes: [UInt8] = (0..<16).map { _ in UInt8.random(in: 0...255, using: &randomness) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef")
    var text = ""
    for (position, byte) in bytes.enumerated() {
      if position == 4 || position == 6 || position == 8 || position == 10 { text.append("-") }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.text = text
  }

  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Digits.value(byte) != nil || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"))
  }
}
