import SQLStore
import TestSupport
import Testing

@Suite struct MigratorTests {
  private func migrate(_ store: any Store, _ migrations: [Migration]) async throws -> [Int] {
    try await offThePool { try Migrator(migrations).migrate(store, at: testInstant) }
  }

  @Test(arguments: Engine.allCases) func `a migration whose text was changed is refused`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let changed = Migration(number: 1, name: "polos", sql: SmallSchema.polos.sql + " ")
      await #expect(throws: StoreError.migrationChanged(number: 1)) {
        try await migrate(store, [changed, SmallSchema.visits])
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a database from a newer program is refused`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      await #expect(throws: StoreError.schemaIsNewer(found: 2, known: 1)) {
        try await migrate(store, [SmallSchema.polos])
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a gap in the numbers is refused`(engine: Engine) async throws {
    try await withStore(engine) { store in
      await #expect(throws: StoreError.self) { try await migrate(store, [SmallSchema.visits]) }
    }
  }

  @Test(arguments: Engine.allCases) func `an applied migration that went missing is refused`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await store.write { try $0.run("DELETE FROM schema_migration WHERE number = 1") }
      await #expect(throws: StoreError.migrationChanged(number: 1)) {
        try await migrate(store, SmallSchema.migrations)
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a migration that fails leaves nothing of itself`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let broken = Migration(
        number: 3, name: "broken",
        sql: "CREATE TABLE half (id TEXT NOT NULL PRIMARY KEY) STRICT; INSERT INTO nowhere (id) VALUES ('1');"
      )
      await #expect(throws: StoreError.self) { try await migrate(store, SmallSchema.migrations + [broken]) }
      let tables = try await offThePool { try tableNames(in: store) }
      #expect(tables == ["note", "polo", "visit"])
      let again = try await migrate(store, SmallSchema.migrations)
      #expect(again == [])
    }
  }

  @Test(
    arguments: Engine.allCases,
    [
      "CREATE TABLE loose (id TEXT);", "CREATE TABLE real (x REAL) STRICT;",
      "CREATE TRIGGER t AFTER INSERT ON polo BEGIN SELECT 1; END;", "INSERT INTO polo VALUES ('unended);",
    ])
  func `what the engines would read differently is refused`(engine: Engine, sql: String) async throws {
    try await withStore(engine) { store in
      await #expect(throws: StoreError.self) {
        try await migrate(store, [Migration(number: 1, name: "refused", sql: sql)])
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a new database gets every migration once`(engine: Engine)
    async throws
  {
    try await withStore(engine) { store in
      #expect(try await migrate(store, SmallSchema.migrations) == [1, 2])
      #expect(try await migrate(store, SmallSchema.migrations) == [])
      let rows = try await store.read {
        try $0.rows("SELECT number, name, applied_at FROM schema_migration ORDER BY number")
      }
      #expect(try rows.map { try $0.text("name") } == ["polos", "visits"])
      #expect(try rows.map { try $0.text("applied_at") } == [testInstant, testInstant])
    }
  }

  @Test(arguments: Engine.allCases) func `what is pending is told without changing anything`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { database in
      let store = try await database.open()
      let pending = try await offThePool { try Migrator(SmallSchema.migrations).pending(in: store) }
      #expect(pending == [1, 2])
      #expect(try await offThePool { try tableNames(in: store) } == [])
      try store.close()
    }
  }

  @Test(arguments: Engine.allCases) func `programs that start together all succeed`(engine: Engine)
    async throws
  {
    try await withDatabase(engine) { database in
      let stores = try await [database.open(), database.open(), database.open()]
      let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
        for store in stores { group.addTask { try await migrate(store, SmallSchema.migrations) } }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied.sorted() == [1, 2])
      for store in stores { try store.close() }
    }
  }

  @Test(arguments: Engine.allCases) func `the schema reads the same as when it was reviewed`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try assertGolden(
        await offThePool { try schemaText(of: store) }, named: "small-schema.\(engine.rawValue).txt")
    }
  }

  @Test(arguments: Engine.allCases) func `a foreign key without an index is found`(engine: Engine)
    async throws
  {
    let bare = Migration(
      number: 3, name: "bare",
      sql: "CREATE TABLE memo (id TEXT NOT NULL PRIMARY KEY, polo TEXT REFERENCES polo (id)) STRICT;")
    try await withStore(engine, migrations: SmallSchema.migrations + [bare]) { store in
      let bareKeys = try await offThePool { try foreignKeysWithoutIndex(in: store) }
      #expect(bareKeys == ["memo (polo)"])
    }
  }
}
