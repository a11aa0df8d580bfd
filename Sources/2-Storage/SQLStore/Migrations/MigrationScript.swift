/// The text of a migration, written once and turned into each engine's own words.
///
/// What is written | SQLite | PostgreSQL
/// --- | --- | ---
/// `BIGINT`, `SMALLINT` | `INTEGER` | as written
/// `TEXT` | as written | as written
/// `) STRICT;` at the end of every `CREATE TABLE` | as written | `);`
/// `) STRICT, WITHOUT ROWID;` | as written | `);`
///
/// Everything else must mean the same on both. Types that do not, triggers, and tables that are not strict are refused.
enum MigrationScript {
  /// The statements in order, without comments and without the semicolon. Throws `defect`.
  static func statements(in sql: String, for dialect: Dialect) throws -> [String] {
    var statements: [String] = []
    for piece in try SQLTokens.of(sql).split(whereSeparator: { $0.kind == .symbol && $0.text == ";" }) {
      let tokens = trimmed(piece.map { $0.kind == .comment ? SQLToken(kind: .space, text: " ") : $0 })
      guard !tokens.isEmpty else { continue }
      try check(tokens)
      let rendered = dialect == .sqlite ? sqlite(tokens) : postgres(tokens)
      statements.append(rendered)
    }
    return statements
  }

  /// Words that mean different things to the two engines, and what to write instead.
  private static let refusedWords = [
    "INTEGER": "BIGINT", "INT": "BIGINT", "BOOLEAN": "SMALLINT with a CHECK", "VARCHAR": "TEXT",
    "SERIAL": "an id made by the program", "AUTOINCREMENT": "an id made by the program", "REAL": "BIGINT",
    "NUMERIC": "BIGINT", "BLOB": "TEXT", "BYTEA": "TEXT", "TIMESTAMP": "TEXT", "DATE": "TEXT",
    "TRIGGER": "the rule in the use case", "PRAGMA": "nothing",
    "BEGIN": "nothing, a migration is a transaction",
    "COMMIT": "nothing, a migration is a transaction",
    "RESTRICT": "nothing, a key without action refuses too",
  ]

  private static func check(_ tokens: [SQLToken]) throws {
    for token in tokens where token.kind == .word {
      if token.text.utf8.count > DerivedName.longest {
        throw StoreError.defect(
          "a name in a migration is longer than \(DerivedName.longest) letters: \(token.text)")
      }
      if let instead = refusedWords[token.upper] {
        throw StoreError.defect("a migration says \(token.upper); write \(instead)")
      }
    }
    if isCreateTable(tokens), !tokens.contains(where: { $0.kind == .word && $0.upper == "STRICT" }) {
      throw StoreError.defect("a migration creates a table that does not end in \") STRICT;\"")
    }
  }

  private static func isCreateTable(_ tokens: [SQLToken]) -> Bool {
    let words = tokens.lazy.filter(\.isCode).prefix(2).map(\.upper)
    return Array(words) == ["CREATE", "TABLE"]
  }

  private static func sqlite(_ tokens: [SQLToken]) -> String {
    tokens.map { token in
      guard token.kind == .word else { return String(token.text) }
      return ["BIGINT", "SMALLINT"].contains(token.upper) ? "INTEGER" : String(token.text)
    }.joined()
  }

  /// Behind the last parenthesis of a `CREATE TABLE` stand only table options, and they are SQLite's.
  private static func postgres(_ tokens: [SQLToken]) -> String {
    var kept = tokens[...]
    if isCreateTable(tokens), let end = tokens.lastIndex(where: { $0.kind == .symbol && $0.text == ")" }) {
      kept = tokens[...end]
    }
    return kept.map { String($0.text) }.joined()
  }

  private static func trimmed(_ tokens: [SQLToken]) -> [SQLToken] {
    Array(tokens.drop { !$0.isCode }.reversed().drop { !$0.isCode }.reversed())
  }
}
