import Dispatch
import SQLStore
import Synchronization
import TestSupport
import Testing

@Suite struct TransactionTests {
  /// Reads, adds in Swift, and writes back: loses numbers as soon as two writers overlap.
  private func addOne(_ store: any Store) async throws {
    try await store.write { db in
      let visits =
        try db.firstRow("SELECT visits FROM polo WHERE id = 'a' ORDER BY id")?.integer("visits") ?? 0
      try db.run("UPDATE polo SET visits = \(visits + 1) WHERE id = 'a'")
    }
  }

  private func visits(_ store: any Store) async throws -> Int {
    try await store.read {
      try $0.firstRow("SELECT visits FROM polo WHERE id = 'a' ORDER BY id")?.integer("visits") ?? -1
    }
  }

  @Test(arguments: Engine.allCases) func `two hundred writers lose nothing`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await store.write { try addPolo("a", in: $0) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<200 { group.addTask { try await addOne(store) } }
        try await group.waitForAll()
      }
      let total = try await visits(store)
      #expect(total == 200)
    }
  }

  @Test(arguments: Engine.allCases) func `two hundred writers on two nodes lose nothing`(engine: Engine)
    async throws
  {
    try await withDatabase(engine, migrations: SmallSchema.migrations) { database in
      let nodes = try await [database.open(), database.open()]
      try await nodes[0].write { try addPolo("a", in: $0) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 { group.addTask { try await addOne(nodes[number % 2]) } }
        try await group.waitForAll()
      }
      let totals = try await [visits(nodes[0]), visits(nodes[1])]
      #expect(totals == [200, 200])
      for node in nodes { try node.close() }
    }
  }

  @Test(arguments: Engine.allCases) func `a writer that waits too long is told so`(engine: Engine)
    async throws
  {
    try await withDatabase(engine, migrations: SmallSchema.migrations) { database in
      let (busy, other) = try await (database.open(), database.open(secondsForATurn: 1))
      try await offThePool {
        try busy.writeBlocking { db in
          try addPolo("a", in: db)
          #expect(throws: StoreError.busy) { try other.writeBlocking { try addPolo("b", in: $0) } }
        }
      }
      // Its turn comes when the first has ended.
      try await other.write { try addPolo("b", in: $0) }
      let polos = try await countPolos(in: busy)
      #expect(polos == 2)
      try busy.close()
      try other.close()
    }
  }

  @Test(arguments: Engine.allCases) func `a read sees one state from beginning to end`(engine: Engine)
    async throws
  {
    try await withDatabase(engine, migrations: SmallSchema.migrations) { database in
      let (reader, writer) = try await (database.open(), database.open())
      let counts = try await offThePool {
        try reader.readBlocking { db in
          let count = { try db.firstRow("SELECT count(*) AS n FROM polo")?.integer("n") ?? -1 }
          let before = try count()
          try writer.writeBlocking { try addPolo("a", in: $0) }
          return [before, try count()]
        }
      }
      #expect(counts == [0, 0])
      let polos = try await countPolos(in: reader)
      #expect(polos == 1)
      try reader.close()
      try writer.close()
    }
  }

  @Test(arguments: Engine.allCases) func `a writer does not stop readers and they see nothing of it`(
    engine: Engine
  ) async throws {
    try await withDatabase(engine, migrations: SmallSchema.migrations) { database in
      let (writer, reader) = try await (database.open(), database.open())
      let seen = try await offThePool {
        try writer.writeBlocking { db in
          try addPolo("a", in: db)
          return try reader.readBlocking { try $0.firstRow("SELECT count(*) AS n FROM polo")?.integer("n") }
        }
      }
      #expect(seen == 0)
      try writer.close()
      try reader.close()
    }
  }

  @Test(arguments: Engine.allCases, [0, 1, 999, 1_000, 1_001, 3_000])
  func `a walk meets every row once and may ask on the way`(engine: Engine, length: Int) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let (walked, asked) = try await store.write { db in
        let rows = (0..<length).map { [SQLValue.text("p\($0)"), .text("Polo \($0)"), .integer(Int64($0))] }
        try db.insert(into: "polo", columns: ["id", "name", "visits"], rows: rows)
        var (walked, asked): ([Int], Int) = ([], 0)
        try db.forEachRow("SELECT id, visits FROM polo WHERE visits >= \(0) ORDER BY visits") { row in
          walked.append(try row.integer("visits"))
          if walked.count % 500 == 0 {
            try db.forEachRow("SELECT name FROM polo WHERE id = \(row.text("id")) ORDER BY id") { _ in
              asked += 1
            }
          }
        }
        return (walked, asked)
      }
      #expect(walked == Array(0..<length))
      #expect(asked == length / 500)
    }
  }

  @Test(arguments: Engine.allCases) func `a walk may be left early`(engine: Engine) async throws {
    struct Enough: Error {}
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let polos = try await store.write { db in
        for id in ["a", "b", "c"] { try addPolo(id, in: db) }
        #expect(throws: Enough.self) {
          try db.forEachRow("SELECT id FROM polo ORDER BY id") { _ in throw Enough() }
        }
        return try db.rows("SELECT id FROM polo ORDER BY id").count
      }
      #expect(polos == 3)
    }
  }

  @Test(arguments: Engine.allCases) func `closing waits for what runs`(engine: Engine) async throws {
    try await withDatabase(engine, migrations: SmallSchema.migrations) { database in
      let store = try await database.open()
      let (isInside, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      let isClosed = Atomic(false)
      async let writing: Void = store.write { db in
        try addPolo("a", in: db)
        isInside.signal()
        mayEnd.wait()
        try addPolo("b", in: db)
      }
      try await offThePool { isInside.wait() }
      async let closing: Void = offThePool {
        try store.close()
        isClosed.store(true, ordering: .relaxed)
      }
      try await Task.sleep(for: .milliseconds(50))
      #expect(isClosed.load(ordering: .relaxed) == false)
      mayEnd.signal()
      try await writing
      try await closing
      let again = try await database.open()
      let polos = try await countPolos(in: again)
      #expect(polos == 2)
      try again.close()
    }
  }

  @Test(arguments: Engine.allCases) func `a cancelled task writes nothing`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try await store.write { try addPolo("a", in: $0) }
      }
      await #expect(throws: CancellationError.self) { try await task.value }
      let polos = try await countPolos(in: store)
      #expect(polos == 0)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a task cancelled half way writes all or nothing`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let task = Task {
        try await store.write { db in
          try addPolo("a", in: db)
          withUnsafeCurrentTask { $0?.cancel() }
          try addPolo("b", in: db)
        }
      }
      let result = await task.result
      let polos = try await countPolos(in: store)
      switch result {
      case .success: #expect(polos == 2)
      case .failure(let error):
        #expect(error is CancellationError)
        #expect(polos == 0)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `writers that wait leave room for readers`(engine: Engine) async throws {
    try await withDatabase(engine, migrations: SmallSchema.migrations) { database in
      let (store, other) = try await (database.open(connections: 2), database.open())
      let (isInside, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      async let holding: Void = other.write { _ in
        isInside.signal()
        mayEnd.wait()
      }
      try await offThePool { isInside.wait() }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<10 { group.addTask { try await store.write { try addPolo("p\(number)", in: $0) } } }
        try await Task.sleep(for: .milliseconds(50))
        let polos = try await countPolos(in: store)
        #expect(polos == 0)
        mayEnd.signal()
        try await group.waitForAll()
      }
      try await holding
      let polos = try await countPolos(in: store)
      #expect(polos == 10)
      try await offThePool {
        try store.close()
        try other.close()
      }
    }
  }
}
