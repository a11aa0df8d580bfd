import Extracts
import Indicators
import Records
import SQLStore
import Synchronization
import Vocabulary

/// The sign of life of a reading: writes progress twice a second, also while no bytes come, and learns whether a
/// person asked to stop.
final class LoadPulse: Sendable {
  private static let timeBetweenBeats = Duration.milliseconds(500)

  private let id: ID<Load>
  private let store: any Store
  private let now: @Sendable () -> Instant
  private let progress: @Sendable (ReadProgress) -> Void
  private let latest = Mutex<ReadProgress?>(nil)
  private let cancelled = Atomic<Bool>(false)

  init(
    id: ID<Load>, store: any Store, now: @escaping @Sendable () -> Instant,
    progress: @escaping @Sendable (ReadProgress) -> Void
  ) {
    self.id = id
    self.store = store
    self.now = now
    self.progress = progress
  }

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Called from a reading thread, after each piece of the file.
  func note(_ read: ReadProgress) {
    latest.withLock { $0 = read }
    progress(read)
  }

  func beatUntilCancelled() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: Self.timeBetweenBeats)
      guard !Task.isCancelled else { return }
      let (id, now, read) = (id, now(), latest.withLock { $0 })
      // A store that cannot be written to now will be met again at the end, where the answer can be told.
      let isToStop = try? await store.write { db in
        try LoadWriting.breathe(
          id, bytesRead: read?.bytesRead ?? 0, rowsRead: read?.rows ?? 0, at: now, in: db)
      }
      if isToStop == true { cancelled.store(true, ordering: .relaxed) }
    }
  }
}

/// The loads that this process reads at the moment; what the store says beyond them is of no one alive.
final class RunningLoads: Sendable {
  private let ids = Mutex<Set<ID<Load>>>([])

  func insert(_ id: ID<Load>) { ids.withLock { _ = $0.insert(id) } }
  func remove(_ id: ID<Load>) { ids.withLock { _ = $0.remove(id) } }
  func contains(_ id: ID<Load>) -> Bool { ids.withLock { $0.contains(id) } }
  var count: Int { ids.withLock { $0.count } }
  var all: Set<ID<Load>> { ids.withLock { $0 } }
}
