import Foundation
import Synchronization
import Vocabulary

/// Lets few passwords be hashed at once, and few wait. A flood of sign-ins then takes one core and some seconds of the
/// others who sign in, and nothing from those who work.
public final class PasswordGate: Sendable {
  /// Half of the smallest machine that we recommend, which has two cores.
  public static let standardAtOnce = 1
  /// At 45 ms each the last one waits for less than a second and a half.
  public static let standardWaiting = 30
  /// The hashing thread gives way to those that serve pages. Linux keeps this number per thread.
  private static let niceness: Int32 = 10

  private let atOnce: Int
  private let mostWaiting: Int
  private let line = Mutex(Line())

  private struct Line {
    var running = 0
    var waiting: [(number: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    var lastNumber = 0
  }

  public init(atOnce: Int = standardAtOnce, waiting: Int = standardWaiting) {
    self.atOnce = atOnce
    mostWaiting = waiting
  }

  /// How many are hashed and how many wait at this moment, for the page of metrics.
  public var occupancy: (running: Int, waiting: Int) {
    line.withLock { ($0.running, $0.waiting.count) }
  }

  /// Runs `work` on a thread of its own when its turn comes, first come, first served. Throws `signIn.busy` at once when
  /// the line is full, what `work` throws, and `CancellationError` when the task is cancelled while it waits.
  public func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await enter()
    defer { leave() }
    return try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, Self.niceness)
        continuation.resume(with: Result { try work() })
      }
      thread.name = "password"
      thread.start()
    }
  }

  private func enter() async throws {
    let number = line.withLock { line in
      line.lastNumber += 1
      return line.lastNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let answer: Result<Void, any Error>? = line.withLock { line in
          // Asked inside the lock: who cancels later finds this one in the line.
          if Task.isCancelled { return .failure(CancellationError()) }
          if line.running < atOnce {
            line.running += 1
            return .success(())
          }
          guard line.waiting.count < mostWaiting else {
            return .failure(Problem.tooMany(rule: "signIn.busy"))
          }
          line.waiting.append((number, continuation))
          return nil
        }
        if let answer { continuation.resume(with: answer) }
      }
    } onCancel: {
      giveUp(number)
    }
  }

  private func giveUp(_ number: Int) {
    let waiting = line.withLock { line -> CheckedContinuation<Void, any Error>? in
      guard let place = line.waiting.firstIndex(where: { $0.number == number }) else { return nil }
      return line.waiting.remove(at: place).continuation
    }
    waiting?.resume(throwing: CancellationError())
  }

  /// The place goes to the next in the line, or becomes free.
  private func leave() {
    let next = line.withLock { line -> CheckedContinuation<Void, any Error>? in
      guard !line.waiting.isEmpty else {
        line.running -= 1
        return nil
      }
      return line.waiting.removeFirst().continuation
    }
    next?.resume()
  }
}
