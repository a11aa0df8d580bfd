import Access
import Privacy
import SQLStore
import Vocabulary

/// People whose term has run out. When an account ended, and when somebody was last invited, the trail knows, which was
/// written in the same transaction. Whoever waits for an answer about the own data is not touched.
enum DuePeople {
  private static func condition(_ subject: RetentionSubject, keptSince day: Day) -> SQLText? {
    switch subject {
    case .endedPeople:
      """
      (p.state = 'ended' AND COALESCE(\(last(["person.ended"])), p.reviewed_at) < \(day)
        OR p.state = 'active' AND p.post_ends_on < \(day))
      """
    case .unusedInvitations:
      """
      p.state = 'invited'
        AND COALESCE(\(last(["person.invited", "invitation.renewed"])), p.created_at) < \(day)
      """
    default: nil
    }
  }

  /// When one of these actions was last done to person `p`.
  private static func last(_ actions: [String]) -> SQLText {
    """
    (
      SELECT MAX(a.happened_at)
      FROM audit_entry a
      WHERE a.thing_kind = 'person' AND a.thing_id = p.id AND a.action IN \(list: actions)
    )
    """
  }

  private static func whole(_ condition: SQLText) -> SQLText {
    """
    p.removed_at IS NULL AND \(condition)
      AND NOT EXISTS (SELECT 1 FROM privacy_request q WHERE q.person_id = p.id AND q.state = 'open')
    """
  }

  static func count(_ subject: RetentionSubject, keptSince day: Day, in db: any ReadTransaction) throws -> Int
  {
    guard let condition = condition(subject, keptSince: day) else { return 0 }
    return try db.firstRow(
      """
      SELECT COUNT(*) AS due
      FROM person p
      WHERE \(whole(condition))
      ORDER BY 1
      """
    )?.integer("due") ?? 0
  }

  static func some(
    _ subject: RetentionSubject, keptSince day: Day, atMost limit: Int, in db: any ReadTransaction
  ) throws -> [ID<Person>] {
    guard let condition = condition(subject, keptSince: day) else { return [] }
    return try db.rows(
      """
      SELECT p.id
      FROM person p
      WHERE \(whole(condition))
      ORDER BY p.id
      LIMIT \(limit)
      """
    ).map { try $0.value("id") { ID<Person>($0) } }
  }
}
