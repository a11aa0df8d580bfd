import Records
import SQLStore
import TestSupport
import Testing

@Suite struct SchemaTests {
  @Test(arguments: Engine.allCases)
  func `a fresh database has the schema of the golden file`(engine: Engine) async throws {
    try await withStore(engine, migrations: try Migrations.all()) { store in
      let text = try await offThePool { try schemaText(of: store) }
      try assertGolden(text, named: "schema-\(engine.rawValue).txt")
    }
  }

  @Test(arguments: Engine.allCases)
  func `every foreign key has an index`(engine: Engine) async throws {
    try await withStore(engine, migrations: try Migrations.all()) { store in
      let bare = try await offThePool { try foreignKeysWithoutIndex(in: store) }
      #expect(bare == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a second start has nothing to migrate`(engine: Engine) async throws {
    let migrations = try Migrations.all()
    try await withStore(engine, migrations: migrations) { store in
      let applied = try await offThePool { try Migrator(migrations).migrate(store, at: testInstant) }
      #expect(applied == [])
    }
  }
}
