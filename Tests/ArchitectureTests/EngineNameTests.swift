import Testing

@Suite struct EngineNameTests {
  /// Where an engine may be named: the engines themselves, the program that chooses one, and the store's own
  /// list of dialects.
  private let allowed = [
    "Sources/2-Storage/SQLiteEngine/", "Sources/2-Storage/PostgresEngine/", "Sources/2-Storage/CLibPQ/",
    "Sources/2-Storage/SQLStore/", "Sources/5-Programs/",
  ]

  @Test func `only engines and programs know which engine it is`() {
    let engine = /\b(?:GRDB\w*|SQLite\w*|Postgres\w*|CLibPQ|PG(?:conn|result)|sqlite3?_\w+)\b/
    for file in SourceTree.sources where !allowed.contains(where: file.path.hasPrefix) {
      let lines = file.swiftText.codeLines
      for (index, line) in lines.enumerated() {
        guard let match = line.firstMatch(of: engine) else { continue }
        Issue.record(
          """
          \(file.place(line: index + 1)): `\(match.output)` names an engine. Use SQLStore's types; what an engine \
          does differently belongs into its target, or into `SQLText.perDialect`.
          """)
      }
    }
  }
}
