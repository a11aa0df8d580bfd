import Testing

@Suite struct GlossaryTests {
  private let path = "docs/glossary.md"

  @Test func `every type of the domain stands in the glossary`() throws {
    let listed = try codeNames()
    for (type, place) in domainTypes.sorted(by: { $0.key < $1.key }) where !listed.contains(type) {
      Issue.record(
        "\(place): `\(type)` is not in \(path). Add a row: Portuguese term, `\(type)`, meaning, source.")
    }
  }

  @Test func `every type in the glossary stands in the domain`() throws {
    for name in try codeNames().subtracting(domainTypes.keys).sorted() {
      Issue.record(
        "\(path) lists the type `\(name)`, which Sources/1-Domain does not have: rename or remove the row.")
    }
  }

  /// Code names of the table under "## Types": the first word in backquotes of the second column.
  private func codeNames() throws -> Set<String> {
    let page = try #require(SourceTree.file(path), "docs/glossary.md is missing.")
    let table = page.text.components(after: "## Types", upTo: "\n## ")
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
    return Set(
      rows.compactMap { row in
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
        guard cells.count > 2, let match = cells[2].firstMatch(of: /`([A-Za-z]+)/) else { return nil }
        return String(match.1)
      })
  }

  private var domainTypes: [String: String] {
    let declaration =
      /(?m)^public\s+(?:final\s+|indirect\s+)*(?:struct|enum|class|protocol|actor)\s+([A-Za-z]+)/
    var types: [String: String] = [:]
    for file in SourceTree.sources where file.path.hasPrefix("Sources/1-Domain/") {
      for match in file.swiftText.code.matches(of: declaration) { types[String(match.1)] = file.path }
    }
    return types
  }
}

extension String {
  /// The part between two marks; to the end when the second is not there.
  func components(after start: String, upTo end: String) -> Substring {
    guard let begin = firstRange(of: start)?.upperBound else { return "" }
    let rest = self[begin...]
    return rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)]
  }
}
