import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// Before the process ends: what it still reads is marked as interrupted, so that nobody waits for it, and what a
  /// reader may yet finish does not count. Returns how many.
  @discardableResult
  public func interruptRunningLoads() async throws -> Int {
    let (ids, now) = (running.all.sorted(), now())
    guard !ids.isEmpty else { return 0 }
    return try await store.write { db in
      try ids.filter { try LoadWriting.end($0, as: .interrupted, at: now, in: db) }.count
    }
  }
}
