import Access
import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// Before the process ends: what it still reads is marked as interrupted, so that nobody waits for it, and what a
  /// reader may yet finish does not count. Returns how many.
  @discardableResult
  public func interruptRunningLoads() async throws -> Int {
    let (ids, now) = (running.all, now())
    guard !ids.isEmpty else { return 0 }
    let actor = Actor.program(Self.ownName, origin: .ofTheProgram)
    return try await store.write { db in
      let own = try LoadRecords.reading(in: db).filter { ids.contains($0.load.id) }
      for stored in own {
        guard try LoadWriting.end(stored.load.id, as: .interrupted, at: now, in: db) else { continue }
        try AuditWriting.record(.ended(stored.load, refusal: nil), by: actor, at: now, in: db)
      }
      return own.count
    }
  }
}
