import Testing

@Suite struct RuleSentenceTests {
  /// Where people's sentences for rules stand, a file a topic, each as `"rule.name": Sentence(…)`.
  private var pages: [ProjectFile] { SourceTree.sources.filter(isPage) }

  private func isPage(_ file: ProjectFile) -> Bool {
    file.name == "Sentences.swift" || file.name.hasPrefix("Sentences+")
  }

  @Test func `every rule that can say no has its Portuguese sentence`() throws {
    try #require(!pages.isEmpty, "There is no file Sentences.swift under Sources/.")
    let named = Set(pages.flatMap { $0.swiftText.literals.map(\.text) })
    for (rule, place) in rules.sorted(by: { $0.key < $1.key }) where !named.contains(rule) {
      Issue.record(
        "\(place): the rule `\(rule)` has no sentence. Add it to the Sentences of its topic, in plain Portuguese."
      )
    }
  }

  @Test func `every sentence has a rule that somebody names`() throws {
    let named = Set(
      SourceTree.sources.filter { !isPage($0) }.flatMap { $0.swiftText.literals.map(\.text) })
    for page in pages {
      for match in page.text.matches(of: /"([^"\\]+)":\s*Sentence\(/) where !named.contains(String(match.1)) {
        Issue.record("\(page.path): nothing throws `\(match.1)`; remove its sentence.")
      }
    }
  }

  @Test func `rules are named thing dot what`() {
    for (rule, place) in rules where rule.wholeMatch(of: /[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+/) == nil {
      Issue.record("\(place): name the rule as `load.unknown`, not `\(rule)`.")
    }
  }

  private var rules: [String: String] {
    var rules: [String: String] = [:]
    for file in SourceTree.sources where !isPage(file) {
      for match in file.text.matches(of: /\brule:\s*"([^"\\]+)"/) { rules[String(match.1)] = file.path }
    }
    return rules
  }
}
