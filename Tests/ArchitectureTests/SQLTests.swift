import Testing

/// A statement as it stands in a `.sql` file or in a string literal of the sources.
private struct Statement: CustomStringConvertible {
  let place: String
  let text: String

  var description: String {
    "\(place): \(text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")"
  }
}

/// What the two engines do differently or in no fixed order, each with what to write instead.
private var banned: [(pattern: Regex<Substring>, instead: String)] {
  [
    (/SELECT\s+(?:DISTINCT\s+)?(?:\w+\.)?\*/, "name the columns"),
    (/(?i)\bI?LIKE\b/, "compare `name_key`, by range for a beginning"),
    (/(?i)\b(?:now|random|uuid|gen_random_uuid)\(\)/, "pass the value in"),
    (/\bCURRENT_(?:DATE|TIME|TIMESTAMP)\b/, "pass the day or the instant in"),
    (
      /(?i)\b(?:date|datetime|strftime|julianday|to_char|date_trunc|age)\(/,
      "keep ISO 8601 text and compute in Swift"
    ),
    (/(?i)\b(?:string_agg|group_concat|array_agg)\(/, "read the rows in order and group in Swift"),
    (/(?i)\bAUTOINCREMENT\b|\bSERIAL\b/, "make the id in Swift: `ID<Thing>`"),
    (/(?i)\bINSERT\s+OR\s+|\bREPLACE\s+INTO\b/, "INSERT … ON CONFLICT (…) DO UPDATE"),
    (
      /(?i)\b(?:BOOLEAN|DATETIME|TIMESTAMP|TIMESTAMPTZ|JSONB?|REAL|DOUBLE|FLOAT|NUMERIC)\b/,
      "BIGINT, SMALLINT CHECK (… IN (0, 1)) or TEXT; see docs/how-to/change-the-schema.md"
    ),
  ]
}

@Suite struct SQLTests {
  @Test func `SQL stays in the part that both engines understand alike`() {
    for statement in statements {
      for (pattern, instead) in banned {
        guard let match = statement.text.firstMatch(of: pattern) else { continue }
        Issue.record("\(statement) … has `\(match.output)`. Instead: \(instead).")
      }
    }
  }

  @Test func `a sum says that it is a whole number`() {
    let said = /(?i)CAST\((?:COALESCE\()?SUM\(/
    for statement in statements {
      guard statement.text.replacing(said, with: "").firstMatch(of: /(?i)\bSUM\(/) != nil else { continue }
      Issue.record(
        """
        \(statement) … PostgreSQL makes NUMERIC of a sum of BIGINT: write CAST(SUM(…) AS BIGINT), or \
        CAST(COALESCE(SUM(…), 0) AS BIGINT).
        """)
    }
  }

  @Test func `a list says in what order`() {
    // The store's tools copy whole tables: any order will do.
    for statement in statements
    where readsList(statement.text) && !statement.place.contains("/SQLStore/Tools/") {
      Issue.record(
        """
        \(statement) … has no ORDER BY. Rows come in any order without one; a read of one row by its key says so \
        with `-- one row` in the text.
        """)
    }
  }

  @Test func `the audit trail is added to and read, and nothing else`() {
    let changing = /(?i)\b(?:UPDATE|DELETE\s+FROM|DROP\s+TABLE|ALTER\s+TABLE)\s+audit_entry\b/
    for statement in statements where statement.text.firstMatch(of: changing) != nil {
      Issue.record("\(statement) … changes the audit trail. History is not edited: add an entry.")
    }
  }

  @Test func `the ways out to one engine's SQL are counted`() {
    let mostUses = 10
    let uses = SourceTree.sources.filter { !$0.path.contains("/SQLStore/") }
      .flatMap { file in file.swiftText.code.matches(of: /\bperDialect\(/).map { _ in file.path } }
    #expect(
      uses.count <= mostUses,
      "perDialect is used \(uses.count) times, at most \(mostUses) are allowed: \(Set(uses).sorted())")
  }

  /// A SELECT that may give several rows and does not say their order. One row: an aggregate without groups,
  /// LIMIT 1, EXISTS, or a text that says `-- one row`.
  private func readsList(_ text: String) -> Bool {
    guard text.prefixMatch(of: /\s*(?:SELECT|WITH)\s/) != nil, !text.contains("ORDER BY") else {
      return false
    }
    if text.contains("-- one row") || text.contains("LIMIT 1") { return false }
    let aggregate = /(?i)SELECT\s+(?:CAST\(|COALESCE\()*(?:COUNT|SUM|MIN|MAX|EXISTS)\b/
    return text.contains("GROUP BY") || text.firstMatch(of: aggregate) == nil
  }

  /// Without the engines' own: each speaks to one engine.
  private var statements: [Statement] {
    let start = /\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP)\s/
    let inCode = SourceTree.sources.filter { !$0.folder.hasSuffix("Engine") }.flatMap { file in
      file.swiftText.literals
        .filter { $0.text.prefixMatch(of: start) != nil }
        .map { Statement(place: file.place(line: $0.line), text: $0.text) }
    }
    let inFiles = SourceTree.sql.map { file in
      Statement(place: file.path, text: file.text.replacing(/--[^\n]*/, with: ""))
    }
    return inCode + inFiles
  }
}
