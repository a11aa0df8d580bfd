/// A database: one file, or one server's.
///
/// A transaction is one closure that touches nothing but `db`. It sees one state of the database, commits when it
/// returns, leaves nothing behind when it throws, and **may run twice**. A statement that fails ends the transaction on
/// both engines: later statements, and the end of the closure, throw the same error again even if it was caught.
/// A transaction inside another of the same store is refused.
public protocol Store: Sendable {
  var dialect: Dialect { get }

  /// For programs and the store's own tools; never on the cooperative pool, because it blocks the thread.
  func readBlocking<R>(_ body: (any ReadTransaction) throws -> R) throws -> R
  /// For programs and the store's own tools; never on the cooperative pool, because it blocks the thread.
  func writeBlocking<R>(_ body: (any WriteTransaction) throws -> R) throws -> R

  func read<R: Sendable>(_ body: @escaping @Sendable (any ReadTransaction) throws -> R) async throws -> R
  /// Writers take turns: one write transaction at a time, on any number of nodes.
  func write<R: Sendable>(_ body: @escaping @Sendable (any WriteTransaction) throws -> R) async throws -> R

  /// Waits for the running transactions, then lets go of the database. Safe to repeat. Later transactions throw
  /// `StoreError.defect`.
  func close() throws
}

/// One unchanging view of the database.
public protocol ReadTransaction {
  /// All rows of the answer. For lists that have a limit.
  func rows(_ sql: SQLText) throws -> [ResultRow]
  func firstRow(_ sql: SQLText) throws -> ResultRow?
  /// Row by row, with memory that does not grow with the answer. Only for `SELECT`; the closure may ask further
  /// questions, and does not change the rows it walks.
  func forEachRow(_ sql: SQLText, _ body: (ResultRow) throws -> Void) throws
}

public protocol WriteTransaction: ReadTransaction {
  /// Runs one statement. Returns the number of rows it inserted, changed or deleted.
  @discardableResult func run(_ sql: SQLText) throws -> Int
  /// Many rows at the engine's best speed; each row holds its values in the order of `columns`.
  func insert(into table: String, columns: [String], rows: [[SQLValue]]) throws
}

/// Limits that both engines keep.
public enum StoreLimits {
  /// How often a transaction is tried when the engine asks for a repetition, the first time included.
  public static let attempts = 4
  /// How long a writer waits for other programs' turns before it gives up with `StoreError.busy`. Behind writers of its
  /// own program it waits as long as they take.
  public static let secondsForATurn = 30
  /// Values in one statement. SQLite's own limit is 32,766, PostgreSQL's 65,535.
  public static let valuesPerStatement = 30_000
}
