import PostgresEngine
import SQLStore
import Synchronization
import TestSupport
import Testing

/// What only a server can do to a program: end its session at any moment.
@Suite struct PostgresSessionTests {
  private func session(_ store: any Store) async throws -> Int {
    try await store.read { try $0.firstRow("SELECT pg_backend_pid() AS pid")?.integer("pid") ?? 0 }
  }

  @Test(
    arguments: [
      "", "nonsense", "postgres://host:port:port/secret", "postgres://prumo:secret@127.0.0.1:1/none",
      "postgres://prumo:secret@127.0.0.1/none?secret=secret",
    ])
  func `a server that cannot be reached is named without its password`(address: String) throws {
    do {
      let store = try PostgresStore(url: address)
      try store.close()
      Issue.record("\(address) was reached")
    } catch StoreError.unreachable(let reason) {
      #expect(!reason.contains("secret"))
      #expect(!reason.isEmpty)
    }
  }

  @Test func `a lost session is replaced before the next transaction`() async throws {
    try await withDatabase(.postgres, migrations: SmallSchema.migrations) { database in
      let (store, other) = try await (database.open(connections: 1), database.open(connections: 1))
      for isWrite in [false, true] {
        let pid = try await session(store)
        _ = try await other.read {
          try $0.rows("SELECT pg_terminate_backend(\(pid)::INTEGER, 5000) AS ended")
        }
        if isWrite {
          try await store.write { try addPolo("a", in: $0) }
        } else {
          let polos = try await countPolos(in: store)
          #expect(polos == 0)
        }
      }
      let polos = try await countPolos(in: other)
      #expect(polos == 1)
      try store.close()
      try other.close()
    }
  }

  @Test func `a write whose session is lost half way runs again and counts once`() async throws {
    try await withDatabase(.postgres, migrations: SmallSchema.migrations) { database in
      let (store, other) = try await (database.open(connections: 1), database.open(connections: 1))
      let runs = Atomic(0)
      try await store.write { db in
        try addPolo("a", in: db)
        guard runs.add(1, ordering: .relaxed).newValue == 1 else { return }
        let pid = try db.firstRow("SELECT pg_backend_pid() AS pid")?.integer("pid") ?? 0
        _ = try other.readBlocking {
          try $0.rows("SELECT pg_terminate_backend(\(pid)::INTEGER, 5000) AS ended")
        }
        try addPolo("b", in: db)
      }
      #expect(runs.load(ordering: .relaxed) == 2)
      let polos = try await countPolos(in: store)
      #expect(polos == 1)
      try store.close()
      try other.close()
    }
  }

  @Test func `a session that is lost every time is given up`() async throws {
    try await withDatabase(.postgres, migrations: SmallSchema.migrations) { database in
      let store = try await database.open(connections: 1)
      let runs = Atomic(0)
      await #expect(throws: StoreError.unreachable("the connection to the server was lost")) {
        try await store.read { db in
          runs.add(1, ordering: .relaxed)
          _ = try db.rows("SELECT pg_terminate_backend(pg_backend_pid()) AS ended")
        }
      }
      #expect(runs.load(ordering: .relaxed) == StoreLimits.attempts)
      try store.close()
    }
  }

  @Test func `a schema changed under a prepared statement is no fault`() async throws {
    try await withDatabase(.postgres, migrations: SmallSchema.migrations) { database in
      let (store, other) = try await (database.open(connections: 1), database.open(connections: 1))
      let ask: @Sendable (any ReadTransaction) throws -> Int? = {
        try $0.firstRow("SELECT is_open FROM polo ORDER BY id")?.integer("is_open")
      }
      try await store.write { try addPolo("a", in: $0) }
      #expect(try await store.read(ask) == 1)
      try await other.write { try $0.run("ALTER TABLE polo ALTER COLUMN is_open TYPE BIGINT") }
      #expect(try await store.read(ask) == 1)
      try store.close()
      try other.close()
    }
  }

  @Test func `a database in another order is refused`() async throws {
    try await withDatabase(.postgres) { database in
      let store = try await database.open(connections: 1)
      try await store.write {
        try $0.run(
          "UPDATE pg_catalog.pg_database SET datcollate = 'pt_BR.UTF-8' WHERE datname = current_database()")
      }
      await #expect(throws: StoreError.self) { try await database.open() }
      try store.close()
    }
  }

  @Test func `many more tasks than connections all get their turn`() async throws {
    try await withDatabase(.postgres, migrations: SmallSchema.migrations) { database in
      let store = try await database.open(connections: 2)
      let total = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<500 {
          group.addTask {
            try await store.read { try $0.firstRow("SELECT \(number) AS n")?.integer("n") ?? -1 }
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(total == 124_750)
      try store.close()
    }
  }
}
