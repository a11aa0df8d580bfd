/// One step of the schema: forward only, never edited once it has run anywhere.
public struct Migration: Sendable {
  /// 1, 2, 3, … without gaps.
  public let number: Int
  public let name: String
  /// One text for both engines; see `MigrationScript` for what may stand in it.
  public let sql: String

  public init(number: Int, name: String, sql: String) {
    self.number = number
    self.name = name
    self.sql = sql
  }

  /// FNV-1a of the text's bytes, 16 hexadecimal digits. It notices an accident, and is no defence against intent.
  public var hash: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
