import SQLStore

/// How a transaction begins, ends and is repeated on a connection.
enum PostgresWork {
  static func reading<R>(
    _ connection: PostgresConnection, of pool: PostgresPool, _ body: (any ReadTransaction) throws -> R
  ) throws -> R {
    try repeating(connection) {
      try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      let result = try inside(connection, pool, body)
      // Nothing was changed: the answer is good even if the session is lost here.
      try? connection.command("COMMIT")
      return result
    }
  }

  /// The turn is taken first. At READ COMMITTED every later statement looks at the database anew, and
  /// what it sees is the last writer's work; under REPEATABLE READ the view would be from before the wait.
  static func writing<R>(
    _ connection: PostgresConnection, of pool: PostgresPool, _ body: (any WriteTransaction) throws -> R
  ) throws -> R {
    try repeating(connection) {
      try connection.command(
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(\(writersTurn))")
      let result = try inside(connection, pool, body)
      do {
        try connection.command("COMMIT")
      } catch {
        throw connection.isLost ? OutcomeUnknown() : error
      }
      return result
    }
  }

  /// Any number will do, as long as every version of the program asks for the same.
  private static let writersTurn = 7_786_845

  private static func inside<R>(
    _ connection: PostgresConnection, _ pool: PostgresPool, _ body: (PostgresTransaction) throws -> R
  ) throws -> R {
    let transaction = PostgresTransaction(connection)
    defer { transaction.isOver = true }
    let result = try NestedTransactions.noting(pool) { try body(transaction) }
    try transaction.throwFailureIfAny()
    return result
  }

  private struct OutcomeUnknown: Error {}

  /// Begins again when the server asked for it, or when the session was lost before anything was committed.
  private static func repeating<R>(_ connection: PostgresConnection, _ attempt: () throws -> R) throws -> R {
    var attemptsLeft = StoreLimits.attempts
    while true {
      attemptsLeft -= 1
      try connection.openIfNeeded()
      do {
        return try attempt()
      } catch is OutcomeUnknown {
        throw StoreError.unreachable("the connection was lost while committing: the outcome is unknown")
      } catch {
        let isWorthRepeating = connection.isLost || connection.lastFailure?.isWorthRepeating == true
        rollBack(connection)
        guard isWorthRepeating, attemptsLeft > 0 else { throw error }
      }
    }
  }

  /// When even this fails, the next transaction begins with a new session.
  private static func rollBack(_ connection: PostgresConnection) {
    if !connection.isLost { try? connection.command("ROLLBACK") }
  }
}
