import Foundation
import Synchronization

/// Runs blocking work on a thread of its own, so that it never takes one from the pool that serves pages.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    let thread = Thread { continuation.resume(with: Result { try work() }) }
    thread.stackSize = 4 << 20
    thread.start()
  }
}

/// A value behind a lock, for classes handed from one thread to the next.
final class Synchronized<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) {
    mutex = Mutex(value)
  }

  func with<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    mutex.withLock { value in body(&value) }
  }
}
