public import Vocabulary

/// How long one kind of thing is kept, from when on, why, and what happens then.
public struct RetentionRule: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case deleted
    /// What it did stays, and who it was is no longer known.
    case anonymised
    case kept
  }

  public let subject: RetentionSubject
  /// Portuguese name of the subject.
  public let label: String
  public let term: RetentionTerm
  /// Portuguese: from when the term is counted.
  public let countedFrom: String
  public let outcome: Outcome
  /// Portuguese: why for so long, and why not longer.
  public let reason: String
  /// The law or the decision behind it.
  public let source: String
  /// Portuguese: what the state's encarregado still has to confirm; nil where the law leaves no doubt.
  public let toConfirm: String?

  /// Throws `privacy.endlessTerm` for an outcome without a term, and `privacy.termWithoutOutcome` for the reverse.
  public init(
    subject: RetentionSubject, label: String, term: RetentionTerm, countedFrom: String, outcome: Outcome,
    reason: String, source: String, toConfirm: String?
  ) throws(Problem) {
    if case .period = term {
      guard outcome != .kept else {
        throw .invalid(rule: "privacy.termWithoutOutcome", ["subject": subject.rawValue])
      }
    } else if outcome != .kept, term == .permanent {
      throw .invalid(rule: "privacy.endlessTerm", ["subject": subject.rawValue])
    }
    self.subject = subject
    self.label = label
    self.term = term
    self.countedFrom = countedFrom
    self.outcome = outcome
    self.reason = reason
    self.source = source
    self.toConfirm = toConfirm
  }

  /// Whether what began its term on `beginning` is due on `today`.
  public func isDue(_ beginning: Day, on today: Day) -> Bool {
    guard let kept = term.keptSince(on: today) else { return false }
    return beginning < kept
  }
}
