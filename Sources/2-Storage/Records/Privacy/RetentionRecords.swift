public import Access
public import Privacy
public import SQLStore
public import Vocabulary

public enum RetentionRecords {
  /// Most runs in one answer.
  public static let maximumListed = 100

  private static let columns: SQLText = """
    r.id, r.day, r.state, r.requested_by, r.process, r.begun_at, r.alive_at, r.ended_at
    """

  /// How many rows or people are due.
  public static func countDue(
    _ subject: RetentionSubject, keptSince day: Day, in db: any ReadTransaction
  ) throws -> Int {
    try DuePeople.count(subject, keptSince: day, in: db)
      + DueRows.of(subject, keptSince: day).reduce(0) { try $0 + $1.count(in: db) }
  }

  /// The one that is not over, if any.
  public static func running(in db: any ReadTransaction) throws -> RetentionRun? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM retention_run r
      WHERE r.state = 'running'
      ORDER BY r.begun_at, r.id
      """
    ).map { try run($0, in: db) }
  }

  public static func find(_ id: ID<RetentionRun>, in db: any ReadTransaction) throws -> RetentionRun? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM retention_run r
      WHERE r.id = \(id)
      ORDER BY r.id
      """
    ).map { try run($0, in: db) }
  }

  /// Whether the daily run of a day is done.
  public static func isDone(on day: Day, in db: any ReadTransaction) throws -> Bool {
    try db.firstRow(
      """
      SELECT r.id
      FROM retention_run r
      WHERE r.day = \(day) AND r.requested_by IS NULL AND r.state = 'done'
      ORDER BY r.id
      LIMIT 1
      """) != nil
  }

  /// Newest first.
  public static func newest(limit: Int, in db: any ReadTransaction) throws -> [RetentionRun] {
    try db.rows(
      """
      SELECT \(columns)
      FROM retention_run r
      ORDER BY r.begun_at DESC, r.id DESC
      LIMIT \(min(limit, maximumListed))
      """
    ).map { try run($0, in: db) }
  }

  private static func run(_ row: ResultRow, in db: any ReadTransaction) throws -> RetentionRun {
    let id = try row.value("id") { ID<RetentionRun>($0) }
    return RetentionRun(
      id: id, day: try row.value("day") { Day($0) },
      state: try row.value("state") { RetentionRun.State(rawValue: $0) },
      requestedBy: try row.valueIfAny("requested_by") { ID<Person>($0) }, process: try row.text("process"),
      begunAt: try row.value("begun_at") { Instant($0) }, aliveAt: try row.value("alive_at") { Instant($0) },
      endedAt: try row.valueIfAny("ended_at") { Instant($0) }, steps: try steps(of: id, in: db))
  }

  private static func steps(
    of id: ID<RetentionRun>, in db: any ReadTransaction
  ) throws -> [RetentionRun.Step] {
    let steps = try db.rows(
      """
      SELECT s.subject, s.kept_since, s.removed, s.ended_at
      FROM retention_step s
      WHERE s.run_id = \(id)
      ORDER BY s.subject
      """
    ).map { row in
      RetentionRun.Step(
        subject: try row.value("subject") { RetentionSubject(rawValue: $0) },
        keptSince: try row.value("kept_since") { Day($0) }, removed: try row.integer("removed"),
        endedAt: try row.valueIfAny("ended_at") { Instant($0) })
    }
    return RetentionSubject.allCases.flatMap { subject in steps.filter { $0.subject == subject } }
  }
}
