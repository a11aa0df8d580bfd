public import Access
public import SQLStore
public import Vocabulary

/// A letter that waits for the mail server.
public struct OutgoingLetter: Hashable, Sendable {
  public let id: ID<OutgoingLetter>
  public let person: ID<Person>
  public let recipient: EmailAddress
  public let subject: String
  /// Sealed; it may hold a link that opens an account.
  public let sealedBody: String
  public let attempts: Int
  public let createdAt: Instant

  public init(
    id: ID<OutgoingLetter>, person: ID<Person>, recipient: EmailAddress, subject: String, sealedBody: String,
    attempts: Int = 0, createdAt: Instant
  ) {
    self.id = id
    self.person = person
    self.recipient = recipient
    self.subject = subject
    self.sealedBody = sealedBody
    self.attempts = attempts
    self.createdAt = createdAt
  }
}

/// The outbox: a letter is put in by the transaction that it tells of, and taken out by whichever node has its turn.
public enum OutgoingMailRecords {
  public static func put(_ letter: OutgoingLetter, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO outgoing_mail (id, person_id, recipient, subject, body, state, attempts, created_at, due_at)
      VALUES (\(letter.id), \(letter.person), \(letter.recipient.description), \(letter.subject),
              \(letter.sealedBody), 'waiting', 0, \(letter.createdAt), \(letter.createdAt))
      """)
  }

  /// The letter that has waited longest, for `process` alone until an instant; nil when none is due.
  public static func claim(
    by process: String, at now: Instant, until: Instant, in db: any WriteTransaction
  ) throws -> OutgoingLetter? {
    let due = try db.firstRow(
      """
      SELECT id, person_id, recipient, subject, body, attempts, created_at
      FROM outgoing_mail
      WHERE state = 'waiting' AND due_at <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(now))
      ORDER BY due_at, id
      LIMIT 1
      """)
    guard let row = due else { return nil }
    let letter = OutgoingLetter(
      id: try row.value("id") { ID<OutgoingLetter>($0) },
      person: try row.value("person_id") { ID<Person>($0) },
      recipient: try row.value("recipient") { EmailAddress($0) }, subject: try row.text("subject"),
      sealedBody: try row.text("body"), attempts: try row.integer("attempts") + 1,
      createdAt: try row.value("created_at") { Instant($0) })
    try db.run(
      """
      UPDATE outgoing_mail
      SET claimed_by = \(process), claimed_until = \(until), attempts = \(letter.attempts)
      WHERE id = \(letter.id)
      """)
    return letter
  }

  /// Sent, or given up with the rule that says why; the body goes in either case. Nothing when another node has it now.
  public static func end(
    _ id: ID<OutgoingLetter>, failure: String?, by process: String, at now: Instant,
    in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE outgoing_mail
      SET state = \(failure == nil ? "sent" : "failed"), body = NULL, failure = \(failure.sqlValue), ended_at = \(now),
          claimed_by = NULL, claimed_until = NULL
      WHERE id = \(id) AND claimed_by = \(process)
      """)
  }

  public static func putOff(
    _ id: ID<OutgoingLetter>, until due: Instant, failure: String, by process: String,
    in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE outgoing_mail
      SET due_at = \(due), failure = \(failure), claimed_by = NULL, claimed_until = NULL
      WHERE id = \(id) AND claimed_by = \(process)
      """)
  }

  /// Takes away letters that ended before an instant. Returns how many.
  @discardableResult
  public static func sweep(endedBefore instant: Instant, in db: any WriteTransaction) throws -> Int {
    try db.run(
      """
      DELETE FROM outgoing_mail
      WHERE state <> 'waiting' AND ended_at < \(instant)
      """)
  }

  /// How many letters wait for a server that takes them.
  public static func waiting(in db: any ReadTransaction) throws -> Int {
    try db.firstRow(
      """
      SELECT COUNT(*) AS found
      FROM outgoing_mail
      WHERE state = 'waiting'
      ORDER BY 1
      """)?.integer("found") ?? 0
  }
}
