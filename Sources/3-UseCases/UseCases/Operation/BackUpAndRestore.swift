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

  /// The way back, into a store without rows. Throws `restore.notEmpty` when there are any, and
  /// `restore.otherVersion` when the copy was made by another version of the program; nothing is changed then.
  public static func restore(
    from source: any Store, to target: any Store, at instant: Instant
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
      let isEmpty = try target.readBlocking { db in
        let counts = try StoreCounts.read(in: db)
        return counts.municipalities == 0 && counts.observations == 0
      }
      guard isEmpty else { throw Problem.conflict(rule: "restore.notEmpty") }
      return try copyEverything(from: source, to: target)
    }
  }
}
