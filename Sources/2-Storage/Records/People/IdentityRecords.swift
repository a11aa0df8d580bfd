public import Access
public import SQLStore
public import Vocabulary

/// Who somebody is to an identity provider: its issuer, and a fingerprint of its name for the person.
public enum IdentityRecords {
  public static func person(
    issuer: String, fingerprint: String, in db: any ReadTransaction
  ) throws -> ID<Person>? {
    try db.firstRow(
      """
      SELECT person_id
      FROM person_identity
      WHERE issuer = \(issuer) AND subject_fingerprint = \(fingerprint)
      ORDER BY person_id
      """
    ).map { row in try row.value("person_id") { ID<Person>($0) } }
  }

  public static func issuers(of person: ID<Person>, in db: any ReadTransaction) throws -> [String] {
    try db.rows(
      """
      SELECT issuer
      FROM person_identity
      WHERE person_id = \(person)
      ORDER BY issuer
      """
    ).map { try $0.text("issuer") }
  }
}

public enum IdentityWriting {
  /// Throws `StoreError.unique` for `person_identity_pk` and `person_identity_once`.
  public static func link(
    issuer: String, fingerprint: String, to person: ID<Person>, at instant: Instant,
    in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO person_identity (issuer, subject_fingerprint, person_id, linked_at)
      VALUES (\(issuer), \(fingerprint), \(person), \(instant))
      """)
  }

  /// False when there was none.
  public static func unlink(
    issuer: String, of person: ID<Person>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      DELETE FROM person_identity
      WHERE issuer = \(issuer) AND person_id = \(person)
      """) == 1
  }

  public static func unlinkAll(of person: ID<Person>, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM person_identity
      WHERE person_id = \(person)
      """)
  }
}
