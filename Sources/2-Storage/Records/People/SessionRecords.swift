public import Access
public import SQLStore
public import Vocabulary

public enum SessionRecords {
  private static let columns: SQLText = """
    s.id, s.person_id, s.viewed_person_id, s.has_second_factor, s.created_at, s.seen_at, s.expires_at, s.address,
    s.client
    """

  /// The session of a token. Whether it still lives is the session's to say.
  public static func find(fingerprint: String, in db: any ReadTransaction) throws -> Session? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM session s
      WHERE s.token_fingerprint = \(fingerprint)
      ORDER BY s.id
      """
    ).map(session)
  }

  /// A person's own, last seen first; also those that are over and not yet swept.
  public static func all(of person: ID<Person>, in db: any ReadTransaction) throws -> [Session] {
    try db.rows(
      """
      SELECT \(columns)
      FROM session s
      WHERE s.person_id = \(person)
      ORDER BY s.seen_at DESC, s.id
      """
    ).map(session)
  }

  private static func session(_ row: ResultRow) throws -> Session {
    Session(
      id: try row.value("id") { ID<Session>($0) }, person: try row.value("person_id") { ID<Person>($0) },
      viewedPerson: try row.valueIfAny("viewed_person_id") { ID<Person>($0) },
      hasSecondFactor: try row.flag("has_second_factor"),
      createdAt: try row.value("created_at") { Instant($0) },
      seenAt: try row.value("seen_at") { Instant($0) },
      expiresAt: try row.value("expires_at") { Instant($0) },
      address: try row.text("address"), client: try row.text("client"))
  }
}
