import SQLStore
import TestSupport
import Testing

@Suite struct RefusalTests {
  private struct ChangedMyMind: Error {}

  @Test(arguments: Engine.allCases) func `a closure that throws leaves nothing`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      await #expect(throws: ChangedMyMind.self) {
        try await store.write { db in
          try addPolo("a", in: db)
          throw ChangedMyMind()
        }
      }
      let polos = try await countPolos(in: store)
      #expect(polos == 0)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a failed statement ends the transaction even if its error is caught`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      await #expect(throws: StoreError.unique(constraint: "polo_pkey")) {
        try await store.write { db in
          try addPolo("a", in: db)
          try? addPolo("a", name: "another", in: db)
        }
      }
      let polos = try await countPolos(in: store)
      #expect(polos == 0)
    }
  }

  @Test(
    arguments: Engine.allCases,
    [
      (
        sql: "INSERT INTO polo (id, name) VALUES ('a', 'new')",
        error: StoreError.unique(constraint: "polo_pkey")
      ),
      ("INSERT INTO polo (id, name) VALUES ('b', 'Polo a')", .unique(constraint: "polo_name_unique")),
      (
        "INSERT INTO visit (polo, number, report) VALUES ('a', 2, 'one')", .unique(constraint: "visit_report")
      ),
      ("INSERT INTO visit (polo, number) VALUES ('a', 1)", .unique(constraint: "visit_pkey")),
      ("INSERT INTO visit (polo, number) VALUES ('nowhere', 1)", .foreignKey(constraint: "visit_of_polo")),
      (
        "INSERT INTO polo (id, name, parent) VALUES ('b', 'b', 'z')",
        .foreignKey(constraint: "polo_parent_fkey")
      ),
      ("DELETE FROM polo WHERE id = 'a'", .foreignKey(constraint: "visit_of_polo")),
      (
        "UPDATE visit SET replaced_by = 9 WHERE number = 1",
        .foreignKey(constraint: "visit_polo_replaced_by_fkey")
      ),
      ("UPDATE polo SET visits = -1", .check(constraint: "polo_visits_from_zero")),
      ("UPDATE polo SET is_open = 2", .check(constraint: "polo_is_open_check")),
      ("INSERT INTO polo (id, name) VALUES ('b', NULL)", .notNull(column: "polo.name")),
    ] as [(SQLText, StoreError)])
  func `a broken rule is told by its name`(engine: Engine, refusal: (sql: SQLText, error: StoreError))
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await store.write { db in
        try addPolo("a", in: db)
        try db.run("INSERT INTO visit (polo, number, report) VALUES ('a', 1, 'one')")
      }
      await #expect(throws: refusal.error) { try await store.write { try $0.run(refusal.sql) } }
      // The connection is as good as before.
      let polos = try await countPolos(in: store)
      #expect(polos == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a broken rule in a bulk insert is told by its name and nothing is kept`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let rows = ["a", "b", "a"].enumerated().map { [SQLValue.text($1), .text("Polo \($0)")] }
      await #expect(throws: StoreError.unique(constraint: "polo_pkey")) {
        try await store.write { try $0.insert(into: "polo", columns: ["id", "name"], rows: rows) }
      }
      let polos = try await countPolos(in: store)
      #expect(polos == 0)
      await #expect(throws: StoreError.foreignKey(constraint: "visit_of_polo")) {
        try await store.write {
          try $0.insert(into: "visit", columns: ["polo", "number"], rows: [[.text("none"), .integer(1)]])
        }
      }
    }
  }

  @Test(
    arguments: Engine.allCases,
    [
      "INSERT INTO polo (id, name, visits) VALUES (\("a"), \("b"), \("segredo"))",
      "UPDATE polo SET visits = \("segredo")",
      "SELECT id FROM polo WHERE visits = \("segredo") AND nothing = 1",
      "INSERT INTO polo (id, name) VALUES (\("segredo"), \("Polo a"))",
      "INSERT INTO polo (id, name) VALUES (\("a"), \("segredo"))",
      "INSERT INTO polo (id, name, parent) VALUES (\("b"), \("c"), \("segredo"))",
      "INSERT INTO polo (id, name) VALUES (\("segredo\0"), \("c"))",
      "SELECT CAST(\("segredo") AS BIGINT) / 0 AS n FROM polo WHERE \("segredo") = 1",
      "SELEC \("segredo")",
    ] as [SQLText])
  func `an error never repeats a value`(engine: Engine, sql: SQLText) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await store.write { try addPolo("a", in: $0) }
      do {
        _ = try await store.write { try $0.rows(sql) }
        // SQLite finds nothing wrong with two of these; what it does not refuse it cannot repeat.
        #expect(engine == .sqlite)
      } catch {
        #expect(!"\(error)".contains("segredo"), "\(error)")
        #expect(!String(reflecting: error).contains("segredo"))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a read cannot write`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      await #expect(throws: StoreError.self) {
        try await store.read { try $0.rows("INSERT INTO polo (id, name) VALUES ('a', 'a') RETURNING id") }
      }
      let polos = try await countPolos(in: store)
      #expect(polos == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `a transaction is of no use after its end`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let escaped = try await offThePool { try Escaped(store) }
      #expect(throws: StoreError.defect("a transaction was used after its end")) { try escaped.use() }
    }
  }

  /// Only a test does this.
  private final class Escaped: @unchecked Sendable {
    private let db: any WriteTransaction
    init(_ store: any Store) throws { db = try store.writeBlocking { $0 } }
    func use() throws { try addPolo("a", in: db) }
  }

  @Test(arguments: Engine.allCases)
  func `a transaction inside another of the same store is refused`(engine: Engine) async throws {
    let refusal = StoreError.defect("a transaction inside another of the same store")
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      await #expect(throws: refusal) {
        try await store.write { _ in try store.writeBlocking { try addPolo("a", in: $0) } }
      }
      await #expect(throws: refusal) { try await store.write { _ in try store.readBlocking { _ in } } }
      await #expect(throws: refusal) { try await store.read { _ in try store.readBlocking { _ in } } }
      await #expect(throws: refusal) {
        try await offThePool { try store.readBlocking { _ in try store.writeBlocking { _ in } } }
      }
      let polos = try await countPolos(in: store)
      #expect(polos == 0)
    }
  }

  @Test(arguments: Engine.allCases) func `columns are asked by their names and types`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await store.write { try addPolo("a", in: $0) }
      let row = try #require(
        try await store.read { try $0.firstRow("SELECT id, parent, visits FROM polo ORDER BY id") })
      #expect(throws: StoreError.defect("no column name in the answer, which has: id, parent, visits")) {
        try row.text("name")
      }
      #expect(throws: StoreError.self) { try row.integer("id") }
      #expect(throws: StoreError.self) { try row.text("visits") }
      #expect(throws: StoreError.self) { try row.text("parent") }
      #expect(try row.textIfAny("parent") == nil)
      #expect(try row.integerIfAny("parent") == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `more values than a statement can hold are refused and one fewer is not`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let most = StoreLimits.valuesPerStatement
      let count = try await store.read {
        try $0.firstRow("SELECT count(*) AS n FROM (SELECT 1 AS x) AS one WHERE x IN \(list: 1...most)")
      }
      #expect(try count?.integer("n") == 1)
      await #expect(throws: StoreError.self) {
        try await store.read { try $0.rows("SELECT 1 AS x WHERE 1 IN \(list: 1...(most + 1))") }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `a closed store says so`(engine: Engine) async throws {
    try await withDatabase(engine) { database in
      let store = try await database.open()
      try await offThePool { try store.close() }
      try await offThePool { try store.close() }
      await #expect(throws: StoreError.defect("the store is closed")) { try await store.read { _ in } }
      await #expect(throws: StoreError.defect("the store is closed")) { try await store.write { _ in } }
      #expect(throws: StoreError.defect("the store is closed")) { try store.readBlocking { _ in } }
      #expect(throws: StoreError.defect("the store is closed")) { try store.writeBlocking { _ in } }
    }
  }
}
