public import Access
public import SQLStore
import Vocabulary

/// The trail as it is read.
public enum AuditRecords {
  static let columns: SQLText = """
    a.number, a.happened_at, a.actor_id, a.actor_name, a.viewer_id, a.address, a.request_id, a.action, a.thing_kind,
    a.thing_id, a.place, a.values_before, a.values_after, a.previous_hash, a.hash
    """

  /// The newest entry as it was noted apart from the entries; nil before the first.
  public static func head(in db: any ReadTransaction) throws -> AuditHead? {
    try db.firstRow(
      """
      SELECT h.number, h.hash
      FROM audit_head h
      ORDER BY h.id
      """
    ).map { AuditHead(number: try $0.integer("number"), hash: try $0.text("hash")) }
  }

  /// The newest entry by its number.
  static func newest(in db: any ReadTransaction) throws -> AuditHead? {
    try db.firstRow(
      """
      SELECT a.number, a.hash
      FROM audit_entry a
      ORDER BY a.number DESC
      LIMIT 1
      """
    ).map { AuditHead(number: try $0.integer("number"), hash: try $0.text("hash")) }
  }

  static func entry(_ row: ResultRow) throws -> AuditEntry {
    AuditEntry(
      number: try row.integer("number"), at: try row.text("happened_at"),
      actorID: try row.textIfAny("actor_id"), actorName: try row.text("actor_name"),
      viewerID: try row.textIfAny("viewer_id"), address: try row.text("address"),
      requestID: try row.text("request_id"), action: try row.text("action"),
      thingKind: try row.textIfAny("thing_kind"), thingID: try row.textIfAny("thing_id"),
      place: try row.textIfAny("place"), before: AuditValues(stored: try row.text("values_before")),
      after: AuditValues(stored: try row.text("values_after")),
      previousHash: try row.text("previous_hash"), hash: try row.text("hash"))
  }
}
