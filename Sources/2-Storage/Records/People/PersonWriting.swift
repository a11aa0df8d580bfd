public import Access
public import SQLStore
import Vocabulary

/// Accounts as they are written. What somebody does to another's account asks for a permit; that the person lies inside
/// its scope is the use case's to see.
public enum PersonWriting {
  /// Throws `StoreError.unique(constraint: "person_email_unique")`.
  public static func add(
    _ person: Person, _ permit: Permit<ChangePeople>, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO person (id, name, name_key, email, email_key, state, post_ends_on, created_at, reviewed_at)
      VALUES (\(person.id), \(person.name), \(NameKey(person.name)), \(person.email.description), \(person.email.key),
              \(person.state.rawValue), \(person.postEndsOn.sqlValue), \(person.createdAt), \(person.reviewedAt))
      """)
  }

  /// What an administrator corrects: name, address, end of the post, and the moment of the last review.
  /// Throws `StoreError.unique(constraint: "person_email_unique")`. False when there is no such person.
  @discardableResult
  public static func put(
    _ person: Person, _ permit: Permit<ChangePeople>, in db: any WriteTransaction
  ) throws -> Bool {
    try update(person, in: db)
  }

  /// What persons correct of themselves, and what becomes of them by a link that they hold.
  @discardableResult
  public static func put(own person: Person, in db: any WriteTransaction) throws -> Bool {
    try update(person, in: db)
  }

  private static func update(_ person: Person, in db: any WriteTransaction) throws -> Bool {
    try db.run(
      """
      UPDATE person
      SET name = \(person.name), name_key = \(NameKey(person.name)), email = \(person.email.description),
          email_key = \(person.email.key), state = \(person.state.rawValue),
          post_ends_on = \(person.postEndsOn.sqlValue), reviewed_at = \(person.reviewedAt)
      WHERE id = \(person.id)
      """) == 1
  }
}
