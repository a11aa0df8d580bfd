import Access
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// Notes that somebody looks at a restricted page, before anything of it is shown; the same look once an hour. If it
  /// cannot be noted it is not shown.
  func recordLook(_ note: AuditNote, by actor: Actor) async throws {
    let now = now()
    let isRecorded = try await store.read {
      try AuditWriting.isLookRecorded(note, by: actor, at: now, in: $0)
    }
    guard !isRecorded else { return }
    try await store.write { db in
      // Looked at once more: two tabs of one person may open together.
      guard try !AuditWriting.isLookRecorded(note, by: actor, at: now, in: db) else { return }
      try AuditWriting.record(note, by: actor, at: now, in: db)
    }
  }
}
