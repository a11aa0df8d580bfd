import Vocabulary

/// Texts of people in the header of a message.
enum HeaderText {
  /// A line end in a header would begin another header, or the message itself. No control character has a place there.
  static func check(_ text: String, field: String, maximumBytes: Int) throws(Problem) {
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw .invalid(field: field, rule: "mail.lineBreak")
    }
    guard text.utf8.count <= maximumBytes else {
      throw .invalid(field: field, rule: "mail.tooLong", ["limit": String(maximumBytes)])
    }
  }

  /// As it is when it is plain and short; else as encoded words of RFC 2047, folded, each holding whole characters.
  /// - Parameter isPhrase: it stands before an address, where more characters have a meaning.
  static func words(_ text: String, isPhrase: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte < 0x7F && !(isPhrase && Array("\"(),.:;<>@[\\]".utf8).contains(byte))
    }
    // What looks like an encoded word already must not be read as one.
    if isPlain, text.utf8.count <= maximumPlainBytes, !text.contains("=?"), text.first != " " { return text }
    return pieces(text).map { "=?UTF-8?B?\(Base64.text($0))?=" }.joined(separator: "\r\n ")
  }

  /// A line with an encoded word may have 76 characters. 39 bytes become 52, 12 stand around them, and the longest name
  /// of a header of ours has 9.
  private static let bytesOfWord = 39
  static let maximumPlainBytes = 64

  private static func pieces(_ text: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if pieces[pieces.count - 1].count + bytes.count > bytesOfWord { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces
  }
}
