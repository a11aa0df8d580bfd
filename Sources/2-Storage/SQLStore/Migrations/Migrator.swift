/// Brings a database to the schema this program knows.
///
/// Each migration is one transaction, and each looks again at what was applied after it got the writers' turn: programs
/// that start together on one database all succeed, and every migration runs once.
public struct Migrator: Sendable {
  private let migrations: [Migration]

  public init(_ migrations: [Migration]) {
    self.migrations = migrations
  }

  /// Applies what is missing and returns the numbers applied by this call.
  ///
  /// - Parameter instant: written beside each migration; ISO 8601, UTC.
  /// - Throws: `schemaIsNewer`, `migrationChanged`, or `defect` for numbers that are not 1, 2, 3, …
  public func migrate(_ store: any Store, at instant: String) throws -> [Int] {
    try checkNumbers()
    let missing = try store.writeBlocking { db in
      for statement in try MigrationScript.statements(in: Self.ownTable, for: store.dialect) {
        try db.run(SQLText(parts: [.words(statement)]))
      }
      return try pending(in: db)
    }
    var applied: [Int] = []
    for migration in migrations.suffix(missing.count) {
      let statements = try MigrationScript.statements(in: migration.sql, for: store.dialect)
      let ran = try store.writeBlocking { db in
        guard try pending(in: db).contains(migration.number) else { return false }
        for statement in statements { try db.run(SQLText(parts: [.words(statement)])) }
        try record(migration, at: instant, in: db)
        return true
      }
      if ran { applied.append(migration.number) }
    }
    return applied
  }

  /// The numbers still to be applied, without changing anything; for checks. Throws like `migrate`.
  public func pending(in store: any Store) throws -> [Int] {
    try checkNumbers()
    return try store.readBlocking { db in
      guard try SchemaReader(db, store.dialect).tables().contains("schema_migration") else {
        return migrations.map(\.number)
      }
      return try pending(in: db)
    }
  }

  private func checkNumbers() throws {
    for (position, migration) in migrations.enumerated() where migration.number != position + 1 {
      throw StoreError.defect("migration \(migration.number) stands where number \(position + 1) belongs")
    }
  }

  private func pending(in db: any ReadTransaction) throws -> [Int] {
    let rows = try db.rows("SELECT number, hash FROM schema_migration ORDER BY number")
    for (position, row) in rows.enumerated() {
      let number = try row.integer("number")
      guard position < migrations.count else {
        let last = try rows.last?.integer("number") ?? number
        throw StoreError.schemaIsNewer(found: last, known: migrations.count)
      }
      guard number == position + 1, try row.text("hash") == migrations[position].hash else {
        throw StoreError.migrationChanged(number: position + 1)
      }
    }
    return migrations.dropFirst(rows.count).map(\.number)
  }

  private func record(_ migration: Migration, at instant: String, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO schema_migration (number, name, hash, applied_at)
      VALUES (\(migration.number), \(migration.name), \(migration.hash), \(instant))
      """)
  }

  private static let ownTable = """
    CREATE TABLE IF NOT EXISTS schema_migration (
      number BIGINT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      hash TEXT NOT NULL,
      applied_at TEXT NOT NULL
    ) STRICT;
    """
}
