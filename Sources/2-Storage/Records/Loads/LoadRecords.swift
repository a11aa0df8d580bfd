public import Indicators
public import SQLStore
public import Vocabulary

/// A load as the history shows it.
public struct StoredLoad: Sendable {
  public let load: Load
  public let precedence: Load.Precedence
  /// JSON of the report; nil unless it ended well.
  public let report: String?
  public let progress: LoadProgress?
  /// Municipalities and months for which it stands.
  public let standing: Int
}

/// How far a file has been read, as its process last said.
public struct LoadProgress: Hashable, Sendable {
  public let process: String
  public let aliveAt: Instant
  public let bytesRead: Int64
  public let rowsRead: Int
  public let isCancelRequested: Bool
}

public enum LoadRecords {
  private static let columns: SQLText = """
    l.id, l.dataset, l.layout, l.precedence, l.state, l.file_name, l.file_bytes, l.file_sha256, l.month, l.loaded_by,
    l.started_at, l.finished_at, l.rows_read, l.rows_accepted, l.refusal, l.report,
    p.process, p.alive_at, p.bytes_read, p.rows_read AS rows_read_so_far, p.cancel_requested,
    (SELECT COUNT(*) FROM standing_load s WHERE s.load_id = l.id) AS standing
    """

  public static func find(_ id: ID<Load>, in db: any ReadTransaction) throws -> StoredLoad? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM load l
      LEFT JOIN load_progress p ON p.load_id = l.id
      WHERE l.id = \(id)
      ORDER BY l.id
      """
    ).map(storedLoad)
  }

  /// Newest first, after `offset` newer ones.
  public static func newest(limit: Int, offset: Int = 0, in db: any ReadTransaction) throws -> [StoredLoad] {
    try db.rows(
      """
      SELECT \(columns)
      FROM load l
      LEFT JOIN load_progress p ON p.load_id = l.id
      ORDER BY l.started_at DESC, l.id DESC
      LIMIT \(limit) OFFSET \(offset)
      """
    ).map(storedLoad)
  }

  public static func reading(in db: any ReadTransaction) throws -> [StoredLoad] {
    try db.rows(
      """
      SELECT \(columns)
      FROM load l
      LEFT JOIN load_progress p ON p.load_id = l.id
      WHERE l.state = 'reading'
      ORDER BY l.id
      """
    ).map(storedLoad)
  }

  /// The load with the same bytes that still stands for something in the dataset.
  public static func standing(
    withSHA256 sha256: String, dataset: CatalogueKey, in db: any ReadTransaction
  ) throws -> ID<Load>? {
    try db.firstRow(
      """
      SELECT l.id
      FROM load l
      WHERE l.file_sha256 = \(sha256) AND l.dataset = \(dataset) AND l.state = 'committed'
        AND EXISTS (SELECT 1 FROM standing_load s WHERE s.load_id = l.id)
      ORDER BY l.started_at DESC, l.id
      LIMIT 1
      """
    )?.value("id") { ID<Load>($0) }
  }

  /// The newest load with the same bytes that was committed, whether or not it stands for anything today.
  public static func newest(
    withSHA256 sha256: String, dataset: CatalogueKey, in db: any ReadTransaction
  ) throws -> ID<Load>? {
    try db.firstRow(
      """
      SELECT id
      FROM load
      WHERE file_sha256 = \(sha256) AND dataset = \(dataset) AND state = 'committed'
      ORDER BY started_at DESC, id
      LIMIT 1
      """
    )?.value("id") { ID<Load>($0) }
  }

  /// The newest committed load of a dataset.
  public static func newest(of dataset: CatalogueKey, in db: any ReadTransaction) throws -> StoredLoad? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM load l
      LEFT JOIN load_progress p ON p.load_id = l.id
      WHERE l.dataset = \(dataset) AND l.state = 'committed'
      ORDER BY l.started_at DESC, l.id DESC
      LIMIT 1
      """
    ).map(storedLoad)
  }

  /// How many there are, and how many of them stand for something today; those being read are not counted.
  public static func count(in db: any ReadTransaction) throws -> (ended: Int, standing: Int) {
    let row = try db.firstRow(
      """
      SELECT COUNT(*) AS ended,
             (SELECT COUNT(DISTINCT load_id) FROM standing_load) AS standing
      FROM load
      WHERE state <> 'reading'
      ORDER BY 1
      """)
    return (ended: try row?.integer("ended") ?? 0, standing: try row?.integer("standing") ?? 0)
  }

  /// Rejected rows of a load within a municipality.
  public static func rejectedRows(
    of id: ID<Load>, in code: IBGECode, db: any ReadTransaction
  ) throws -> Int {
    try db.firstRow(
      """
      SELECT CAST(COALESCE(SUM(rejected_rows), 0) AS BIGINT) AS rejected
      FROM load_rejection
      WHERE load_id = \(id) AND ibge7 = \(code)
      ORDER BY 1
      """
    )?.integer("rejected") ?? 0
  }

  private static func storedLoad(_ row: ResultRow) throws -> StoredLoad {
    let load = Load(
      id: try row.value("id") { ID<Load>($0) }, dataset: try row.value("dataset") { CatalogueKey($0) },
      layout: try row.textIfAny("layout"), state: try row.value("state") { Load.State(rawValue: $0) },
      file: LoadedFile(
        name: try row.text("file_name"), bytes: try row.integerIfAny("file_bytes").map { Int64($0) },
        sha256: try row.textIfAny("file_sha256")),
      month: try row.valueIfAny("month") { ReferenceMonth($0) }, loadedBy: try row.text("loaded_by"),
      startedAt: try row.value("started_at") { Instant($0) },
      finishedAt: try row.valueIfAny("finished_at") { Instant($0) }, rows: try rowCounts(row),
      refusal: try row.valueIfAny("refusal") { StoredProblem.read($0) })
    guard let precedence = Load.Precedence(rawValue: try row.integer("precedence")) else {
      throw StoreError.defect("unknown precedence of a load")
    }
    return StoredLoad(
      load: load, precedence: precedence, report: try row.textIfAny("report"), progress: try progress(row),
      standing: try row.integer("standing"))
  }

  private static func rowCounts(_ row: ResultRow) throws -> RowCounts? {
    guard let read = try row.integerIfAny("rows_read"), let accepted = try row.integerIfAny("rows_accepted")
    else {
      return nil
    }
    return RowCounts(read: read, accepted: accepted)
  }

  private static func progress(_ row: ResultRow) throws -> LoadProgress? {
    guard let process = try row.textIfAny("process") else { return nil }
    return LoadProgress(
      process: process, aliveAt: try row.value("alive_at") { Instant($0) },
      bytesRead: Int64(try row.integer("bytes_read")), rowsRead: try row.integer("rows_read_so_far"),
      isCancelRequested: try row.flag("cancel_requested"))
  }
}
