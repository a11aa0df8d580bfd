public import Access
public import SQLStore
public import Vocabulary

extension AuditWriting {
  /// A person who turns pages, goes back and loads a page again looks once: the same look is recorded once an hour.
  /// Who looked at what is kept, and looking at the trail does not fill it.
  public static let secondsBetweenLooks: Int64 = 3_600

  /// Whether the same look, by the same person from behind the same screen, was recorded within the hour.
  public static func isLookRecorded(
    _ note: AuditNote, by actor: Actor, at instant: Instant, in db: any ReadTransaction
  ) throws -> Bool {
    try db.rows(
      """
      SELECT a.viewer_id, a.thing_kind, a.thing_id, a.place
      FROM audit_entry a
      WHERE a.actor_id = \((actor.person?.text).sqlValue) AND a.action = \(note.action.rawValue)
        AND a.happened_at > \(instant.adding(seconds: -secondsBetweenLooks)) AND a.values_after = \(note.after.text)
      ORDER BY a.number DESC
      """
    ).contains { row in
      try row.textIfAny("viewer_id") == actor.viewer?.text
        && row.textIfAny("thing_kind") == note.thing?.kind.rawValue
        && row.textIfAny("thing_id") == note.thing?.id
        && row.textIfAny("place") == note.place?.description
    }
  }
}
