/// Names and values as forms send them (`application/x-www-form-urlencoded`), and as they stand behind the `?` of an
/// address. Everything but letters, digits and `-._~` is written as `%20` is.
public struct FormFields: Hashable, Sendable {
  public let text: String

  public init(_ fields: [(name: String, value: String)]) {
    text = fields.map { "\(Self.written($0.name))=\(Self.written($0.value))" }.joined(separator: "&")
  }

  static func written(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: Array("-._~".utf8).contains(byte)
    }
  }
}
