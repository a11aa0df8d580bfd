public import Access
import Privacy
public import SQLStore
public import Vocabulary

/// Takes a person out of everything but what the person did. What did it stands under an id that leads to no one; the trail,
/// which cannot be changed without breaking its chain, keeps its own words (docs/decisions/0035-what-is-kept-and-until-when.md).
public enum PersonRemoval {
  public static func remove(_ id: ID<Person>, at instant: Instant, in db: any WriteTransaction) throws {
    let name = RemovedPerson.name
    let email = RemovedPerson.email(ofID: id.text)
    try db.run(
      """
      UPDATE person
      SET name = \(name), name_key = \(NameKey(name)), email = \(email), email_key = \(email), state = 'ended',
          post_ends_on = NULL, removed_at = \(instant)
      WHERE id = \(id)
      """)
    for statement in tracesOf(id) { try db.run(statement) }
    try db.run(
      """
      UPDATE load
      SET loaded_by = \(name)
      WHERE id IN (
        SELECT a.thing_id
        FROM audit_entry a
        WHERE a.actor_id = \(id) AND a.thing_kind = 'load'
      )
      """)
  }

  private static func tracesOf(_ id: ID<Person>) -> [SQLText] {
    [
      "DELETE FROM credential WHERE person_id = \(id)",
      "DELETE FROM recovery_code WHERE person_id = \(id)",
      "DELETE FROM person_identity WHERE person_id = \(id)",
      "DELETE FROM session WHERE person_id = \(id) OR viewed_person_id = \(id)",
      "DELETE FROM sign_in_step WHERE person_id = \(id)",
      "DELETE FROM known_device WHERE person_id = \(id)",
      "DELETE FROM outgoing_mail WHERE person_id = \(id)",
      "DELETE FROM account_link WHERE person_id = \(id)",
      "DELETE FROM assignment WHERE person_id = \(id)",
    ]
  }
}
