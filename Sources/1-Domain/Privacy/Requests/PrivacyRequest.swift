public import Access
public import Vocabulary

/// What a person asks about the own data, and the answer. Source: Lei 13.709/2018 (LGPD), art. 18.
public struct PrivacyRequest: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What is kept, why, and who gets it (art. 18, I, II and VII).
    case information
    /// Something is wrong, incomplete or old (art. 18, III).
    case correction
    /// Something is no longer needed (art. 18, IV).
    case deletion
  }

  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case accepted
    case partly
    case refused
  }

  public struct Answer: Hashable, Sendable {
    public let outcome: Outcome
    public let text: String
    /// Nil when the program itself answered: on the command line.
    public let by: ID<Person>?

    public init(outcome: Outcome, text: String, by person: ID<Person>?) {
      self.outcome = outcome
      self.text = text
      by = person
    }
  }

  public enum State: Hashable, Sendable {
    case open
    case answered(Answer, at: Instant)
    /// By the person who asked.
    case withdrawn(at: Instant)
  }

  /// Of a request and of an answer, in characters.
  public static let maximumTextLength = 2_000
  /// Of one person at a time.
  public static let maximumOpen = 5
  /// The law's own term for a full answer (art. 19, II); the longer one of the Lei de Acesso is not used.
  public static let termDays = 15

  public let id: ID<PrivacyRequest>
  public let person: ID<Person>
  public let kind: Kind
  public let text: String
  public let askedAt: Instant
  /// The last day of the term.
  public let dueOn: Day
  public let state: State

  public init(
    id: ID<PrivacyRequest>, person: ID<Person>, kind: Kind, text: String, askedAt: Instant, dueOn: Day,
    state: State
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.text = text
    self.askedAt = askedAt
    self.dueOn = dueOn
    self.state = state
  }

  /// A new request. Throws `privacy.textMissing`, `privacy.textTooLong` or `privacy.tooManyOpen`.
  /// - Parameter open: how many of the person's requests wait for an answer.
  public init(
    id: ID<PrivacyRequest>, of person: ID<Person>, _ kind: Kind, text: String, beside open: Int,
    at now: Instant
  ) throws(Problem) {
    guard open < Self.maximumOpen else {
      throw .conflict(rule: "privacy.tooManyOpen", ["most": String(Self.maximumOpen)])
    }
    self.init(
      id: id, person: person, kind: kind, text: try Self.checked(text, field: "texto"), askedAt: now,
      dueOn: now.day.after(days: Self.termDays), state: .open)
  }

  public var isOpen: Bool { state == .open }

  public func isLate(on today: Day) -> Bool { isOpen && dueOn < today }

  /// Throws `privacy.alreadyEnded`, `privacy.ownRequest`, `privacy.textMissing` or `privacy.textTooLong`.
  public func answered(
    _ outcome: Outcome, text: String, by answerer: ID<Person>?, at now: Instant
  ) throws(Problem) -> PrivacyRequest {
    guard isOpen else { throw .conflict(rule: "privacy.alreadyEnded") }
    guard answerer != person else { throw .notAllowed(rule: "privacy.ownRequest") }
    let answer = Answer(outcome: outcome, text: try Self.checked(text, field: "resposta"), by: answerer)
    return with(.answered(answer, at: now))
  }

  /// Throws `privacy.alreadyEnded`.
  public func withdrawn(at now: Instant) throws(Problem) -> PrivacyRequest {
    guard isOpen else { throw .conflict(rule: "privacy.alreadyEnded") }
    return with(.withdrawn(at: now))
  }

  private func with(_ state: State) -> PrivacyRequest {
    PrivacyRequest(
      id: id, person: person, kind: kind, text: text, askedAt: askedAt, dueOn: dueOn, state: state)
  }

  private static func checked(_ text: String, field: String) throws(Problem) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .invalid(field: field, rule: "privacy.textMissing")
    }
    guard text.count <= maximumTextLength else {
      throw .invalid(
        field: field, rule: "privacy.textTooLong", ["most": String(maximumTextLength)])
    }
    return text
  }
}
