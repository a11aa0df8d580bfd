import GRDB
import GRDBSQLite
import SQLStore

/// The door to the database inside one closure. Used by one thread only, and of no use once the closure has ended.
final class SQLiteTransaction: WriteTransaction {
  private let database: Database
  private var failure: (any Error)?
  var isOver = false

  init(_ database: Database) {
    self.database = database
  }

  func rows(_ sql: SQLText) throws -> [ResultRow] {
    try guarded { try collect(sql, limit: .max) }
  }

  func firstRow(_ sql: SQLText) throws -> ResultRow? {
    try guarded { try collect(sql, limit: 1).first }
  }

  func forEachRow(_ sql: SQLText, _ body: (ResultRow) throws -> Void) throws {
    let statement = try guarded { try prepared(sql, isShared: false) }
    defer { statement.clear() }
    let columns = statement.columnNames()
    while let row = try guarded({ try statement.step() ? statement.row(columns) : nil }) {
      try body(row)
    }
  }

  func run(_ sql: SQLText) throws -> Int {
    try guarded {
      let before = sqlite3_total_changes64(database.sqliteConnection)
      let statement = try prepared(sql, isShared: true)
      defer { statement.clear() }
      while try statement.step() {}
      // A statement that changes no row would otherwise repeat the number of the one before it.
      let hasChanged = sqlite3_total_changes64(database.sqliteConnection) != before
      return hasChanged ? Int(sqlite3_changes64(database.sqliteConnection)) : 0
    }
  }

  func insert(into table: String, columns: [String], rows: [[SQLValue]]) throws {
    try guarded {
      try Vetting.check(table: table, columns: columns, rows: rows)
      let parameters = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
      let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(parameters))"
      let statement = try BoundStatement(database, sql, isShared: true)
      defer { statement.clear() }
      for row in rows {
        for value in row { try Vetting.check(value) }
        try statement.bind(row)
        while try statement.step() {}
        statement.reset()
      }
    }
  }

  /// Deferred keys are looked at here, while the rows that break them can still be found.
  func commit() throws {
    do {
      try database.commit()
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
      throw StoreError.foreignKey(constraint: BrokenKey.name(in: database) ?? "unknown")
    }
  }

  /// A closure that caught a failed statement's error does not commit.
  func throwFailureIfAny() throws {
    if let failure { throw failure }
  }

  private func guarded<R>(_ work: () throws -> R) throws -> R {
    if isOver { throw StoreError.defect("a transaction was used after its end") }
    try throwFailureIfAny()
    do {
      return try work()
    } catch {
      failure = error
      throw error
    }
  }

  private func prepared(_ sql: SQLText, isShared: Bool) throws -> BoundStatement {
    let (words, values) = sql.rendered(for: .sqlite)
    try Vetting.check(values)
    let keep = isShared && values.count <= Self.valuesOfKeptStatements
    let statement = try BoundStatement(database, words, isShared: keep)
    try statement.bind(values)
    return statement
  }

  /// Lists of every length would otherwise fill the connection's memory with prepared statements.
  private static let valuesOfKeptStatements = 64

  private func collect(_ sql: SQLText, limit: Int) throws -> [ResultRow] {
    let statement = try prepared(sql, isShared: true)
    defer { statement.clear() }
    let columns = statement.columnNames()
    var rows: [ResultRow] = []
    while rows.count < limit, try statement.step() { rows.append(try statement.row(columns)) }
    return rows
  }
}
