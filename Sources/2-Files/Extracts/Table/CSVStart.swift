enum CSVWindow {
  /// Looked at to find encoding and header. A header longer than this is none.
  static let bytes = 64 << 10
}

/// The beginning of a CSV: encoding, header, and the bytes that were read past the header.
struct CSVStart<Columns: FileColumns>: Sendable {
  let columns: Columns
  let encoding: ExtractEncoding
  let hasByteOrderMark: Bool
  let nulBytes: Int
  /// Lines before the first row, the header's included.
  let headerLines: Int
  /// What follows the header in the window, without NUL bytes.
  let rest: [UInt8]

  /// - Parameter window: the first bytes; all of them if there are fewer than `CSVWindow.bytes`.
  init(window: [UInt8]) throws(ExtractFailure) {
    if window.starts(with: [0xFF, 0xFE]) || window.starts(with: [0xFE, 0xFF]) || Self.isUTF16(window) {
      throw .utf16
    }
    hasByteOrderMark = window.starts(with: [0xEF, 0xBB, 0xBF])
    let text = window.dropFirst(hasByteOrderMark ? 3 : 0).filter { $0 != 0 }
    nulBytes = window.count - (hasByteOrderMark ? 3 : 0) - text.count
    encoding = Self.encoding(of: text, hasByteOrderMark: hasByteOrderMark)
    // Blank lines before the header are passed over.
    var begin = 0
    var lines = 1
    while begin < text.count, text[begin] == 0x0A || text[begin] == 0x0D {
      if text[begin] == 0x0A { lines += 1 }
      begin += 1
    }
    guard begin < text.count else {
      if window.count < CSVWindow.bytes { throw .emptyFile }
      columns = try Columns.recognise("")
      (headerLines, rest) = (lines, [])
      return
    }
    let end = text[begin...].firstIndex(of: 0x0A) ?? text.count
    var line = text[begin..<end]
    if line.last == 0x0D { line.removeLast() }
    columns = try Columns.recognise(Self.decoded(line))
    headerLines = lines
    rest = end < text.count ? Array(text[(end + 1)...]) : []
  }

  /// Every second byte of UTF-16 text in a Latin script is zero.
  private static func isUTF16(_ window: [UInt8]) -> Bool {
    let head = window.prefix(64)
    guard head.count >= 8 else { return false }
    let zeros = head.enumerated().filter { $0.element == 0 }.map { $0.offset % 2 }
    let odd = zeros.reduce(0, +)
    let even = zeros.count - odd
    return max(odd, even) * 5 >= head.count * 2 && min(odd, even) * 8 < head.count
  }

  private static func encoding(of text: [UInt8], hasByteOrderMark: Bool) -> ExtractEncoding {
    if hasByteOrderMark { return .utf8 }
    guard text.contains(where: { $0 >= 0x80 }) else { return .ascii }
    // The window may end inside a character of at most four bytes.
    let isUTF8 = (0...3).contains { cut in
      cut < text.count && String(validating: text.dropLast(cut), as: UTF8.self) != nil
    }
    return isUTF8 ? .utf8 : .windows1252
  }

  /// The header on its own: UTF-8 if it is valid UTF-8, Windows-1252 otherwise. The five bytes that Windows-1252
  /// leaves open and its punctuation occur in no column name, so Latin-1 serves.
  private static func decoded(_ line: ArraySlice<UInt8>) -> String {
    if let text = String(validating: line, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
  }
}
