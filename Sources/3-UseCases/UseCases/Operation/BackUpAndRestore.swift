public import Access
import Records
public import SQLStore
public import Vocabulary

extension Prumo {
  /// Copies everything, as it stood at one moment, into an empty store; closes that store. Rows by table.
  public func backUp(to target: any Store) async throws -> [String: Int] {
    let source = store
    let instant = now().description
    return try await onOwnThread {
      defer { try? target.close() }
      _ = try Migrator(try Migrations.all()).migrate(target, at: instant)
      return try copyEverything(from: source, to: target)
    }
  }

  /// Opens a copy that was just made, and closes it. Throws `backup.damaged` when it does not hold what was copied.
  public static func verifyBackup(_ copy: any Store, holds counts: [String: Int]) async throws {
    try await onOwnThread {
      defer { try? copy.close() }
      guard try Migrator(try Migrations.all()).pending(in: copy).isEmpty, try rowCounts(in: copy) == counts,
        try isIntact(copy)
      else { throw Problem.invalid(rule: "backup.damaged") }
    }
  }

  /// Says in the trail that a copy was made, and of what kind.
  public func recordBackup(named name: String, isSealed: Bool, rows: Int, by actor: Actor) async throws {
    let now = now()
    try await store.write { db in
      try AuditWriting.record(
        AuditNote(
          .backupMade, of: AuditThing(.backup, name),
          after: [.file: name, .count: String(rows), .format: isSealed ? "sealed" : "plain"]),
        by: actor, at: now, in: db)
    }
  }

  /// The way back, into a store without rows; the trail goes on from there. Throws `restore.notEmpty` when there are any,
  /// and `restore.otherVersion` when the copy was made by another version of the program; nothing is changed then.
  public static func restore(
    from source: any Store, to target: any Store, by actor: Actor, at instant: Instant
  ) async throws -> [String: Int] {
    try await onOwnThread {
      defer {
        try? source.close()
        try? target.close()
      }
      let migrator = Migrator(try Migrations.all())
      guard try migrator.pending(in: source).isEmpty else {
        throw Problem.invalid(rule: "restore.otherVersion")
      }
      _ = try migrator.migrate(target, at: instant.description)
      guard try rowCounts(in: target).values.allSatisfy({ $0 == 0 }) else {
        throw Problem.conflict(rule: "restore.notEmpty")
      }
      let counts = try copyEverything(from: source, to: target)
      try target.writeBlocking { db in
        try AuditWriting.record(
          AuditNote(
            .backupRestored, of: AuditThing(.backup, ""),
            after: [.count: String(counts.values.reduce(0, +))]),
          by: actor, at: instant, in: db)
      }
      return counts
    }
  }
}
