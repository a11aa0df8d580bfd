/// Foreign keys whose check is put off to the end of the transaction: rows may point to rows that come later, or go
/// before those that point to them. SQLite puts all checks off when asked; PostgreSQL only those of keys that were
/// declared so, and lets a key be declared anew within the transaction.
struct PutOffKeys {
  private let keys: [(table: String, key: String)]
  private let db: any WriteTransaction

  init(of tables: [String], in db: any WriteTransaction, _ dialect: Dialect) throws {
    self.db = db
    switch dialect {
    case .sqlite:
      try db.run("PRAGMA defer_foreign_keys = ON")
      keys = []
    case .postgres:
      let rows = try db.rows(
        """
        SELECT c.relname AS table_name, k.conname AS name
        FROM pg_catalog.pg_constraint AS k
        JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
        WHERE k.contype = 'f' AND NOT k.condeferrable AND c.relname IN \(list: tables)
          AND c.relnamespace = current_schema()::regnamespace
        ORDER BY c.relname, k.conname
        """)
      keys = try rows.map { (table: try $0.text("table_name"), key: try $0.text("name")) }
      for (table, key) in keys {
        try Vetting.check(identifier: key)
        try db.run(
          "ALTER TABLE \(words(table)) ALTER CONSTRAINT \(words(key)) DEFERRABLE INITIALLY DEFERRED")
      }
      try db.run("SET CONSTRAINTS ALL DEFERRED")
    }
  }

  /// Looks at the keys now, and from here on with every statement again.
  func restore() throws {
    guard !keys.isEmpty else { return }
    try db.run("SET CONSTRAINTS ALL IMMEDIATE")
    for (table, key) in keys {
      try db.run("ALTER TABLE \(words(table)) ALTER CONSTRAINT \(words(key)) NOT DEFERRABLE")
    }
  }
}

/// Only for names that `Vetting` has passed.
func words(_ vetted: String) -> SQLText {
  SQLText(parts: [.words(vetted)])
}
