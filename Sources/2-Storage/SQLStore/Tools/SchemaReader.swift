/// What the engine itself says about its tables, in one shape for both.
struct SchemaReader {
  struct Column: Equatable {
    let name: String
    let type: String
    let isRequired: Bool
    /// The default as the engine writes it.
    let standard: String?
  }

  struct ForeignKey: Equatable {
    let name: String
    let columns: [String]
    let target: String
    let targetColumns: [String]
    let onDelete: String
  }

  struct Index: Equatable {
    let name: String
    let columns: [String]
    let isUnique: Bool
    /// The condition of a partial index, as the engine writes it.
    let condition: String?
  }

  struct Check: Equatable {
    let name: String
    let expression: String
  }

  struct Table {
    let name: String
    let columns: [Column]
    /// Primary key and unique constraints are indexes too, and stand here with them.
    let indexes: [Index]
    let foreignKeys: [ForeignKey]
    let checks: [Check]
  }

  let db: any ReadTransaction
  let dialect: Dialect

  init(_ db: any ReadTransaction, _ dialect: Dialect) {
    self.db = db
    self.dialect = dialect
  }

  /// The program's tables in the order of their names.
  func tables() throws -> [String] {
    let sql: SQLText =
      switch dialect {
      case .sqlite:
        """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'
        ORDER BY name
        """
      case .postgres:
        """
        SELECT tablename AS name FROM pg_catalog.pg_tables
        WHERE schemaname = current_schema()
        ORDER BY tablename
        """
      }
    return try db.rows(sql).map { try $0.text("name") }
  }

  func table(_ name: String) throws -> Table {
    switch dialect {
    case .sqlite: try sqliteTable(name)
    case .postgres: try postgresTable(name)
    }
  }

  /// Rows of a key or an index, one per column, gathered by name in the order in which they come.
  static func gathered<Row, Result>(
    _ rows: [Row], by key: (Row) throws -> String, _ make: ([Row]) throws -> Result
  ) rethrows -> [Result] {
    var order: [String] = []
    var groups: [String: [Row]] = [:]
    for row in rows {
      let name = try key(row)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(row)
    }
    return try order.map { try make(groups[$0] ?? []) }
  }
}
