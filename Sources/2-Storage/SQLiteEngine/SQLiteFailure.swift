import GRDB
import GRDBSQLite
import SQLStore

/// SQLite's result codes as `StoreError`. SQLite's own texts are repeated only where they cannot hold a bound value:
/// while preparing, when no value is bound yet, and for constraints, where they hold names.
enum SQLiteFailure {
  static let shownLetters = 160

  static func preparing(_ error: DatabaseError, _ sql: String) -> any Error {
    guard error.resultCode == .SQLITE_ERROR else { return Self.error(error) }
    return StoreError.defect("SQLite: \(error.message ?? "refused") in: \(sql.prefix(shownLetters))")
  }

  /// For the driver's own statements (open, begin, commit, close), which have no values.
  static func error(_ error: DatabaseError) -> any Error {
    Self.error(
      code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql ?? "", names: nil)
  }

  /// Why the last step of this statement failed.
  static func running(_ statement: BoundStatement) -> any Error {
    let connection = statement.database.sqliteConnection
    let code = sqlite3_extended_errcode(connection)
    let message = String(cString: sqlite3_errmsg(connection))
    if ResultCode(rawValue: code) == .SQLITE_CONSTRAINT_FOREIGNKEY {
      return StoreError.foreignKey(constraint: BrokenKey.name(afterRepeating: statement) ?? "unknown")
    }
    let names = SQLTokens.writtenTable(statement.sql).map { ConstraintNames(statement.database, table: $0) }
    return error(code: code, message: message, sql: statement.sql, names: names)
  }

  private static func error(code: Int32, message: String, sql: String, names: ConstraintNames?) -> any Error {
    let list = afterColon(message)
    switch ResultCode(rawValue: code) {
    case .SQLITE_CONSTRAINT_UNIQUE: return StoreError.unique(constraint: names?.unique(list) ?? list)
    case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      return StoreError.unique(constraint: names?.primaryKey(list) ?? list)
    case .SQLITE_CONSTRAINT_NOTNULL: return StoreError.notNull(column: list)
    case .SQLITE_CONSTRAINT_CHECK: return StoreError.check(constraint: names?.check(list) ?? list)
    case .SQLITE_CONSTRAINT_DATATYPE: return StoreError.defect(message)
    default: break
    }
    let meaning = String(cString: sqlite3_errstr(code))
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: return StoreError.busy
    case SQLITE_INTERRUPT: return CancellationError()
    case SQLITE_READONLY: return StoreError.defect("a write where only reading is possible: \(meaning)")
    case SQLITE_MISUSE: return StoreError.defect("the store is closed")
    case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_FULL, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_PERM, SQLITE_NOMEM:
      return StoreError.unreachable("the database file: \(meaning)")
    default: return StoreError.defect("SQLite: \(meaning) (\(code)) in: \(sql.prefix(shownLetters))")
    }
  }

  /// "UNIQUE constraint failed: visit.campaign, visit.polo": what stands behind the colon.
  private static func afterColon(_ message: String) -> String {
    guard let colon = message.firstIndex(of: ":") else { return message }
    return String(message[colon...].dropFirst(2))
  }
}
