public import Vocabulary

/// Someone with an account of their own. Accounts are individual and end with the post.
public struct Person: Hashable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    /// Has a link with which to choose a password, and has not used it.
    case invited
    case active
    /// Ended by an administrator, or with the post. Comes back only by a new invitation.
    case ended
  }

  public let id: ID<Person>
  public var name: String
  public var email: EmailAddress
  public var state: State
  /// The last day of the post; nil where none is known.
  public var postEndsOn: Day?
  public let createdAt: Instant
  /// When somebody last said that this account is still needed.
  public var reviewedAt: Instant

  public init(
    id: ID<Person>, name: String, email: EmailAddress, state: State, postEndsOn: Day?, createdAt: Instant,
    reviewedAt: Instant
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.state = state
    self.postEndsOn = postEndsOn
    self.createdAt = createdAt
    self.reviewedAt = reviewedAt
  }

  /// Whether the account may be used on a day: it is active, and its post has not ended.
  public func mayEnter(on today: Day) -> Bool {
    state == .active && (postEndsOn.map { today <= $0 } ?? true)
  }
}
