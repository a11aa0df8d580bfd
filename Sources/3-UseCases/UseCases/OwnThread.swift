import Foundation

/// Runs blocking work on a thread of its own, so that it never takes one from the pool that serves pages.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    let thread = Thread { continuation.resume(with: Result { try work() }) }
    thread.stackSize = 4 << 20
    thread.start()
  }
}
