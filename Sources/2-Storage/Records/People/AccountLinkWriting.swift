public import Access
public import SQLStore
public import Vocabulary

public enum AccountLinkWriting {
  /// Takes the place of the unused links of that kind and person: only the newest one opens.
  public static func put(_ link: AccountLink, fingerprint: String, in db: any WriteTransaction) throws {
    try withdraw(link.kind, of: link.person, in: db)
    try db.run(
      """
      INSERT INTO account_link (id, kind, token_fingerprint, person_id, created_at, created_by, expires_at)
      VALUES (\(link.id), \(link.kind.rawValue), \(fingerprint), \(link.person.sqlValue), \(link.createdAt),
              \(link.createdBy.sqlValue), \(link.expiresAt))
      """)
  }

  /// Makes unused links of a kind useless. Nil: those of no person.
  public static func withdraw(
    _ kind: AccountLink.Kind, of person: ID<Person>?, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      DELETE FROM account_link
      WHERE kind = \(kind.rawValue) AND COALESCE(person_id, '') = \(person?.text ?? "") AND used_at IS NULL
      """)
  }

  /// False when it was used meanwhile.
  public static func use(
    _ id: ID<AccountLink>, at instant: Instant, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE account_link
      SET used_at = \(instant)
      WHERE id = \(id) AND used_at IS NULL
      """) == 1
  }

  /// Takes away links that ended before an instant, used or not. Returns how many.
  @discardableResult
  public static func sweep(endedBefore instant: Instant, in db: any WriteTransaction) throws -> Int {
    try db.run(
      """
      DELETE FROM account_link
      WHERE expires_at < \(instant)
      """)
  }
}
