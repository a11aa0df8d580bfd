public import Access
public import SQLStore
public import Vocabulary

/// Sessions begin, are seen and end; one that has ended leaves no row.
public enum SessionWriting {
  public static func open(_ session: Session, fingerprint: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO session (
        id, token_fingerprint, person_id, viewed_person_id, has_second_factor, created_at, seen_at, expires_at,
        address, client
      )
      VALUES (
        \(session.id), \(fingerprint), \(session.person), \(session.viewedPerson.sqlValue), \(session.hasSecondFactor),
        \(session.createdAt), \(session.seenAt), \(session.expiresAt), \(session.address), \(session.client)
      )
      """)
  }

  /// Moves `seen_at` forward, never back.
  public static func see(_ id: ID<Session>, at instant: Instant, in db: any WriteTransaction) throws {
    try db.run(
      """
      UPDATE session
      SET seen_at = \(instant)
      WHERE id = \(id) AND seen_at < \(instant)
      """)
  }

  /// Nil ends the looking. False when there is no such session.
  @discardableResult
  public static func view(
    as person: ID<Person>?, in id: ID<Session>, db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE session
      SET viewed_person_id = \(person.sqlValue)
      WHERE id = \(id)
      """) == 1
  }

  /// The second factor was shown: from here on the session goes by another token.
  public static func raise(
    _ id: ID<Session>, newFingerprint: String, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE session
      SET has_second_factor = 1, token_fingerprint = \(newFingerprint)
      WHERE id = \(id)
      """)
  }

  /// Ends one of a person's own. False when there is none with that id.
  @discardableResult
  public static func end(
    _ id: ID<Session>, of person: ID<Person>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      DELETE FROM session
      WHERE id = \(id) AND person_id = \(person)
      """) == 1
  }

  /// Ends all of a person's, but for one. Returns how many ended.
  @discardableResult
  public static func endAll(
    of person: ID<Person>, except kept: ID<Session>? = nil, in db: any WriteTransaction
  ) throws -> Int {
    try db.run(
      """
      DELETE FROM session
      WHERE person_id = \(person) AND id <> \(kept?.text ?? "")
      """)
  }

  /// Takes away what has ended by itself. Returns how many.
  @discardableResult
  public static func sweep(
    at instant: Instant, seenBefore idle: Instant, in db: any WriteTransaction
  ) throws -> Int {
    try db.run(
      """
      DELETE FROM session
      WHERE expires_at <= \(instant) OR seen_at <= \(idle)
      """)
  }
}
