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

  @Test func `every sentence has a rule that somebody names`() throws {
    let page = try #require(SourceTree.sources.first { $0.name == sentencesFile })
    let named = Set(
      SourceTree.sources.filter { $0.name != sentencesFile }.flatMap { $0.swiftText.literals.map(\.text) })
    for match in page.text.matches(of: /"([^"\\]+)":\s*Sentence\(/) where !named.contains(String(match.1)) {
      Issue.record("\(page.path): nothing throws `\(match.1)`; remove its sentence.")
    }
  }

  @Test func `rules are named thing dot what`() {
    for (rule, place) in rules where rule.wholeMatch(of: /[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+/) == nil {
      Issue.record("\(place): name the rule as `load.unknown`, not `\(rule)`.")
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
