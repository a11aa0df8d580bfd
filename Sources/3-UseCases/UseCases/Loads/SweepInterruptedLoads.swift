import Access
import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// A reader on another machine is taken for dead when it gave no sign of life for this long.
  public static let secondsUntilTakenForDead = 60.0

  /// Marks readings whose process died as interrupted; their figures never counted. Returns how many.
  /// `isAlive` answers for processes of this machine.
  @discardableResult
  public func sweepInterruptedLoads(isAlive: @escaping @Sendable (ProcessMark) -> Bool) async throws -> Int {
    let now = now()
    let (process, host) = (process, process.host)
    let actor = Actor.program(Self.ownName, origin: .ofTheProgram)
    return try await store.write { db in
      let dead = try LoadRecords.reading(in: db).filter { stored in
        guard let progress = stored.progress, let reader = ProcessMark(progress.process) else { return true }
        if reader == process { return !running.contains(stored.load.id) }
        if reader.host == host { return !isAlive(reader) }
        return now.seconds(since: progress.aliveAt) > Self.secondsUntilTakenForDead
      }
      for stored in dead {
        guard try LoadWriting.end(stored.load.id, as: .interrupted, at: now, in: db) else { continue }
        try AuditWriting.record(.ended(stored.load, refusal: nil), by: actor, at: now, in: db)
      }
      return dead.count
    }
  }
}
