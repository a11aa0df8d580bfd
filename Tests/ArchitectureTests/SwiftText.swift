/// A string literal of a Swift file and the line on which it begins. Interpolations stand in it as `\()`.
struct StringLiteral: Sendable {
  let text: String
  let line: Int
}

/// A Swift file taken apart into what is said to the compiler and what is text. It knows comments, plain, raw
/// and multi-line literals and interpolations; regular expression literals with quotes are beyond it.
struct SwiftText {
  /// The code with comments left out and every literal as `""`, line by line as in the file.
  private(set) var code = ""
  private(set) var literals: [StringLiteral] = []

  private var rest: Substring
  private var line = 1

  init(_ text: String) {
    rest = Substring(text)
    while !rest.isEmpty { readNext() }
  }

  private mutating func readNext() {
    if rest.hasPrefix("//") {
      while let next = rest.first, next != "\n" { advance() }
    } else if rest.hasPrefix("/*") {
      skipBlockComment()
    } else if let hashes = hashesBeforeQuote() {
      readLiteral(hashes: hashes)
    } else {
      code.append(advance())
    }
  }

  @discardableResult
  private mutating func advance() -> Character {
    let character = rest.removeFirst()
    if character == "\n" { line += 1 }
    return character
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count where !rest.isEmpty { advance() }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if rest.hasPrefix("/*") {
        depth += 1
        advance(2)
      } else if rest.hasPrefix("*/") {
        depth -= 1
        advance(2)
      } else {
        if advance() == "\n" { code.append("\n") }
      }
    } while depth > 0 && !rest.isEmpty
  }

  /// How many `#` stand before a quote here; nil when no literal begins here.
  private func hashesBeforeQuote() -> Int? {
    let hashes = rest.prefix { $0 == "#" }.count
    return rest.dropFirst(hashes).first == "\"" ? hashes : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let begun = line
    advance(hashes)
    let quotes = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    advance(quotes.count)
    let end = quotes + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    var text = ""
    while !rest.isEmpty, !rest.hasPrefix(end) {
      if rest.hasPrefix(escape + "(") {
        advance(escape.count)
        skipParentheses()
        text += "\\()"
      } else if rest.hasPrefix(escape) {
        advance(escape.count)
        if !rest.isEmpty { text.append(advance()) }
      } else {
        text.append(advance())
      }
    }
    advance(end.count)
    literals.append(StringLiteral(text: text, line: begun))
    code += "\"\"" + String(repeating: "\n", count: line - begun)
  }

  /// An interpolation may hold literals with literals in them.
  private mutating func skipParentheses() {
    var depth = 0
    repeat {
      if let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else {
        let character = advance()
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      }
    } while depth > 0 && !rest.isEmpty
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
