public import Vocabulary

/// One browser in which a person is signed in.
public struct Session: Hashable, Sendable {
  /// Without a request for this long it is over: longer than a meeting, shorter than an evening at a shared desk.
  public static let idleSeconds: Int64 = 2 * 3_600
  /// Over in any case: a working day with its overtime, so that each day begins with the password.
  public static let longestSeconds: Int64 = 12 * 3_600
  /// How often at most it is written down that the session was seen.
  public static let secondsBetweenRenewals: Int64 = 60
  /// Of the browser's own description as much is kept.
  public static let maximumClientLength = 200

  public let id: ID<Session>
  public let person: ID<Person>
  /// Set while an administrator sees the program as this person does.
  public let viewedPerson: ID<Person>?
  public let hasSecondFactor: Bool
  public let createdAt: Instant
  public let seenAt: Instant
  public let expiresAt: Instant
  public let address: String
  /// What the browser says of itself.
  public let client: String

  public init(
    id: ID<Session>, person: ID<Person>, viewedPerson: ID<Person>? = nil, hasSecondFactor: Bool,
    createdAt: Instant, seenAt: Instant, expiresAt: Instant, address: String, client: String
  ) {
    self.id = id
    self.person = person
    self.viewedPerson = viewedPerson
    self.hasSecondFactor = hasSecondFactor
    self.createdAt = createdAt
    self.seenAt = seenAt
    self.expiresAt = expiresAt
    self.address = address
    self.client = String(client.prefix(Self.maximumClientLength))
  }

  /// A session that begins now.
  public init(
    id: ID<Session>, person: ID<Person>, hasSecondFactor: Bool, at now: Instant, address: String,
    client: String
  ) {
    self.init(
      id: id, person: person, hasSecondFactor: hasSecondFactor, createdAt: now, seenAt: now,
      expiresAt: now.adding(seconds: Self.longestSeconds), address: address, client: client)
  }

  public func isAlive(at now: Instant) -> Bool {
    now < expiresAt && now < seenAt.adding(seconds: Self.idleSeconds)
  }

  public func isRenewalDue(at now: Instant) -> Bool {
    seenAt.adding(seconds: Self.secondsBetweenRenewals) <= now
  }
}
