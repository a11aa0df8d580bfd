import Dispatch
import SQLStore

/// A database on a PostgreSQL server, shared by any number of nodes.
///
/// Write transactions take the writers' turn first, a lock of the database that every node asks for: see
/// `docs/decisions/0011-one-writers-turn.md`. Reads see one snapshot and wait for nobody.
public final class PostgresStore: Store {
  public let dialect = Dialect.postgres
  private let pool: PostgresPool

  /// Connects once, and looks whether the database sorts text as the program expects. Further connections are opened
  /// when they are needed.
  ///
  /// - Parameters:
  ///   - url: `postgres://user@host:port/name`, as libpq understands it.
  ///   - connections: how many transactions may run at once from here; one of them may write.
  ///   - secondsForATurn: how long a writer waits for other nodes' turns, or for any lock.
  /// - Throws: `unreachable` when the server does not answer, `defect` when the database was created in another way than
  ///   the documentation says.
  public init(
    url: String, connections: Int = 4, secondsForATurn: Int = StoreLimits.secondsForATurn
  ) throws {
    let settings = try PostgresSettings(url: url, secondsForATurn: secondsForATurn)
    pool = PostgresPool((0..<max(1, connections)).map { _ in PostgresConnection(settings) })
    do {
      try readBlocking(Self.checkEncodingAndOrder)
    } catch {
      pool.close()
      throw error
    }
  }

  public func readBlocking<R>(_ body: (any ReadTransaction) throws -> R) throws -> R {
    try NestedTransactions.refuse(in: pool)
    let connection = try pool.lentBlocking(for: .reading)
    defer { pool.giveBack(connection, from: .reading) }
    return try PostgresWork.reading(connection, of: pool, body)
  }

  public func writeBlocking<R>(_ body: (any WriteTransaction) throws -> R) throws -> R {
    try NestedTransactions.refuse(in: pool)
    let connection = try pool.lentBlocking(for: .writing)
    defer { pool.giveBack(connection, from: .writing) }
    return try PostgresWork.writing(connection, of: pool, body)
  }

  public func read<R: Sendable>(
    _ body: @escaping @Sendable (any ReadTransaction) throws -> R
  ) async throws -> R {
    try await onConnection(.reading) { [pool] in try PostgresWork.reading($0, of: pool, body) }
  }

  public func write<R: Sendable>(
    _ body: @escaping @Sendable (any WriteTransaction) throws -> R
  ) async throws -> R {
    try await onConnection(.writing) { [pool] in try PostgresWork.writing($0, of: pool, body) }
  }

  public func close() throws {
    pool.close()
  }

  /// The task is suspended while it waits and while the connection's own thread works.
  private func onConnection<R: Sendable>(
    _ purpose: PostgresPool.Purpose, _ work: @escaping @Sendable (PostgresConnection) throws -> R
  ) async throws -> R {
    try Task.checkCancellation()
    let pool = self.pool
    return try await withCheckedThrowingContinuation { continuation in
      pool.lend(for: purpose) { connection in
        guard let connection else {
          continuation.resume(throwing: PostgresPool.isClosed)
          return
        }
        connection.queue.async {
          let result = Result { try work(connection) }
          pool.giveBack(connection, from: purpose)
          continuation.resume(with: result)
        }
      }
    }
  }

  /// Lists are ordered and names compared by their bytes on both engines; a database with a language's order would
  /// answer differently.
  private static func checkEncodingAndOrder(_ db: any ReadTransaction) throws {
    let row = try db.firstRow(
      """
      SELECT pg_encoding_to_char(encoding)::TEXT AS encoding, datcollate::TEXT AS collation
      FROM pg_catalog.pg_database
      WHERE datname = current_database()
      ORDER BY datname
      """)
    let isRight =
      try row?.text("encoding") == "UTF8"
      && ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(row?.text("collation") ?? "")
    guard isRight else {
      throw StoreError.defect(
        "the PostgreSQL database must be created with: createdb --encoding=UTF8 --locale=C --template=template0"
      )
    }
  }
}
