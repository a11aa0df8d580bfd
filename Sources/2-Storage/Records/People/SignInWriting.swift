public import Access
public import SQLStore
public import Vocabulary

public enum SignInWriting {
  public static func beginStep(
    fingerprint: String, for person: ID<Person>, at now: Instant, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO sign_in_step (token_fingerprint, person_id, failures, created_at, expires_at)
      VALUES (\(fingerprint), \(person), 0, \(now), \(now.adding(seconds: SignInStep.lifeSeconds)))
      """)
  }

  public static func countStepFailure(fingerprint: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      UPDATE sign_in_step
      SET failures = failures + 1
      WHERE token_fingerprint = \(fingerprint)
      """)
  }

  public static func endStep(fingerprint: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM sign_in_step
      WHERE token_fingerprint = \(fingerprint)
      """)
  }

  public static func endSteps(of person: ID<Person>, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM sign_in_step
      WHERE person_id = \(person)
      """)
  }

  public static func know(
    device fingerprint: String, of person: ID<Person>, at now: Instant, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO known_device (token_fingerprint, person_id, created_at, expires_at)
      VALUES (\(fingerprint), \(person), \(now), \(now.adding(seconds: SignInRecords.knownDeviceSeconds)))
      """)
  }

  public static func forget(device fingerprint: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM known_device
      WHERE token_fingerprint = \(fingerprint)
      """)
  }

  public static func forgetDevices(of person: ID<Person>, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM known_device
      WHERE person_id = \(person)
      """)
  }

  public static func put(_ count: ThrottleCount, of bucket: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO sign_in_throttle (bucket, failures, window_began_at)
      VALUES (\(bucket), \(count.failures), \(count.windowBeganAt))
      ON CONFLICT (bucket) DO UPDATE
      SET failures = excluded.failures, window_began_at = excluded.window_began_at
      """)
  }

  public static func clear(bucket: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM sign_in_throttle
      WHERE bucket = \(bucket)
      """)
  }

  /// Takes away steps and known browsers that are over, and counts whose window began before an instant.
  /// Returns how many rows.
  @discardableResult
  public static func sweep(
    at now: Instant, countsBefore instant: Instant, in db: any WriteTransaction
  ) throws -> Int {
    let steps = try db.run(
      """
      DELETE FROM sign_in_step
      WHERE expires_at <= \(now)
      """)
    let devices = try db.run(
      """
      DELETE FROM known_device
      WHERE expires_at <= \(now)
      """)
    let counts = try db.run(
      """
      DELETE FROM sign_in_throttle
      WHERE window_began_at < \(instant)
      """)
    return steps + devices + counts
  }
}
