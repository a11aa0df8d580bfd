import GRDB
import SQLStore

/// A database in one file, with its write-ahead log beside it. Many readers and one writer at a time, in any number of
/// processes of one machine.
public struct SQLiteStore: Store {
  public let dialect = Dialect.sqlite
  private let pool: DatabasePool

  /// Opens the file, or makes a new one for its owner alone.
  ///
  /// - Parameters:
  ///   - creating: make a missing file and its folder; without it a missing file is `unreachable`.
  ///   - secondsForATurn: how long a writer waits for another process's turn to end.
  /// - Throws: `unreachable` when the file cannot be opened or is no database.
  public init(
    path: String, creating: Bool = true, secondsForATurn: Int = StoreLimits.secondsForATurn
  ) throws {
    try DatabaseFile.prepare(path, creating: creating)
    var configuration = GRDB.Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(Double(secondsForATurn))
    configuration.maximumReaderCount = Self.readers
    configuration.label = "store"
    // GRDB's own errors would otherwise print bound values in debug builds.
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cache_size = -\(Self.cacheKibibytes)")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      // What was committed survives a power cut too; WAL alone would only promise a whole file.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    } catch let error as DatabaseError {
      throw SQLiteFailure.error(error)
    }
  }

  private static let readers = 6
  private static let cacheKibibytes = 16_384

  public func readBlocking<R>(_ body: (any ReadTransaction) throws -> R) throws -> R {
    try NestedTransactions.refuse(in: pool)
    return try Self.mapped { try pool.read { try reading($0, body) } }
  }

  public func writeBlocking<R>(_ body: (any WriteTransaction) throws -> R) throws -> R {
    try NestedTransactions.refuse(in: pool)
    return try Self.mapped { try pool.writeWithoutTransaction { try writing($0, body) } }
  }

  public func read<R: Sendable>(
    _ body: @escaping @Sendable (any ReadTransaction) throws -> R
  ) async throws -> R {
    do {
      return try await pool.read { try reading($0, body) }
    } catch let error as DatabaseError {
      throw SQLiteFailure.error(error)
    }
  }

  public func write<R: Sendable>(
    _ body: @escaping @Sendable (any WriteTransaction) throws -> R
  ) async throws -> R {
    do {
      return try await pool.writeWithoutTransaction { try writing($0, body) }
    } catch let error as DatabaseError {
      throw SQLiteFailure.error(error)
    }
  }

  public func close() throws {
    try Self.mapped { try pool.close() }
  }

  /// The driver has begun a transaction already; it takes its view of the database with the first question.
  private func reading<R>(_ database: Database, _ body: (any ReadTransaction) throws -> R) throws -> R {
    let transaction = SQLiteTransaction(database)
    defer { transaction.isOver = true }
    let result = try NestedTransactions.noting(pool) { try body(transaction) }
    try transaction.throwFailureIfAny()
    return result
  }

  /// `BEGIN IMMEDIATE` takes the writers' turn first, so that nothing read inside is old when it is written back. It is
  /// also the only statement that waits for others: none after it needs a repetition.
  private func writing<R>(_ database: Database, _ body: (any WriteTransaction) throws -> R) throws -> R {
    try database.beginTransaction(.immediate)
    let transaction = SQLiteTransaction(database)
    defer { transaction.isOver = true }
    do {
      let result = try NestedTransactions.noting(pool) { try body(transaction) }
      try transaction.throwFailureIfAny()
      try transaction.commit()
      return result
    } catch {
      if database.isInsideTransaction { try database.rollback() }
      throw error
    }
  }

  private static func mapped<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw SQLiteFailure.error(error)
    }
  }
}
