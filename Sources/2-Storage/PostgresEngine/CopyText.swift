import SQLStore

/// Rows in the text form of `COPY`: tabs between values, one row a line, `\N` for none, and a backslash before what would
/// be taken for one of these. Source: PostgreSQL documentation, COPY, "Text Format".
struct CopyText {
  private let rows: [[SQLValue]]
  private var next = 0

  init(rows: [[SQLValue]]) {
    self.rows = rows
  }

  /// Some whole rows, about 64 KiB; nil when there are no more.
  mutating func nextPiece() throws -> [UInt8]? {
    guard next < rows.count else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.pieceBytes + 4_096)
    while next < rows.count, bytes.count < Self.pieceBytes {
      for (position, value) in rows[next].enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: "\t")) }
        try Self.append(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
      next += 1
    }
    return bytes
  }

  private static let pieceBytes = 65_536

  private static func append(_ value: SQLValue, to bytes: inout [UInt8]) throws {
    switch value {
    case .null: bytes.append(contentsOf: #"\N"#.utf8)
    case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
    case .text(let text):
      try Vetting.check(value)
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
        default: bytes.append(byte)
        }
      }
    }
  }
}
