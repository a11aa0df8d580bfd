import SQLStore
import TestSupport
import Testing

@Suite struct CopyTests {
  /// Rows that point to later rows and to themselves, awkward texts, missing values, more than one batch.
  private func fill(_ store: any Store) async throws {
    try await store.write { db in
      for number in stride(from: 4_999, through: 0, by: -1) {
        let parent = number == 4_999 ? nil : "p\(number + 1)"
        try addPolo("p\(number)", name: "Polo\t\\\(number)\n'ç", parent: parent, visits: number, in: db)
      }
      try db.run("INSERT INTO visit (polo, number, report, replaced_by) VALUES ('p1', 1, 'um', 2)")
      try db.run("INSERT INTO visit (polo, number, report, replaced_by) VALUES ('p1', 2, 'dois', 2)")
    }
  }

  private func everything(_ store: any Store) async throws -> [[String?]] {
    let rows = try await store.read { db in
      try db.rows("SELECT id, name, parent, is_open, visits FROM polo ORDER BY id")
        + db.rows(
          "SELECT polo AS id, report AS name, NULL AS parent, number AS is_open, replaced_by AS visits FROM visit ORDER BY number"
        )
    }
    return try rows.map { row in
      try [
        row.text("id"), row.text("name"), row.textIfAny("parent"), String(row.integer("is_open")),
        row.integerIfAny("visits").map { String($0) },
      ]
    }
  }

  @Test(arguments: Engine.allCases) func `a target with rows is refused`(engine: Engine) async throws {
    try await withStore(.sqlite, migrations: SmallSchema.migrations) { source in
      try await withStore(engine, migrations: SmallSchema.migrations) { target in
        try await target.write { try addPolo("a", in: $0) }
        await #expect(throws: StoreError.defect("table polo of the target is not empty")) {
          try await offThePool { try copyEverything(from: source, to: target) }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a target with another schema is refused`(engine: Engine)
    async throws
  {
    try await withStore(.sqlite, migrations: SmallSchema.migrations) { source in
      try await withStore(engine, migrations: [SmallSchema.polos]) { target in
        await #expect(throws: StoreError.defect("source and target were not migrated by the same migrations"))
        {
          try await offThePool { try copyEverything(from: source, to: target) }
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a row that points nowhere is refused with everything else`(
    engine: Engine
  ) async throws {
    try await withStore(.sqlite, migrations: SmallSchema.migrations) { source in
      try await withStore(engine, migrations: SmallSchema.migrations) { target in
        try await fill(source)
        await #expect(throws: StoreError.foreignKey(constraint: "visit_of_polo")) {
          try await offThePool { try copyEverything(from: source, to: target, tables: ["visit"]) }
        }
        let visits = try await target.read { try $0.rows("SELECT number FROM visit ORDER BY number").count }
        #expect(visits == 0)
      }
    }
  }

  @Test func `everything survives the way to the server and back`() async throws {
    try await withStore(.sqlite, migrations: SmallSchema.migrations) { file in
      try await withStore(.postgres, migrations: SmallSchema.migrations) { server in
        try await withStore(.sqlite, migrations: SmallSchema.migrations) { backup in
          try await fill(file)
          let schema = try await offThePool { try schemaText(of: server) }
          let up = try await offThePool {
            try copyEverything(from: file, to: server, tables: ["visit", "polo"])
          }
          let back = try await offThePool { try copyEverything(from: server, to: backup) }
          #expect(up == ["polo": 5_000, "visit": 2])
          #expect(back == ["note": 0, "polo": 5_000, "visit": 2])
          let original = try await everything(file)
          let (onServer, inBackup) = try await (everything(server), everything(backup))
          #expect(onServer == original)
          #expect(inBackup == original)
          let schemaAfter = try await offThePool { try schemaText(of: server) }
          #expect(schemaAfter == schema)
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `everything is deleted but what is kept, and keys hold afterwards`(
    engine: Engine
  ) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await fill(store)
      let dialect = store.dialect
      _ = try await store.write { try $0.run("INSERT INTO note (number, words) VALUES (1, 'fica')") }
      // What is kept may not point to what goes.
      await #expect(throws: StoreError.self) {
        try await store.write { try deleteEverything(except: ["visit"], in: $0, dialect) }
      }
      #expect(try await countPolos(in: store) == 5_000)
      let deleted = try await store.write { try deleteEverything(except: ["note"], in: $0, dialect) }
      #expect(deleted == 5_002)
      #expect(try await countPolos(in: store) == 0)
      let notes = try await store.read { try $0.rows("SELECT number FROM note ORDER BY number").count }
      #expect(notes == 1)
      await #expect(throws: StoreError.foreignKey(constraint: "visit_of_polo")) {
        try await store.write {
          try $0.run("INSERT INTO visit (polo, number, report) VALUES ('p1', 1, 'um')")
        }
      }
    }
  }
}
