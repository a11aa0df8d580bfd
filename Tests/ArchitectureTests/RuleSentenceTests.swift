import Testing

@Suite struct RuleSentenceTests {
  /// Where people's sentences for rules stand, each as `"rule.name": "Frase."`.
  private let sentencesFile = "Sentences.swift"

  @Test func `every rule that can say no has its Portuguese sentence`() throws {
    let page = try #require(
      SourceTree.sources.first { $0.name == sentencesFile },
      "There is no file \(sentencesFile) under Sources/.")
    let named = Set(page.swiftText.literals.map(\.text))
    for (rule, place) in rules.sorted(by: { $0.key < $1.key }) where !named.contains(rule) {
      Issue.record(
        "\(place): the rule `\(rule)` has no sentence. Add it to \(page.path), in plain Portuguese.")
    }
  }

  @Test func `rules are named thing dot what`() {
    for (rule, place) in rules where rule.wholeMatch(of: /[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+/) == nil {
      Issue.record("\(place): name the rule as `load.sameFile`, not `\(rule)`.")
    }
  }

  private var rules: [String: String] {
    var rules: [String: String] = [:]
    for file in SourceTree.sources where file.name != sentencesFile {
      for match in file.text.matches(of: /\brule:\s*"([^"\\]+)"/) { rules[String(match.1)] = file.path }
    }
    return rules
  }
}
