public import Access
public import Privacy
public import SQLStore
public import Vocabulary

/// The retention as it is carried out, a piece at a time, so that no page waits long for its turn to write.
public enum RetentionWriting {
  /// Rows or people that one transaction takes away.
  public static let pieceSize = 500

  public static func begin(_ run: RetentionRun, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO retention_run (id, day, state, requested_by, process, begun_at, alive_at)
      VALUES (\(run.id), \(run.day), \(run.state.rawValue), \(run.requestedBy.sqlValue), \(run.process),
              \(run.begunAt), \(run.aliveAt))
      """)
  }

  /// Goes on with a run whose process died. The steps that it finished stay finished.
  public static func takeOver(
    _ id: ID<RetentionRun>, by process: String, at now: Instant, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE retention_run
      SET process = \(process), alive_at = \(now)
      WHERE id = \(id) AND state = 'running'
      """)
  }

  /// False when another process has taken the run over.
  public static func breathe(
    _ id: ID<RetentionRun>, by process: String, at now: Instant, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE retention_run
      SET alive_at = \(now)
      WHERE id = \(id) AND process = \(process) AND state = 'running'
      """) == 1
  }

  /// Takes away one piece of what is due. Nothing is left when `removed` is empty and `isOver`.
  public static func removePiece(
    of subject: RetentionSubject, keptSince day: Day, at now: Instant, pieceSize: Int = pieceSize,
    in db: any WriteTransaction
  ) throws -> Piece {
    switch subject {
    case .endedPeople, .unusedInvitations:
      let people = try DuePeople.some(subject, keptSince: day, atMost: pieceSize, in: db)
      for person in people { try PersonRemoval.remove(person, at: now, in: db) }
      return Piece(removed: people.count, people: people, isOver: people.count < pieceSize)
    default:
      for rows in DueRows.of(subject, keptSince: day) {
        let deleted = try rows.delete(atMost: pieceSize, in: db)
        guard deleted == 0 else {
          return Piece(removed: rows.isCounted ? deleted : 0, people: [], isOver: false)
        }
      }
      return Piece(removed: 0, people: [], isOver: true)
    }
  }

  public struct Piece: Sendable {
    public let removed: Int
    /// Those who were made nameless.
    public let people: [ID<Person>]
    public let isOver: Bool
  }

  public static func note(
    _ step: RetentionRun.Step, of id: ID<RetentionRun>, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO retention_step (run_id, subject, kept_since, removed, ended_at)
      VALUES (\(id), \(step.subject.rawValue), \(step.keptSince), \(step.removed), \(step.endedAt.sqlValue))
      ON CONFLICT (run_id, subject) DO UPDATE
      SET removed = retention_step.removed + excluded.removed, ended_at = excluded.ended_at
      """)
  }

  public static func end(_ id: ID<RetentionRun>, at now: Instant, in db: any WriteTransaction) throws {
    try db.run(
      """
      UPDATE retention_run
      SET state = 'done', alive_at = \(now), ended_at = \(now)
      WHERE id = \(id) AND state = 'running'
      """)
  }
}
