import Privacy
import SQLStore
import Vocabulary

/// Rows of one table whose term has run out. Instants are compared as text with a day: all of the days before are less.
struct DueRows {
  let table: SQLText
  let key: SQLText
  let condition: SQLText
  /// Rows that belong to others of the subject go with them, and are not counted.
  var isCounted = true

  /// In the order in which they are deleted. Empty for people, who are not deleted but made nameless, and for what does not
  /// end by time.
  static func of(_ subject: RetentionSubject, keptSince day: Day) -> [DueRows] {
    switch subject {
    case .sessions: [DueRows(table: "session", key: "id", condition: "expires_at < \(day)")]
    case .links: [DueRows(table: "account_link", key: "id", condition: "expires_at < \(day)")]
    case .throttles:
      [
        DueRows(table: "sign_in_throttle", key: "bucket", condition: "window_began_at < \(day)"),
        DueRows(table: "sign_in_step", key: "token_fingerprint", condition: "expires_at < \(day)"),
      ]
    case .devices:
      [DueRows(table: "known_device", key: "token_fingerprint", condition: "expires_at < \(day)")]
    case .mail:
      [DueRows(table: "outgoing_mail", key: "id", condition: "state <> 'waiting' AND ended_at < \(day)")]
    case .privacyRequests:
      [DueRows(table: "privacy_request", key: "id", condition: "ended_at < \(day)")]
    case .retentionRuns:
      [
        DueRows(
          table: "retention_step", key: "run_id",
          condition: "run_id IN (SELECT r.id FROM retention_run r WHERE r.ended_at < \(day))",
          isCounted: false),
        DueRows(table: "retention_run", key: "id", condition: "ended_at < \(day)"),
      ]
    case .endedPeople, .unusedInvitations, .trail, .loads, .fileRows, .logs, .backups: []
    }
  }

  func count(in db: any ReadTransaction) throws -> Int {
    guard isCounted else { return 0 }
    return try db.firstRow("SELECT COUNT(*) AS due FROM \(table) WHERE \(condition) ORDER BY 1")?
      .integer("due") ?? 0
  }

  /// Deletes some of them. Returns how many; none when none is left.
  func delete(atMost limit: Int, in db: any WriteTransaction) throws -> Int {
    try db.run(
      """
      DELETE FROM \(table)
      WHERE \(key) IN (
        SELECT \(key)
        FROM \(table)
        WHERE \(condition)
        ORDER BY \(key)
        LIMIT \(limit)
      )
      """)
  }
}
