import CoreMetrics
import Synchronization

/// Only grows, until it is reset.
final class CounterCell: CounterHandler, FloatingPointCounterHandler {
  private let value = Mutex(0.0)

  func increment(by amount: Int64) { increment(by: Double(amount)) }
  func increment(by amount: Double) { value.withLock { $0 += max(0, amount) } }
  func reset() { value.withLock { $0 = 0 } }

  var current: Double { value.withLock { $0 } }
}

/// Goes up and down.
final class GaugeCell: MeterHandler {
  private let value = Mutex(0.0)

  func set(_ number: Int64) { set(Double(number)) }
  func set(_ number: Double) { value.withLock { $0 = number } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }

  var current: Double { value.withLock { $0 } }
}

/// Counts values by size; each bound counts what is not above it.
final class HistogramCell: TimerHandler, RecorderHandler {
  struct Reading: Sendable {
    var buckets: [Int]
    var sum = 0.0
    var count = 0
  }

  let bounds: [Double]
  private let state: Mutex<Reading>

  init(bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(Reading(buckets: Array(repeating: 0, count: bounds.count)))
  }

  /// Times are kept in seconds, as Prometheus wants them.
  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    state.withLock { state in
      if let place = bounds.firstIndex(where: { value <= $0 }) { state.buckets[place] += 1 }
      state.sum += value
      state.count += 1
    }
  }

  /// Of each bucket only its own values.
  var current: Reading { state.withLock { $0 } }
}
