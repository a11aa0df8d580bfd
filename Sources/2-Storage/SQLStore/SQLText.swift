/// One statement, or a piece of one, with its values kept apart from its words.
///
/// ```swift
/// let open: SQLText = "AND stage = \("open")"
/// try db.rows("SELECT id FROM campaign WHERE uf IN \(list: ufs) \(open) ORDER BY id")
/// ```
/// An interpolated value becomes a numbered parameter, an interpolated `SQLText` becomes part of the words.
/// A `String` is always a value: text that came from outside cannot become part of the words.
public struct SQLText: ExpressibleByStringInterpolation, Sendable {
  indirect enum Part: Sendable {
    case words(String)
    case value(SQLValue)
    case list([SQLValue])
    case perDialect(sqlite: [Part], postgres: [Part])
  }

  let parts: [Part]

  init(parts: [Part]) {
    self.parts = parts
  }

  public init(stringLiteral words: String) {
    parts = [.words(words)]
  }

  public init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { parts.append(.words(words)) }
    }

    /// A parameter.
    public mutating func appendInterpolation(_ value: some SQLConvertible) {
      parts.append(.value(value.sqlValue))
    }

    /// A parenthesised list of parameters, for `IN \(list: …)` and `NOT IN \(list: …)`; it may be empty.
    public mutating func appendInterpolation<Value: SQLConvertible>(list values: some Sequence<Value>) {
      parts.append(.list(values.map(\.sqlValue)))
    }

    /// A piece of a statement with its own values.
    public mutating func appendInterpolation(_ fragment: SQLText) {
      parts.append(contentsOf: fragment.parts)
    }
  }

  /// The only way to write something differently for each engine. A test counts its uses.
  public static func perDialect(sqlite: SQLText, postgres: SQLText) -> SQLText {
    SQLText(parts: [.perDialect(sqlite: sqlite.parts, postgres: postgres.parts)])
  }

  /// The pieces one after the other, for filters that a person chose: `.joined(filters, by: " AND ")`.
  public static func joined(_ pieces: [SQLText], by separator: SQLText) -> SQLText {
    SQLText(parts: Array(pieces.map(\.parts).joined(separator: separator.parts)))
  }
}
