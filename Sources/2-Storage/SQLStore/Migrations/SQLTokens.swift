/// A statement's text cut into words, quoted text, comments and the rest, so that nothing inside quotes or comments is
/// taken for SQL. Joined again, the tokens give the text unchanged.
package struct SQLToken: Equatable {
  package enum Kind { case word, quoted, comment, space, symbol }
  package let kind: Kind
  package let text: Substring

  /// For comparing with the engine's own words.
  package var upper: String { kind == .word ? text.uppercased() : String(text) }
  package var isCode: Bool { kind != .comment && kind != .space }
}

package enum SQLTokens {
  /// Throws `defect` for a quote or a comment that does not end.
  package static func of(_ sql: String) throws -> [SQLToken] {
    var tokens: [SQLToken] = []
    var rest = sql[...]
    while let first = rest.unicodeScalars.first {
      let kind: SQLToken.Kind
      let end: Substring.Index
      if first == "'" || first == "\"" {
        (kind, end) = (.quoted, try endOfQuoted(rest, quote: first))
      } else if rest.hasPrefix("--") {
        (kind, end) = (.comment, rest.unicodeScalars.firstIndex(of: "\n") ?? rest.endIndex)
      } else if rest.hasPrefix("/*") {
        (kind, end) = (.comment, try endOfBlockComment(rest))
      } else if first.properties.isWhitespace {
        (kind, end) = (.space, endOfRun(rest) { $0.properties.isWhitespace })
      } else if isWordScalar(first) {
        (kind, end) = (.word, endOfRun(rest, isWordScalar))
      } else if isOperatorScalar(first) {
        (kind, end) = (.symbol, endOfRun(rest, isOperatorScalar))
      } else {
        (kind, end) = (.symbol, rest.unicodeScalars.index(after: rest.startIndex))
      }
      tokens.append(SQLToken(kind: kind, text: rest[..<end]))
      rest = rest[end...]
    }
    return tokens
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
  }

  /// Of operators that are written with several characters, such as `<>` and `||`.
  private static func isOperatorScalar(_ scalar: Unicode.Scalar) -> Bool {
    "<>=!|".unicodeScalars.contains(scalar)
  }

  private static func endOfRun(_ text: Substring, _ belongs: (Unicode.Scalar) -> Bool) -> Substring.Index {
    text.unicodeScalars.firstIndex { !belongs($0) } ?? text.endIndex
  }

  /// A doubled quote ends one token and begins the next, which comes to the same.
  private static func endOfQuoted(_ text: Substring, quote: Unicode.Scalar) throws -> Substring.Index {
    let scalars = text.unicodeScalars
    guard let end = scalars.dropFirst().firstIndex(of: quote) else {
      throw StoreError.defect("a quote in a migration does not end")
    }
    return scalars.index(after: end)
  }

  private static func endOfBlockComment(_ text: Substring) throws -> Substring.Index {
    var index = text.index(text.startIndex, offsetBy: 2)
    while index < text.endIndex {
      if text[index...].hasPrefix("*/") { return text.index(index, offsetBy: 2) }
      index = text.unicodeScalars.index(after: index)
    }
    throw StoreError.defect("a comment in a migration does not end")
  }
}

extension SQLTokens {
  /// The tokens in one line with the usual spaces, however they were laid out.
  static func oneLine(_ tokens: some Sequence<SQLToken>) -> String {
    var line = ""
    for token in tokens where token.isCode {
      let joins = line.isEmpty || line.hasSuffix("(") || [",", ")"].contains(token.text)
      line += joins ? token.text : " \(token.text)"
    }
    return line
  }

  /// The table a statement writes to, for error texts; none for a question.
  package static func writtenTable(_ sql: String) -> String? {
    guard let tokens = try? of(sql).filter(\.isCode) else { return nil }
    guard let verb = tokens.firstIndex(where: { ["INSERT", "UPDATE", "DELETE"].contains($0.upper) }) else {
      return nil
    }
    let rest = tokens[verb...].dropFirst()
    let name = tokens[verb].upper == "UPDATE" ? rest.first : rest.dropFirst().first
    return (name?.text).map(String.init)
  }
}
