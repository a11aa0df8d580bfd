public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Most loads shown at once.
  public static let maximumLoadsShown = 200

  /// The newest loads first, after `offset` newer ones.
  public func loads(limit: Int, offset: Int = 0) async throws -> [LoadRecord] {
    let limit = min(max(limit, 1), Self.maximumLoadsShown)
    return try await store.read { db in
      try LoadRecords.newest(limit: limit, offset: max(offset, 0), in: db).map(Self.record)
    }
  }

  /// How many loads have ended, and how many of them count today.
  public func loadCounts() async throws -> (ended: Int, standing: Int) {
    try await store.read { try LoadRecords.count(in: $0) }
  }

  /// Throws `load.unknown`.
  public func load(_ id: ID<Load>) async throws -> LoadRecord {
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
