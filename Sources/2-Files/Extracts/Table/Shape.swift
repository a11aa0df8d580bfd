/// What a cell looked like, without what it said: digits become 9, letters a.
enum Shape {
  static let maximumCharacters = 20

  /// Other ASCII characters are kept, control characters become a space. Letters beyond ASCII are a, too; the bytes
  /// that continue a UTF-8 character say nothing.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var shape = ""
    for byte in bytes {
      guard shape.utf8.count < maximumCharacters else { break }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): shape.append("9")
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC0...0xFF:
        shape.append("a")
      case 0x80..<0xC0: continue
      case 0..<0x20, 0x7F: shape.append(" ")
      default: shape.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return shape
  }

  /// At most eight of 9, a and ?: few enough kinds that counting them needs no limit.
  static func coarse(_ bytes: some Sequence<UInt8>) -> String {
    String(
      String.UnicodeScalarView(
        of(bytes).unicodeScalars.prefix(8).map { $0 == "9" || $0 == "a" ? $0 : Unicode.Scalar("?") }))
  }
}
