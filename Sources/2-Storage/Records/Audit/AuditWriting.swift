public import Access
public import SQLStore
public import Vocabulary

/// Adds to the trail; there is no way to change it.
public enum AuditWriting {
  /// Adds an entry in the caller's transaction: it stands exactly when what it tells of stands.
  ///
  /// Writers take turns on both engines, so no other entry comes between the newest one and this.
  @discardableResult
  public static func record(
    _ note: AuditNote, by actor: Actor, at instant: Instant, in db: any WriteTransaction
  ) throws -> AuditEntry {
    let head = try AuditRecords.head(in: db) ?? AuditRecords.newest(in: db) ?? .beginning
    let entry = AuditEntry(note, by: actor, at: instant, after: head, hash: AuditHash.of)
    try db.run(
      """
      INSERT INTO audit_entry (
        number, happened_at, actor_id, actor_name, viewer_id, address, request_id, action, thing_kind, thing_id, place,
        values_before, values_after, previous_hash, hash
      )
      VALUES (
        \(entry.number), \(entry.at), \(entry.actorID.sqlValue), \(entry.actorName), \(entry.viewerID.sqlValue),
        \(entry.address), \(entry.requestID), \(entry.action), \(entry.thingKind.sqlValue), \(entry.thingID.sqlValue),
        \(entry.place.sqlValue), \(entry.before.text), \(entry.after.text), \(entry.previousHash), \(entry.hash)
      )
      """)
    try db.run(
      """
      INSERT INTO audit_head (id, number, hash)
      VALUES (1, \(entry.number), \(entry.hash))
      ON CONFLICT (id) DO UPDATE
      SET number = excluded.number, hash = excluded.hash
      """)
    return entry
  }
}
