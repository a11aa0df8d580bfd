public import Vocabulary

/// An address that can be used once: to become the first administrator, to accept an invitation, to choose a new
/// password. Who holds its token may use it; the store keeps the token's fingerprint only.
public struct AccountLink: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case firstAdministrator, invitation, recovery

    /// An invitation waits for a week's holiday; a recovery is used at once, by whoever reads the mailbox now.
    public var lifeSeconds: Int64 {
      switch self {
      case .firstAdministrator: 24 * 3_600
      case .invitation: 7 * 24 * 3_600
      case .recovery: 3_600
      }
    }
  }

  public let id: ID<AccountLink>
  public let kind: Kind
  /// Nil only for the first administrator, who is nobody yet.
  public let person: ID<Person>?
  public let createdAt: Instant
  /// Nil when the program made it, or whoever asked for it had not signed in.
  public let createdBy: ID<Person>?
  public let expiresAt: Instant
  public let usedAt: Instant?

  public init(
    id: ID<AccountLink>, kind: Kind, person: ID<Person>?, createdAt: Instant, createdBy: ID<Person>?,
    expiresAt: Instant, usedAt: Instant? = nil
  ) {
    self.id = id
    self.kind = kind
    self.person = person
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }

  public init(
    id: ID<AccountLink>, _ kind: Kind, for person: ID<Person>?, by creator: ID<Person>?, at now: Instant
  ) {
    self.init(
      id: id, kind: kind, person: person, createdAt: now, createdBy: creator,
      expiresAt: now.adding(seconds: kind.lifeSeconds))
  }

  /// Throws `link.used` or `link.expired`.
  public func usable(at now: Instant) throws(Problem) -> AccountLink {
    guard usedAt == nil else { throw .conflict(rule: "link.used") }
    guard now < expiresAt else { throw .conflict(rule: "link.expired") }
    return self
  }
}
