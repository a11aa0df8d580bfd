import Access
import Records
import SQLStore
import TestSupport
import Testing
import Vocabulary

/// The trail is altered past the program, by SQL, as who holds the database could.
@Suite struct AuditChainTests {
  private func breakAfter(
    _ engine: Engine, _ statements: SQLText...
  ) async throws -> AuditBreak? {
    try await withTrail(engine, 5) { store in
      try await store.write { db in for statement in statements { try db.run(statement) } }
      return try await firstBreak(in: store)
    }
  }

  @Test(arguments: Engine.allCases) func `a whole trail has no break`(engine: Engine) async throws {
    let found = try await breakAfter(engine)
    #expect(found == nil)
  }

  @Test(
    arguments: Engine.allCases,
    [
      "happened_at", "actor_id", "actor_name", "viewer_id", "address", "request_id", "action", "thing_kind",
      "thing_id", "place", "values_before", "values_after", "hash",
    ])
  func `a changed column is named by its entry`(engine: Engine, column: String) async throws {
    let found = try await withTrail(engine, 5) { store in
      try await store.write { db in try change(column, ofEntry: 3, in: db) }
      return try await firstBreak(in: store)
    }
    #expect(found == .changed(number: 3))
  }

  /// Each column by its own text: a name cannot be a value.
  private func change(_ column: String, ofEntry number: Int, in db: any WriteTransaction) throws {
    let assignments: [String: SQLText] = [
      "happened_at": "happened_at = '2026-11-24T15:08:33.000Z'", "actor_id": "actor_id = 'x'",
      "actor_name": "actor_name = 'Outra'", "viewer_id": "viewer_id = 'x'", "address": "address = 'x'",
      "request_id": "request_id = 'x'", "action": "action = 'person.ended'",
      "thing_kind": "thing_kind = NULL", "thing_id": "thing_id = '99'", "place": "place = 'AC'",
      "values_before": "values_before = 'name=x'", "values_after": "values_after = ''",
      "hash": "hash = 'x'",
    ]
    guard let assignment = assignments[column] else { throw StoreError.defect("no such column: \(column)") }
    try db.run("UPDATE audit_entry SET \(assignment) WHERE number = \(number)")
  }

  @Test(arguments: Engine.allCases) func `a changed link is named`(engine: Engine) async throws {
    let found = try await breakAfter(
      engine, "UPDATE audit_entry SET previous_hash = hash WHERE number = 3")
    #expect(found == .changed(number: 3))
  }

  @Test(arguments: Engine.allCases) func `a deleted entry is named`(engine: Engine) async throws {
    let middle = try await breakAfter(engine, "DELETE FROM audit_entry WHERE number = 3")
    #expect(middle == .missing(number: 3))
    let first = try await breakAfter(engine, "DELETE FROM audit_entry WHERE number = 1")
    #expect(first == .missing(number: 1))
  }

  @Test(arguments: Engine.allCases) func `swapped entries are named`(engine: Engine) async throws {
    let found = try await breakAfter(
      engine, "UPDATE audit_entry SET number = 99 WHERE number = 3",
      "UPDATE audit_entry SET number = 3 WHERE number = 4",
      "UPDATE audit_entry SET number = 4 WHERE number = 99")
    #expect(found == .changed(number: 3))
  }

  @Test(arguments: Engine.allCases) func `an entry pushed in between is named`(engine: Engine) async throws {
    let found = try await breakAfter(
      engine, "UPDATE audit_entry SET number = number + 100 WHERE number > 2",
      "UPDATE audit_entry SET number = number - 99 WHERE number > 100", Self.copy(of: 1, as: 3))
    #expect(found == .changed(number: 3))
  }

  @Test(arguments: Engine.allCases) func `entries before the first and after the newest are named`(
    engine: Engine
  ) async throws {
    let before = try await breakAfter(engine, Self.copy(of: 1, as: 0))
    #expect(before == .inserted(number: 0))
    let forged = try await withTrail(engine, 5) { store in
      // Made by the rules, but past the program: the kept head does not know it.
      try await record(5, in: store)
      try await store.write { db in
        let fifth = try db.firstRow("SELECT hash FROM audit_entry WHERE number = 5 ORDER BY number")
        try db.run("UPDATE audit_head SET number = 5, hash = \(fifth?.text("hash") ?? "")")
      }
      return try await firstBreak(in: store)
    }
    #expect(forged == .inserted(number: 6))
  }

  @Test(arguments: Engine.allCases) func `a replaced entry that hashes well breaks the link after it`(
    engine: Engine
  ) async throws {
    let found = try await withTrail(engine, 5) { store in
      try await store.write { db in
        // The same place in the chain, other content, its own good hash.
        let second = try db.firstRow("SELECT hash FROM audit_entry WHERE number = 2 ORDER BY number")
        let hash = try second?.text("hash") ?? ""
        try db.run("UPDATE audit_head SET number = 2, hash = \(hash)")
        try db.run("DELETE FROM audit_entry WHERE number = 3")
        let forged = try AuditWriting.record(AuditNote(.personEnded), by: clerk, at: auditNow, in: db)
        #expect(forged.number == 3)
        let fifth = try db.firstRow("SELECT hash FROM audit_entry WHERE number = 5 ORDER BY number")
        try db.run("UPDATE audit_head SET number = 5, hash = \(fifth?.text("hash") ?? "")")
      }
      return try await firstBreak(in: store)
    }
    #expect(found == .unlinked(number: 4))
  }

  @Test(arguments: Engine.allCases) func `a cut end is named, and stays so when entries follow`(
    engine: Engine
  ) async throws {
    let (cut, followed) = try await withTrail(engine, 5) { store in
      try await store.write { try $0.run("DELETE FROM audit_entry WHERE number > 3") }
      let cut = try await firstBreak(in: store)
      try await record(6, in: store)
      return (cut, try await firstBreak(in: store))
    }
    #expect(cut == .endMissing(number: 4))
    #expect(followed == .missing(number: 4))
  }

  @Test(arguments: Engine.allCases) func `a lost head is named, and does not stop the work`(
    engine: Engine
  ) async throws {
    let (lost, newest) = try await withTrail(engine, 5) { store in
      try await store.write { try $0.run("DELETE FROM audit_head") }
      let lost = try await firstBreak(in: store)
      try await record(6, in: store)
      return (lost, try await store.read { try AuditRecords.head(in: $0)?.number })
    }
    #expect(lost == .headMissing)
    #expect(newest == 6)
  }

  @Test(arguments: Engine.allCases) func `only a head noted outside sees an end cut off with care`(
    engine: Engine
  ) async throws {
    try await withTrail(engine, 5) { store in
      let noted = try await store.read { try AuditRecords.head(in: $0) }
      try await store.write { db in
        try db.run("DELETE FROM audit_entry WHERE number > 3")
        let third = try db.firstRow("SELECT hash FROM audit_entry WHERE number = 3 ORDER BY number")
        try db.run("UPDATE audit_head SET number = 3, hash = \(third?.text("hash") ?? "")")
      }
      let alone = try await firstBreak(in: store)
      let compared = try await firstBreak(in: store, noted: noted)
      #expect(alone == nil)
      #expect(compared == .endMissing(number: 4))
      for number in 7...9 { try await record(number, in: store) }
      let rewritten = try await firstBreak(in: store, noted: noted)
      #expect(rewritten == .otherThanNoted(number: 5))
    }
  }

  private static func copy(of original: Int, as number: Int) -> SQLText {
    """
    INSERT INTO audit_entry (
      number, happened_at, actor_id, actor_name, viewer_id, address, request_id, action, thing_kind, thing_id, place,
      values_before, values_after, previous_hash, hash
    )
    SELECT \(number), happened_at, actor_id, actor_name, viewer_id, address, request_id, action, thing_kind, thing_id,
      place, values_before, values_after, previous_hash, hash
    FROM audit_entry
    WHERE number = \(original)
    ORDER BY number
    """
  }
}
