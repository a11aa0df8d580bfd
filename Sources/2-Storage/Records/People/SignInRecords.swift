public import Access
public import SQLStore
public import Vocabulary

/// A sign-in half way: the password was right, the code is still to come.
public struct SignInStep: Hashable, Sendable {
  /// Long enough to fetch the telephone.
  public static let lifeSeconds: Int64 = 10 * 60
  /// Wrong codes before the password is asked for again.
  public static let mostFailures = 5

  public let person: ID<Person>
  public let failures: Int
  public let expiresAt: Instant

  public func isOpen(at now: Instant) -> Bool { now < expiresAt && failures < Self.mostFailures }
}

/// What sign-in remembers between requests: its second step, known browsers and counts of wrong tries.
public enum SignInRecords {
  /// A browser is known for half a year after the last sign-in.
  public static let knownDeviceSeconds: Int64 = 180 * 24 * 3_600

  public static func step(fingerprint: String, in db: any ReadTransaction) throws -> SignInStep? {
    try db.firstRow(
      """
      SELECT person_id, failures, expires_at
      FROM sign_in_step
      WHERE token_fingerprint = \(fingerprint)
      ORDER BY token_fingerprint
      """
    ).map { row in
      SignInStep(
        person: try row.value("person_id") { ID<Person>($0) }, failures: try row.integer("failures"),
        expiresAt: try row.value("expires_at") { Instant($0) })
    }
  }

  /// Whether a person has signed in before in the browser that holds this token.
  public static func knows(
    device fingerprint: String, of person: ID<Person>, at now: Instant, in db: any ReadTransaction
  ) throws -> Bool {
    try db.firstRow(
      """
      SELECT person_id
      FROM known_device
      WHERE token_fingerprint = \(fingerprint) AND person_id = \(person) AND expires_at > \(now)
      ORDER BY token_fingerprint
      """) != nil
  }

  public static func count(of bucket: String, in db: any ReadTransaction) throws -> ThrottleCount? {
    try db.firstRow(
      """
      SELECT failures, window_began_at
      FROM sign_in_throttle
      WHERE bucket = \(bucket)
      ORDER BY bucket
      """
    ).map { row in
      ThrottleCount(
        failures: try row.integer("failures"),
        windowBeganAt: try row.value("window_began_at") { Instant($0) })
    }
  }
}
