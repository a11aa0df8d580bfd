import Foundation
import Synchronization

/// Told by the waiting task, asked by the thread that transfers.
final class Cancellation: Sendable {
  private let flag = Atomic(false)

  var isAsked: Bool { flag.load(ordering: .relaxed) }

  func ask() { flag.store(true, ordering: .relaxed) }
}

/// Runs a transfer on a thread of its own, so that a slow server never takes one from the pool that serves pages. The
/// thread is told when the waiting task is cancelled, and is waited for all the same.
func onOwnThread<Value: Sendable>(
  _ work: @escaping @Sendable (Cancellation) -> Result<Value, TransferFailure>
) async throws(TransferFailure) -> Value {
  let cancellation = Cancellation()
  let result = await withTaskCancellationHandler {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work(cancellation)) }
      thread.stackSize = 1 << 20
      thread.start()
    }
  } onCancel: {
    cancellation.ask()
  }
  return try result.get()
}
