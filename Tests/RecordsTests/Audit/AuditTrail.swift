import Access
import Records
import SQLStore
import TestSupport
import Vocabulary

let auditNow = Instant("2026-11-23T15:08:33.000Z")!

let clerk = Actor.program("Teste", origin: Actor.Origin(address: "local", requestID: "teste"))

/// A fresh store with a trail of `count` entries.
func withTrail<R>(_ engine: Engine, _ count: Int, _ body: (any Store) async throws -> R) async throws -> R {
  try await withStore(engine, migrations: try Migrations.all()) { store in
    for number in 0..<count { try await record(number, in: store) }
    return try await body(store)
  }
}

func record(_ number: Int, in store: any Store) async throws {
  try await store.write { db in
    try AuditWriting.record(
      AuditNote(.personReviewed, of: AuditThing(.person, number), after: [.name: "Célia ‘\(number)’"]),
      by: clerk, at: auditNow, in: db)
  }
}

func firstBreak(in store: any Store, noted: AuditHead? = nil) async throws -> AuditBreak? {
  try await store.read { try AuditChain.verify(noted: noted, in: $0).firstBreak }
}
