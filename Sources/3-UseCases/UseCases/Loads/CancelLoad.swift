public import Access
public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Asks the reader of a file to stop: it does so with the next bytes after half a second, and in any case the file
  /// will not count. Throws `access.notAllowed`, `load.unknown` or `load.notReading`.
  public func requestCancel(of id: ID<Load>, by actor: Actor) async throws {
    let permit = try actor.permit(LoadFiles.self)
    let now = now()
    let load = try await storedLoad(id).load
    try await store.write { db in
      let wasRequested = try LoadRecords.find(id, in: db)?.progress?.isCancelRequested ?? false
      guard try LoadWriting.requestCancel(id, permit, in: db) else {
        throw Problem.conflict(rule: "load.notReading")
      }
      if !wasRequested { try AuditWriting.record(.cancelled(load), by: permit.actor, at: now, in: db) }
    }
  }
}
