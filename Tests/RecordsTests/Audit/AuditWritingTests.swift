import Access
import Records
import SQLStore
import TestSupport
import Testing
import Vocabulary

@Suite struct AuditWritingTests {
  @Test(arguments: Engine.allCases) func `what is rolled back leaves nothing in the trail`(
    engine: Engine
  ) async throws {
    struct Refused: Error {}
    try await withTrail(engine, 2) { store in
      await #expect(throws: Refused.self) {
        try await store.write { db in
          try AuditWriting.record(AuditNote(.personEnded), by: clerk, at: auditNow, in: db)
          throw Refused()
        }
      }
      let chain = try await store.read { try AuditChain.verify(in: $0) }
      #expect(chain.entries == 2)
      #expect(chain.firstBreak == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `two hundred writers on two nodes leave one chain without a gap`(
    engine: Engine
  ) async throws {
    try await withDatabase(engine, migrations: try Migrations.all()) { database in
      let nodes = try await [database.open(), database.open()]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 { group.addTask { try await record(number, in: nodes[number % 2]) } }
        try await group.waitForAll()
      }
      let chain = try await nodes[0].read { try AuditChain.verify(in: $0) }
      #expect(chain.entries == 200)
      #expect(chain.head.number == 200)
      #expect(chain.firstBreak == nil)
      try await offThePool { for node in nodes { try node.close() } }
    }
  }

  @Test(arguments: Engine.allCases) func `several entries of one transaction follow one another`(
    engine: Engine
  ) async throws {
    try await withTrail(engine, 0) { store in
      let numbers = try await store.write { db in
        try (0..<3).map { _ in
          try AuditWriting.record(AuditNote(.retentionRun), by: clerk, at: auditNow, in: db).number
        }
      }
      #expect(numbers == [1, 2, 3])
      let found = try await firstBreak(in: store)
      #expect(found == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `hostile text comes back as it was chained`(engine: Engine)
    async throws
  {
    try await withTrail(engine, 0) { store in
      let text = "'; DROP TABLE audit_entry; --\0\n=<script>“é” e\u{301} \u{1F9ED}\u{202E}"
      try await store.write { db in
        try AuditWriting.record(
          AuditNote(.personChanged, of: AuditThing(.person, text), before: [.name: text], after: [.name: ""]),
          by: .program(text, origin: Actor.Origin(address: text, requestID: text)), at: auditNow, in: db)
      }
      let found = try await firstBreak(in: store)
      #expect(found == nil)
    }
  }

  @Test(arguments: Engine.allCases) func `a copy keeps the chain`(engine: Engine) async throws {
    try await withTrail(engine, 5) { store in
      try await withStore(.sqlite, migrations: try Migrations.all()) { copy in
        _ = try await offThePool { try copyEverything(from: store, to: copy) }
        let (whole, head) = try await copy.read { db in
          (try AuditChain.verify(in: db).firstBreak, try AuditRecords.head(in: db)?.number)
        }
        #expect(whole == nil)
        #expect(head == 5)
      }
    }
  }
}
