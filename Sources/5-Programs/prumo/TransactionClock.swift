import Synchronization

/// When a transaction was asked for and when it first began; it may be repeated.
final class TransactionClock: Sendable {
  private let asked = ContinuousClock.now
  private let began = Mutex<ContinuousClock.Instant?>(nil)

  func begin() { began.withLock { $0 = $0 ?? .now } }

  /// Nanoseconds up to now; of one that never began everything was waiting.
  func times() -> (wait: Int64, work: Int64?) {
    let now = ContinuousClock.now
    guard let began = began.withLock({ $0 }) else { return (Self.nanoseconds(now - asked), nil) }
    return (Self.nanoseconds(began - asked), Self.nanoseconds(now - began))
  }

  private static func nanoseconds(_ duration: Duration) -> Int64 { Int64(duration / .nanoseconds(1)) }
}
