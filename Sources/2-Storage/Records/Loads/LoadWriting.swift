public import Access
public import Indicators
public import SQLStore
public import Vocabulary

/// How a load is born, breathes and ends. Its observations come with `ObservationWriting`.
public enum LoadWriting {
  public static func begin(
    _ load: Load, precedence: Load.Precedence, process: String, _ permit: Permit<LoadFiles>,
    in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO load (id, dataset, layout, precedence, state, file_name, file_bytes, loaded_by, started_at)
      VALUES (\(load.id), \(load.dataset), \(load.layout.sqlValue), \(precedence.rawValue), \(load.state.rawValue),
              \(load.file.name), \(load.file.bytes.sqlValue), \(load.loadedBy), \(load.startedAt))
      """)
    try db.run(
      """
      INSERT INTO load_progress (load_id, process, alive_at, bytes_read, rows_read, cancel_requested)
      VALUES (\(load.id), \(process), \(load.startedAt), 0, 0, 0)
      """)
  }

  /// Says that the reading goes on. True when a person asked to stop it or it was ended meanwhile.
  public static func breathe(
    _ id: ID<Load>, bytesRead: Int64, rowsRead: Int, at instant: Instant, in db: any WriteTransaction
  ) throws -> Bool {
    let row = try db.rows(
      """
      UPDATE load_progress
      SET alive_at = \(instant), bytes_read = \(bytesRead), rows_read = \(rowsRead)
      WHERE load_id = \(id)
      RETURNING cancel_requested
      """
    ).first
    return try row?.flag("cancel_requested") ?? true
  }

  /// False when the load is not being read.
  public static func requestCancel(
    _ id: ID<Load>, _ permit: Permit<LoadFiles>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE load_progress
      SET cancel_requested = 1
      WHERE load_id = \(id)
      """) == 1
  }

  /// Ends a reading without figures. False when it had ended before.
  @discardableResult
  public static func end(
    _ id: ID<Load>, as state: Load.State, refusal: Problem? = nil, at instant: Instant,
    in db: any WriteTransaction
  ) throws -> Bool {
    let ended = try db.run(
      """
      UPDATE load
      SET state = \(state.rawValue), refusal = \((refusal.map(StoredProblem.text)).sqlValue), finished_at = \(instant)
      WHERE id = \(id) AND state = 'reading'
      """)
    try forgetProgress(of: id, in: db)
    return ended == 1
  }

  /// Takes back a reading that turned out to be of a file already loaded: nothing changes, not even the history.
  public static func forget(_ id: ID<Load>, in db: any WriteTransaction) throws {
    try forgetProgress(of: id, in: db)
    try db.run(
      """
      DELETE FROM load
      WHERE id = \(id) AND state = 'reading'
      """)
  }

  /// Makes the load count. False when it was ended meanwhile or a person asked to stop it, and then nothing may be
  /// written.
  public static func commit(
    _ load: Load, precedence: Load.Precedence, report: String?, _ permit: Permit<LoadFiles>,
    in db: any WriteTransaction
  ) throws -> Bool {
    let committed = try db.run(
      """
      UPDATE load
      SET state = 'committed', precedence = \(precedence.rawValue), layout = \(load.layout.sqlValue), month = \(load.month.sqlValue), file_bytes = \(load.file.bytes.sqlValue),
          file_sha256 = \(load.file.sha256.sqlValue), rows_read = \((load.rows?.read).sqlValue), rows_accepted = \((load.rows?.accepted).sqlValue),
          finished_at = \(load.finishedAt.sqlValue), report = \(report.sqlValue)
      WHERE id = \(load.id) AND state = 'reading'
        AND NOT EXISTS (SELECT 1 FROM load_progress p WHERE p.load_id = load.id AND p.cancel_requested = 1)
      """)
    guard committed == 1 else { return false }
    try forgetProgress(of: load.id, in: db)
    return true
  }

  private static func forgetProgress(of id: ID<Load>, in db: any WriteTransaction) throws {
    try db.run(
      """
      DELETE FROM load_progress
      WHERE load_id = \(id)
      """)
  }
}
