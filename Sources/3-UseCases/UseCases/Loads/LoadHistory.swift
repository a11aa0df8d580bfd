public import Access
public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Most loads shown at once.
  public static let maximumLoadsShown = 200

  /// The newest loads first, after `offset` newer ones. Throws `access.notAllowed`.
  public func loads(limit: Int, offset: Int = 0, for actor: Actor) async throws -> [LoadRecord] {
    _ = try actor.requiredScope(of: .loadsRead)
    let limit = min(max(limit, 1), Self.maximumLoadsShown)
    return try await store.read { db in
      try LoadRecords.newest(limit: limit, offset: max(offset, 0), in: db).map(Self.record)
    }
  }

  /// How many loads have ended, and how many of them count today. Throws `access.notAllowed`.
  public func loadCounts(for actor: Actor) async throws -> (ended: Int, standing: Int) {
    _ = try actor.requiredScope(of: .loadsRead)
    return try await store.read { try LoadRecords.count(in: $0) }
  }

  /// Throws `access.notAllowed` or `load.unknown`.
  public func load(_ id: ID<Load>, for actor: Actor) async throws -> LoadRecord {
    _ = try actor.requiredScope(of: .loadsRead)
    return try await storedLoad(id)
  }

  func storedLoad(_ id: ID<Load>) async throws -> LoadRecord {
    guard let stored = try await store.read({ try LoadRecords.find(id, in: $0) }) else {
      throw Problem.notFound(rule: "load.unknown", ["id": id.text])
    }
    return try Self.record(stored)
  }

  private static func record(_ stored: StoredLoad) throws -> LoadRecord {
    LoadRecord(
      load: stored.load, bytesRead: stored.progress?.bytesRead ?? stored.load.file.bytes ?? 0,
      rowsReadSoFar: stored.progress?.rowsRead ?? stored.load.rows?.read ?? 0,
      report: try stored.report.map(LoadReport.read), standing: stored.standing,
      isCancelRequested: stored.progress?.isCancelRequested ?? false)
  }
}
