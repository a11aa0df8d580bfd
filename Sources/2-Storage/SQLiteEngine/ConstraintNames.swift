import GRDB
import SQLStore

/// SQLite reports a broken key by its columns; these are the names that PostgreSQL reports, so that a use case can tell
/// one rule from another on both engines.
struct ConstraintNames {
  private let database: Database
  private let table: String
  private let text: TableText?

  init(_ database: Database, table: String) {
    self.database = database
    self.table = table
    let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1"
    let declared = try? Self.ask(database, sql, [.text(table)]).first?.text("sql")
    text = declared.flatMap { try? TableText(table: table, createTable: $0) }
  }

  /// - Parameter list: "visit.campaign, visit.polo", or "index 'name'" for an index over an expression.
  func unique(_ list: String) -> String? {
    if list.hasPrefix("index '") { return String(list.dropFirst("index '".count).dropLast()) }
    let columns = Self.columns(list)
    return text?.name(.unique, columns) ?? uniqueIndex(over: columns)
  }

  func primaryKey(_ list: String) -> String? {
    text?.name(.primaryKey, Self.columns(list))
  }

  /// SQLite reports the name of a check, or the expression of one that has no name.
  func check(_ reported: String) -> String? {
    try? text?.name(ofCheck: reported)
  }

  func foreignKey(number: Int) -> String? {
    let sql = """
      SELECT "from" AS column_name FROM pragma_foreign_key_list(?1) WHERE id = ?2 ORDER BY seq
      """
    let rows = try? Self.ask(database, sql, [.text(table), .integer(Int64(number))])
    guard let columns = try? rows?.map({ try $0.text("column_name") }) else { return nil }
    return text?.name(.foreignKey, columns)
  }

  private func uniqueIndex(over columns: [String]) -> String? {
    let sql = """
      SELECT i.name AS name, c.name AS column_name
      FROM pragma_index_list(?1) AS i JOIN pragma_index_info(i.name) AS c
      WHERE i."unique" = 1
      ORDER BY i.name, c.seqno
      """
    guard let rows = try? Self.ask(database, sql, [.text(table)]) else { return nil }
    var columnsByIndex: [String: [String]] = [:]
    for row in rows {
      guard let name = try? row.text("name"), let column = try? row.textIfAny("column_name") else { continue }
      columnsByIndex[name, default: []].append(column)
    }
    return columnsByIndex.filter { $0.value == columns }.keys.min()
  }

  private static func columns(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.split(separator: ".").last ?? "") }
  }

  static func ask(_ database: Database, _ sql: String, _ values: [SQLValue]) throws -> [ResultRow] {
    let statement = try BoundStatement(database, sql, isShared: false)
    try statement.bind(values)
    let columns = statement.columnNames()
    var rows: [ResultRow] = []
    while try statement.step() { rows.append(try statement.row(columns)) }
    return rows
  }
}

/// Finds the name of the foreign key that a statement broke: SQLite does not say it.
enum BrokenKey {
  /// Repeats the failed statement with the check put off, looks for the rows that break a key, and takes it back. This
  /// reads the tables that have keys; it runs only when a statement has already failed.
  static func name(afterRepeating statement: BoundStatement) -> String? {
    let database = statement.database
    statement.reset()
    var name: String?
    try? database.execute(sql: "SAVEPOINT broken_key; PRAGMA defer_foreign_keys = ON")
    if (try? stepThrough(statement)) != nil { name = Self.name(in: database) }
    statement.reset()
    try? database.execute(sql: "ROLLBACK TO broken_key; RELEASE broken_key; PRAGMA defer_foreign_keys = OFF")
    return name
  }

  /// The first key that does not hold in the transaction as it stands.
  static func name(in database: Database) -> String? {
    let row = try? ConstraintNames.ask(
      database, #"SELECT "table" AS name, fkid FROM pragma_foreign_key_check LIMIT 1"#, []
    ).first
    guard let table = try? row?.text("name"), let number = try? row?.integer("fkid") else { return nil }
    return ConstraintNames(database, table: table).foreignKey(number: number)
  }

  private static func stepThrough(_ statement: BoundStatement) throws {
    while try statement.step() {}
  }
}
