import Synchronization

/// Counts the transfers under way.
final class TransferPlaces: Sendable {
  static let shared = TransferPlaces(count: TransferLimits.maximumAtOnce)

  private let free: Mutex<Int>

  init(count: Int) { free = Mutex(count) }

  /// Lends a place while the closure runs; `busy` when there is none.
  func lending<Value>(
    _ work: () async throws(TransferFailure) -> Value
  ) async throws(TransferFailure) -> Value {
    guard take() else { throw .busy }
    defer { free.withLock { $0 += 1 } }
    return try await work()
  }

  private func take() -> Bool {
    free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
  }
}
