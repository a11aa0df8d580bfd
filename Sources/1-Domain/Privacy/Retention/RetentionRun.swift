public import Access
public import Vocabulary

/// One run of the retention: who asked for it, how far it is and what it took away.
public struct RetentionRun: Hashable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable {
    case running
    case done
  }

  public struct Step: Hashable, Sendable {
    public let subject: RetentionSubject
    /// The first day whose things were kept.
    public let keptSince: Day
    /// Taken away, or made nameless, so far.
    public let removed: Int
    public let endedAt: Instant?

    public init(subject: RetentionSubject, keptSince: Day, removed: Int, endedAt: Instant?) {
      self.subject = subject
      self.keptSince = keptSince
      self.removed = removed
      self.endedAt = endedAt
    }
  }

  /// Whoever runs it is taken for dead without a sign of life for this long, and another goes on.
  public static let secondsUntilTakenForDead = 120.0

  public let id: ID<RetentionRun>
  /// Whose terms it counts.
  public let day: Day
  public let state: State
  /// Nil for the daily run.
  public let requestedBy: ID<Person>?
  /// Names the process that runs it.
  public let process: String
  public let begunAt: Instant
  public let aliveAt: Instant
  public let endedAt: Instant?
  /// In the order of `RetentionSubject`.
  public let steps: [Step]

  public init(
    id: ID<RetentionRun>, day: Day, state: State, requestedBy: ID<Person>?, process: String,
    begunAt: Instant, aliveAt: Instant, endedAt: Instant?, steps: [Step]
  ) {
    self.id = id
    self.day = day
    self.state = state
    self.requestedBy = requestedBy
    self.process = process
    self.begunAt = begunAt
    self.aliveAt = aliveAt
    self.endedAt = endedAt
    self.steps = steps
  }

  public var removed: Int { steps.reduce(0) { $0 + $1.removed } }

  public func isAlive(at now: Instant) -> Bool {
    state == .running && now.seconds(since: aliveAt) <= Self.secondsUntilTakenForDead
  }
}
