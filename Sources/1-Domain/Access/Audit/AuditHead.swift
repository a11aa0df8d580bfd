public import Vocabulary

/// The newest entry of the trail, by number and hash. Noted outside of the database, it tells later whether anything up to
/// it was changed, and whether the end was cut off. Text form: `1234:` and 64 hexadecimal digits.
public struct AuditHead: Hashable, Sendable, CustomStringConvertible {
  public static let hashDigits = 64

  public let number: Int
  public let hash: String

  /// Before the first entry.
  public static let beginning = AuditHead(number: 0, hash: String(repeating: "0", count: hashDigits))

  public init(number: Int, hash: String) {
    self.number = number
    self.hash = hash
  }

  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Digits.number(parts[0]) else { return nil }
    let hash = parts[1].lowercased()
    guard hash.utf8.count == Self.hashDigits, hash.utf8.allSatisfy(Self.isHexadecimal) else { return nil }
    self.init(number: number, hash: hash)
  }

  public var description: String { "\(number):\(hash)" }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Digits.value(byte) != nil || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
