import Vocabulary

/// A refusal as text: the rule on the first line, then one `name=value` a line. Line breaks in values become spaces.
enum StoredProblem {
  static func text(_ problem: Problem) -> String {
    let lines = problem.details.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(String(value.map { $0.isNewline ? " " : $0 }))"
    }
    return ([problem.rule] + lines).joined(separator: "\n")
  }

  static func read(_ text: String) -> Problem? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let rule = lines.first, !rule.isEmpty else { return nil }
    var details: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let equals = line.firstIndex(of: "=") else { return nil }
      details[String(line[..<equals])] = String(line[line.index(after: equals)...])
    }
    return .invalid(rule: String(rule), details)
  }
}
