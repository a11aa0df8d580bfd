import Extracts
import Indicators
import Records
import SQLStore
import Synchronization
import Vocabulary

/// The sign of life of a reading: writes progress now and then, and learns whether a person asked to stop.
final class LoadPulse: Sendable {
  private static let secondsBetweenBeats = 0.5

  private let id: ID<Load>
  private let prumo: Prumo
  private let isDryRun: Bool
  private let progress: @Sendable (ReadProgress) -> Void
  private let lastBeat: Mutex<Instant>
  private let cancelled = Atomic<Bool>(false)

  init(id: ID<Load>, prumo: Prumo, isDryRun: Bool, progress: @escaping @Sendable (ReadProgress) -> Void) {
    self.id = id
    self.prumo = prumo
    self.isDryRun = isDryRun
    self.progress = progress
    lastBeat = Mutex(prumo.now())
  }

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Called from a reading thread, after each piece of the file.
  func beat(_ read: ReadProgress) {
    progress(read)
    guard !isDryRun else { return }
    let now = prumo.now()
    let isDue = lastBeat.withLock { last in
      guard now.seconds(since: last) >= Self.secondsBetweenBeats else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    // A store that cannot be written to now will be met again at the end, where the answer can be told.
    let isToStop = try? prumo.store.writeBlocking { db in
      try LoadWriting.breathe(id, bytesRead: read.bytesRead, rowsRead: read.rows, at: now, in: db)
    }
    if isToStop == true { cancelled.store(true, ordering: .relaxed) }
  }
}
