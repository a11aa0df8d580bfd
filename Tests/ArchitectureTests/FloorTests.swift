import Testing

/// Which modules a target may import (ARCHITECTURE.md, "Floors"). The compiler holds imports against Package.swift;
/// this table holds Package.swift against the architecture. A new target is a new line here, and a decision.
private let floors: [String: Set<String>] = [
  // 0 Assets: bytes.
  "CAssets": [],
  "Assets": ["CAssets"],
  // 1 Domain: pure values and functions.
  "Vocabulary": [],
  "Access": ["Vocabulary"],
  "Expressions": ["Vocabulary"],
  "Indicators": ["Vocabulary"],
  "Privacy": ["Access", "Vocabulary"],
  // 2 Files: what comes in.
  "CByteScan": [],
  "CZlib": [],
  "Extracts": ["Vocabulary", "CByteScan", "CZlib", "Crypto"] + platform,
  "CatalogueReader": ["Vocabulary", "Access", "Indicators", "Privacy", "Yams"],
  // 2 Secrets: passwords, second factors, sealed files.
  "CArgon2": [],
  "Secrets": ["Vocabulary", "CArgon2", "Crypto", "CryptoExtras"] + platform,
  // 2 Network: what goes out.
  "CLibCurl": [],
  "CTransfer": ["CLibCurl"],
  "Transfers": ["Vocabulary", "CTransfer"] + platform,
  "OpenID": ["Vocabulary", "Secrets", "Transfers", "Crypto", "CryptoExtras"] + platform,
  // 2 Storage: what is kept.
  "SQLStore": platform,
  "CLibPQ": [],
  "SQLiteEngine": ["SQLStore", "GRDB", "GRDBSQLite"] + platform,
  "PostgresEngine": ["SQLStore", "CLibPQ"] + platform,
  "Records": ["Vocabulary", "Access", "Indicators", "Privacy", "SQLStore", "Assets", "Crypto"] + platform,
  // 3 Use cases: what a person can do.
  "UseCases": [
    "Vocabulary", "Access", "Indicators", "Privacy", "Extracts", "CatalogueReader", "SQLStore", "Records",
    "Assets", "Crypto", "Secrets", "Transfers", "OpenID", "Logging",
  ] + platform,
  // 4 Delivery: what people see.
  "Charts": ["Vocabulary"],
  "CQRCode": [],
  "QRCodes": ["Vocabulary", "CQRCode"],
  "Web": [
    "Vocabulary", "Access", "Indicators", "Privacy", "Extracts", "UseCases", "Charts", "QRCodes", "Assets",
    "CZlib",
  ] + platform
    + server,
  // 5 Programs: all.
  "prumo": [
    "Vocabulary", "Access", "Indicators", "Privacy", "Extracts", "CatalogueReader", "SQLStore",
    "SQLiteEngine",
    "PostgresEngine", "Records", "Secrets", "Transfers", "OpenID",
    "UseCases", "Charts", "Web", "Assets", "ArgumentParser", "Crypto", "Metrics", "Yams",
  ] + platform + server,
]

/// What comes with the toolchain and may be used from floor 2 up; the domain has neither clock nor files.
private let platform: Set<String> = ["Foundation", "Dispatch", "Glibc", "Synchronization"]
private let server: Set<String> = [
  "Hummingbird", "HummingbirdCore", "HTTPTypes", "Mustache", "NIOCore", "NIOPosix", "Logging", "UnixSignals",
  "ServiceLifecycle", "Metrics", "CoreMetrics", "NIOSSL", "NIOHTTP1", "NIOHTTPTypes",
]

private func + (left: Set<String>, right: Set<String>) -> Set<String> { left.union(right) }

@Suite struct FloorTests {
  @Test func `a target imports only what its floor allows`() {
    for file in SourceTree.sources {
      guard let target = target(of: file), let allowed = floors[target] else { continue }
      for (name, line) in imports(of: file) where !allowed.contains(name) && name != target {
        Issue.record(
          """
          \(file.place(line: line)): \(target) may not import \(name). Move what needs it up a floor; or, if the \
          architecture changes, add it to `floors` in FloorTests.swift and to ARCHITECTURE.md.
          """)
      }
    }
  }

  @Test func `every target is in the table of floors, and every line of the table is a target`() {
    let targets = Set(SourceTree.all.filter { $0.path.hasPrefix("Sources/") }.compactMap(target(of:)))
    for name in targets.subtracting(floors.keys).sorted() {
      Issue.record("Target \(name) is new: say in `floors` (FloorTests.swift) what it may import.")
    }
    for name in Set(floors.keys).subtracting(targets).sorted() {
      Issue.record("`floors` (FloorTests.swift) names \(name), which is no target under Sources/: remove it.")
    }
  }

  @Test func `folders carry the number of their floor`() {
    let numbered = /^Sources\/[0-5]-[A-Z][A-Za-z]+\/[A-Za-z0-9]+\/.+/
    for file in SourceTree.all
    where file.path.hasPrefix("Sources/") && file.path.wholeMatch(of: numbered) == nil {
      Issue.record(
        "\(file.path): sources stand in Sources/<number>-<Floor>/<Target>/, as Sources/1-Domain/Vocabulary/.")
    }
  }

  private func target(of file: ProjectFile) -> String? {
    let parts = file.path.split(separator: "/")
    return parts.count >= 4 ? String(parts[2]) : nil
  }

  private func imports(of file: ProjectFile) -> [(name: String, line: Int)] {
    let statement =
      /^\s*(?:(?:@[A-Za-z_]+(?:\([^)]*\))?|public|package|internal|fileprivate|private)\s+)*import\s+(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?([A-Za-z_][A-Za-z0-9_]*)/
    return file.swiftText.codeLines.enumerated()
      .compactMap {
        guard let match = $0.element.prefixMatch(of: statement) else { return nil }
        return (String(match.1), $0.offset + 1)
      }
  }
}
