public import Access
public import SQLStore
public import Vocabulary

public enum AccountLinkRecords {
  private static let columns: SQLText = """
    l.id, l.kind, l.person_id, l.created_at, l.created_by, l.expires_at, l.used_at
    """

  public static func find(
    _ kind: AccountLink.Kind, fingerprint: String, in db: any ReadTransaction
  ) throws -> AccountLink? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM account_link l
      WHERE l.token_fingerprint = \(fingerprint) AND l.kind = \(kind.rawValue)
      ORDER BY l.id
      """
    ).map(link)
  }

  /// A person's links that were not used, newest first.
  public static func unused(of person: ID<Person>, in db: any ReadTransaction) throws -> [AccountLink] {
    try db.rows(
      """
      SELECT \(columns)
      FROM account_link l
      WHERE l.person_id = \(person) AND l.used_at IS NULL
      ORDER BY l.created_at DESC, l.id
      """
    ).map(link)
  }

  private static func link(_ row: ResultRow) throws -> AccountLink {
    AccountLink(
      id: try row.value("id") { ID<AccountLink>($0) },
      kind: try row.value("kind") { AccountLink.Kind(rawValue: $0) },
      person: try row.valueIfAny("person_id") { ID<Person>($0) },
      createdAt: try row.value("created_at") { Instant($0) },
      createdBy: try row.valueIfAny("created_by") { ID<Person>($0) },
      expiresAt: try row.value("expires_at") { Instant($0) },
      usedAt: try row.valueIfAny("used_at") { Instant($0) })
  }
}
