/// Why something was refused: a rule, never a sentence. The Portuguese sentence of each rule stands in one file of
/// the pages; what is no `Problem` is a defect.
public struct Problem: Error, Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// What was given cannot be accepted as it is.
    case invalid
    /// It clashes with what is already there.
    case conflict
    /// It does not exist, or the person may not know that it does.
    case notFound
    /// Only a person who has signed in may ask this, and perhaps with the second factor.
    case signInNeeded
    /// The person may know of it, and may not do it.
    case notAllowed
    /// It was asked too often, or too much is under way; the same may be asked later.
    case tooMany
  }

  public let kind: Kind
  /// Names the rule, as `load.sameFile`.
  public let rule: String
  /// The field of a form that the rule is about.
  public let field: String?
  /// Values for the sentence, by name. Never a personal datum.
  public let details: [String: String]

  private init(_ kind: Kind, _ rule: String, field: String?, details: [String: String]) {
    self.kind = kind
    self.rule = rule
    self.field = field
    self.details = details
  }

  public static func invalid(field: String? = nil, rule: String, _ details: [String: String] = [:]) -> Self {
    Self(.invalid, rule, field: field, details: details)
  }

  public static func conflict(rule: String, _ details: [String: String] = [:]) -> Self {
    Self(.conflict, rule, field: nil, details: details)
  }

  public static func notFound(rule: String, _ details: [String: String] = [:]) -> Self {
    Self(.notFound, rule, field: nil, details: details)
  }

  public static func signInNeeded(rule: String, _ details: [String: String] = [:]) -> Self {
    Self(.signInNeeded, rule, field: nil, details: details)
  }

  public static func notAllowed(rule: String, _ details: [String: String] = [:]) -> Self {
    Self(.notAllowed, rule, field: nil, details: details)
  }

  public static func tooMany(rule: String, _ details: [String: String] = [:]) -> Self {
    Self(.tooMany, rule, field: nil, details: details)
  }
}
