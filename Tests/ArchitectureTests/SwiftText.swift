/// A string literal of a Swift file and the line on which it begins. Interpolations stand in it as `\()`.
struct StringLiteral: Sendable {
  let text: String
  let line: Int
}

/// A Swift file taken apart into what is said to the compiler and what is text. It knows comments, plain, raw
/// and multi-line literals and interpolations; regular expression literals with quotes are beyond it.
struct SwiftText: Sendable {
  /// The code with comments left out and every literal as `""`, line by line as in the file.
  let code: String
  let literals: [StringLiteral]

  var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  init(_ text: String) {
    var reader = SwiftTextReader(bytes: Array(text.utf8))
    reader.readAll()
    code = String(decoding: reader.code, as: UTF8.self)
    literals = reader.literals
  }
}

/// Works on bytes: all signs that matter here are ASCII, and the tests run unoptimised.
private struct SwiftTextReader {
  let bytes: [UInt8]
  var code: [UInt8] = []
  var literals: [StringLiteral] = []

  private var position = 0
  private var line = 1

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func readAll() {
    while let byte = peek(0) {
      if byte == Self.slash, peek(1) == Self.slash {
        while let next = peek(0), next != Self.newline { advance() }
      } else if byte == Self.slash, peek(1) == Self.star {
        skipBlockComment()
      } else if byte == Self.quote || byte == Self.hash, let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else {
        code.append(byte)
        advance()
      }
    }
  }

  private func peek(_ ahead: Int) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == Self.newline { line += 1 }
      position += 1
    }
  }

  private func stands(_ mark: [UInt8]) -> Bool {
    position + mark.count <= bytes.count && bytes[position..<position + mark.count].elementsEqual(mark)
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if peek(0) == Self.slash, peek(1) == Self.star {
        depth += 1
        advance(2)
      } else if peek(0) == Self.star, peek(1) == Self.slash {
        depth -= 1
        advance(2)
      } else {
        if peek(0) == Self.newline { code.append(Self.newline) }
        advance()
      }
    } while depth > 0 && position < bytes.count
  }

  /// How many `#` stand before a quote here; nil when no literal begins here.
  private func hashesBeforeQuote() -> Int? {
    var hashes = 0
    while peek(hashes) == Self.hash { hashes += 1 }
    return peek(hashes) == Self.quote ? hashes : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let begun = line
    advance(hashes)
    let isLong = peek(1) == Self.quote && peek(2) == Self.quote
    let quotes = [UInt8](repeating: Self.quote, count: isLong ? 3 : 1)
    advance(quotes.count)
    let end = quotes + [UInt8](repeating: Self.hash, count: hashes)
    let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: Self.hash, count: hashes)
    var text: [UInt8] = []
    while let byte = peek(0), !stands(end) {
      if byte == escape[0], stands(escape) {
        advance(escape.count)
        if peek(0) == UInt8(ascii: "(") {
          skipParentheses()
          text += Array("\\()".utf8)
        } else if let escaped = peek(0) {
          text.append(escaped)
          advance()
        }
      } else {
        text.append(byte)
        advance()
      }
    }
    advance(end.count)
    literals.append(StringLiteral(text: String(decoding: text, as: UTF8.self), line: begun))
    code += Array("\"\"".utf8) + [UInt8](repeating: Self.newline, count: line - begun)
  }

  /// An interpolation may hold literals with literals in them.
  private mutating func skipParentheses() {
    var depth = 0
    repeat {
      if let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else {
        if peek(0) == UInt8(ascii: "(") { depth += 1 }
        if peek(0) == UInt8(ascii: ")") { depth -= 1 }
        advance()
      }
    } while depth > 0 && position < bytes.count
  }
}

extension ProjectFile {
  /// Taken apart once per file and run.
  var swiftText: SwiftText { SwiftTextStore.texts[path] ?? SwiftText(text) }
}

private enum SwiftTextStore {
  static let texts: [String: SwiftText] = Dictionary(
    uniqueKeysWithValues: SourceTree.swift.map { ($0.path, SwiftText($0.text)) })
}
