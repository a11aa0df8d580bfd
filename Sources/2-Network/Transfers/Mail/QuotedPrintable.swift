/// The encoding of RFC 2045 (6.7) for texts that are mostly ASCII: readable as it is, no line over 76 characters, and
/// nothing that a mail server on the way could change.
enum QuotedPrintable {
  private static let longestLine = 76

  /// - Parameter text: with any of the usual line ends. They become CRLF.
  static func encoded(_ text: String) -> [UInt8] {
    var encoded: [UInt8] = []
    for line in lines(Array(text.utf8)) {
      encoded += encodedLine(line) + Array("\r\n".utf8)
    }
    return encoded
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        position += 1
        continue
      }
      lines.append(bytes[start..<position])
      let isPair =
        byte == UInt8(ascii: "\r") && position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n")
      position += isPair ? 2 : 1
      start = position
    }
    return start < bytes.count ? lines + [bytes[start...]] : lines
  }

  private static func encodedLine(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    var width = 0
    for (position, byte) in zip(line.indices, line) {
      let piece = self.piece(byte, isLast: position == line.endIndex - 1)
      // One place stays free for the `=` that says that the line goes on.
      if width + piece.count > longestLine - 1 {
        encoded += Array("=\r\n".utf8)
        width = 0
      }
      encoded += piece
      width += piece.count
    }
    return encoded
  }

  private static func piece(_ byte: UInt8, isLast: Bool) -> [UInt8] {
    // A space at the end of a line may get lost on the way.
    if byte == UInt8(ascii: " "), !isLast { return [byte] }
    if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "=") { return [byte] }
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
