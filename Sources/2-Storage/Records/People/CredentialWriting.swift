public import Access
public import SQLStore
public import Vocabulary

/// Passwords and second factors as they are written: by the person, or by what the person holds.
public enum CredentialWriting {
  public static func setPassword(
    _ hash: String, of person: ID<Person>, at instant: Instant, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO credential (person_id, password_hash, password_changed_at)
      VALUES (\(person), \(hash), \(instant))
      ON CONFLICT (person_id) DO UPDATE
      SET password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
      """)
  }

  /// The same password hashed anew, when the old hash is still there.
  public static func refreshPassword(
    _ hash: String, replacing old: String, of person: ID<Person>, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE credential
      SET password_hash = \(hash)
      WHERE person_id = \(person) AND password_hash = \(old)
      """)
  }

  /// A secret that waits to be confirmed; it replaces one that waited before, and never one that was confirmed.
  /// False then.
  public static func proposeTimeCode(
    sealed: String, of person: ID<Person>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO credential (person_id, time_code_secret)
      VALUES (\(person), \(sealed))
      ON CONFLICT (person_id) DO UPDATE
      SET time_code_secret = excluded.time_code_secret, time_code_last_step = NULL
      WHERE credential.time_code_confirmed_at IS NULL
      """) == 1
  }

  /// False when another secret waits meanwhile, or none.
  public static func confirmTimeCode(
    sealed: String, step: Int64, of person: ID<Person>, at instant: Instant, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE credential
      SET time_code_confirmed_at = \(instant), time_code_last_step = \(step)
      WHERE person_id = \(person) AND time_code_secret = \(sealed) AND time_code_confirmed_at IS NULL
      """) == 1
  }

  /// A code is good once: false when its step, or a later one, was used meanwhile.
  public static func useTimeCode(
    step: Int64, of person: ID<Person>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE credential
      SET time_code_last_step = \(step)
      WHERE person_id = \(person) AND (time_code_last_step IS NULL OR time_code_last_step < \(step))
      """) == 1
  }

  /// Takes the second factor away, with its recovery codes. False when there was none.
  public static func removeTimeCode(of person: ID<Person>, in db: any WriteTransaction) throws -> Bool {
    try forgetRecoveryCodes(of: person, in: db)
    return try db.run(
      """
      UPDATE credential
      SET time_code_secret = NULL, time_code_confirmed_at = NULL, time_code_last_step = NULL
      WHERE person_id = \(person) AND time_code_confirmed_at IS NOT NULL
      """) == 1
  }

  /// New codes take the place of all older ones.
  public static func replaceRecoveryCodes(
    fingerprints: [String], of person: ID<Person>, at instant: Instant, in db: any WriteTransaction
  ) throws {
    try forgetRecoveryCodes(of: person, in: db)
    for fingerprint in fingerprints {
      try db.run(
        """
        INSERT INTO recovery_code (person_id, code_fingerprint, created_at)
        VALUES (\(person), \(fingerprint), \(instant))
        """)
    }
  }

  /// False when the person has no such code, or used it.
  public static func useRecoveryCode(
    fingerprint: String, of person: ID<Person>, at instant: Instant, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE recovery_code
      SET used_at = \(instant)
      WHERE person_id = \(person) AND code_fingerprint = \(fingerprint) AND used_at IS NULL
      """) == 1
  }

  /// Nothing is left by which the person could sign in.
  public static func forget(of person: ID<Person>, in db: any WriteTransaction) throws {
    try forgetRecoveryCodes(of: person, in: db)
    try IdentityWriting.unlinkAll(of: person, in: db)
    try db.run(
      """
      DELETE FROM credential
      WHERE person_id = \(person)
      """)
  }

  private static func forgetRecoveryCodes(of person: ID<Person>, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM recovery_code
      WHERE person_id = \(person)
      """)
  }
}
