public import Vocabulary

/// What is kept, why and for how long: one rule for each subject.
public struct RetentionTable: Sendable {
  private let rules: [RetentionSubject: RetentionRule]

  /// Throws `privacy.repeatedRetention` or `privacy.missingRetention`.
  public init(_ rules: [RetentionRule]) throws(Problem) {
    var bySubject: [RetentionSubject: RetentionRule] = [:]
    for rule in rules {
      guard bySubject.updateValue(rule, forKey: rule.subject) == nil else {
        throw .invalid(rule: "privacy.repeatedRetention", ["subject": rule.subject.rawValue])
      }
    }
    for subject in RetentionSubject.allCases where bySubject[subject] == nil {
      throw .invalid(rule: "privacy.missingRetention", ["subject": subject.rawValue])
    }
    self.rules = bySubject
  }

  public subscript(subject: RetentionSubject) -> RetentionRule { rules[subject]! }

  /// In the order of `RetentionSubject`.
  public var all: [RetentionRule] { RetentionSubject.allCases.map { self[$0] } }

  /// What becomes due by time, each with the first day whose things are still kept on `today`.
  public func due(on today: Day) -> [(subject: RetentionSubject, keptSince: Day)] {
    all.compactMap { rule in
      rule.term.keptSince(on: today).map { (rule.subject, $0) }
    }
  }
}
