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
}
