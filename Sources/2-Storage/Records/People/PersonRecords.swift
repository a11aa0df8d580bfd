public import Access
public import SQLStore
public import Vocabulary

/// People as they are read: for their own sign-in by id or address, for everybody else within a scope.
public enum PersonRecords {
  static let columns: SQLText = """
    p.id, p.name, p.email, p.state, p.post_ends_on, p.created_at, p.reviewed_at
    """

  /// For the person's own requests.
  public static func own(_ id: ID<Person>, in db: any ReadTransaction) throws -> Person? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM person p
      WHERE p.id = \(id)
      ORDER BY p.id
      """
    ).map(person)
  }

  /// For sign-in and recovery.
  public static func signingIn(as email: EmailAddress, in db: any ReadTransaction) throws -> Person? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM person p
      WHERE p.email_key = \(email.key)
      ORDER BY p.id
      """
    ).map(person)
  }

  /// Nil also when the person is there and outside of the scope.
  public static func find(
    _ id: ID<Person>, inside scope: Scope, in db: any ReadTransaction
  ) throws -> Person? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM person p
      WHERE p.id = \(id) AND \(ScopeFilter.people(inside: scope))
      ORDER BY p.id
      """
    ).map(person)
  }

  static func person(_ row: ResultRow) throws -> Person {
    Person(
      id: try row.value("id") { ID<Person>($0) }, name: try row.text("name"),
      email: try row.value("email") { EmailAddress($0) },
      state: try row.value("state") { Person.State(rawValue: $0) },
      postEndsOn: try row.valueIfAny("post_ends_on") { Day($0) },
      createdAt: try row.value("created_at") { Instant($0) },
      reviewedAt: try row.value("reviewed_at") { Instant($0) })
  }
}
