import GRDB
import GRDBSQLite
import SQLStore

/// A prepared statement, driven by SQLite's own functions: several times quicker for many rows than the driver's rows and
/// arguments, and its errors are ours to word.
struct BoundStatement {
  let database: Database
  let sql: String
  private let statement: Statement
  private var handle: OpaquePointer { statement.sqliteStatement }

  /// - Parameter isShared: reuse the connection's prepared statement. Only for statements that are walked to their end
  ///   before anything else runs.
  init(_ database: Database, _ sql: String, isShared: Bool) throws {
    self.database = database
    self.sql = sql
    do {
      statement = try isShared ? database.cachedStatement(sql: sql) : database.makeStatement(sql: sql)
    } catch let error as DatabaseError {
      throw SQLiteFailure.preparing(error, sql)
    }
  }

  /// Binds from the first parameter on. SQLite copies the texts.
  func bind(_ values: [SQLValue]) throws {
    for (position, value) in values.enumerated() {
      let number = Int32(position + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, number)
        case .integer(let integer): sqlite3_bind_int64(handle, number, integer)
        case .text(let text): bind(text, number)
        }
      guard code == SQLITE_OK else {
        throw StoreError.defect("SQLite refused value \(number) of \(sql.prefix(SQLiteFailure.shownLetters))")
      }
    }
  }

  private func bind(_ text: String, _ number: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        // An empty text may have no address, and SQLite would take that for NULL.
        guard let start = letters.baseAddress, !letters.isEmpty else {
          return sqlite3_bind_text(handle, number, "", 0, Self.copied)
        }
        return sqlite3_bind_text64(
          handle, number, start, UInt64(letters.count), Self.copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// SQLITE_TRANSIENT, a macro that Swift does not see: SQLite makes its own copy.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// True while there are rows.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteFailure.running(self)
    }
  }

  func reset() {
    sqlite3_reset(handle)
  }

  /// After this the statement holds no copy of a value any more.
  func clear() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func columnNames() -> ColumnNames {
    ColumnNames((0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) })
  }

  func row(_ columns: ColumnNames) throws -> ResultRow {
    var values: [SQLValue] = []
    values.reserveCapacity(columns.names.count)
    for position in 0..<Int32(columns.names.count) {
      values.append(try value(position, columns))
    }
    return ResultRow(columns: columns, values: values)
  }

  private func value(_ position: Int32, _ columns: ColumnNames) throws -> SQLValue {
    switch sqlite3_column_type(handle, position) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, position))
    case SQLITE_TEXT:
      guard let start = sqlite3_column_text(handle, position) else { return .text("") }
      let count = Int(sqlite3_column_bytes(handle, position))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    default:
      let name = columns.names[Int(position)]
      throw StoreError.defect("column \(name) is neither a whole number nor text; cast it to BIGINT or TEXT")
    }
  }
}
