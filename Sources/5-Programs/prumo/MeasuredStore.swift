import Metrics
import SQLStore
import Web

/// A store whose transactions are counted: how many, how they ended, how long they worked and how long they waited before.
struct MeasuredStore: Store {
  private let store: any Store
  private let reading: Counts
  private let writing: Counts

  init(_ store: any Store, _ measurements: Measurements) {
    self.store = store
    reading = Counts("read", measurements)
    writing = Counts("write", measurements)
  }

  var dialect: Dialect { store.dialect }

  func readBlocking<R>(_ body: (any ReadTransaction) throws -> R) throws -> R {
    try reading.measure { clock in
      try store.readBlocking { db in
        clock.begin()
        return try body(db)
      }
    }
  }

  func writeBlocking<R>(_ body: (any WriteTransaction) throws -> R) throws -> R {
    try writing.measure { clock in
      try store.writeBlocking { db in
        clock.begin()
        return try body(db)
      }
    }
  }

  func read<R: Sendable>(_ body: @escaping @Sendable (any ReadTransaction) throws -> R) async throws -> R {
    try await reading.measure { clock in
      try await store.read { db in
        clock.begin()
        return try body(db)
      }
    }
  }

  func write<R: Sendable>(_ body: @escaping @Sendable (any WriteTransaction) throws -> R) async throws -> R {
    try await writing.measure { clock in
      try await store.write { db in
        clock.begin()
        return try body(db)
      }
    }
  }

  func close() throws { try store.close() }
}

private struct Counts: Sendable {
  let done: Counter
  let refused: Counter
  let waited: Metrics.Timer
  let worked: Metrics.Timer

  init(_ kind: String, _ measurements: Measurements) {
    func counter(_ outcome: String) -> Counter {
      Counter(
        label: MetricNames.storeTransactions, dimensions: [("kind", kind), ("outcome", outcome)],
        factory: measurements)
    }
    func timer(_ label: String) -> Metrics.Timer {
      Metrics.Timer(label: label, dimensions: [("kind", kind)], factory: measurements)
    }
    done = counter("committed")
    refused = counter("failed")
    waited = timer(MetricNames.storeWaitSeconds)
    worked = timer(MetricNames.storeSeconds)
  }

  func measure<R>(_ work: (TransactionClock) throws -> R) throws -> R {
    let clock = TransactionClock()
    do {
      let result = try work(clock)
      end(clock, done)
      return result
    } catch {
      end(clock, refused)
      throw error
    }
  }

  func measure<R>(_ work: (TransactionClock) async throws -> R) async throws -> R {
    let clock = TransactionClock()
    do {
      let result = try await work(clock)
      end(clock, done)
      return result
    } catch {
      end(clock, refused)
      throw error
    }
  }

  private func end(_ clock: TransactionClock, _ outcome: Counter) {
    outcome.increment()
    let (wait, work) = clock.times()
    waited.recordNanoseconds(wait)
    if let work { worked.recordNanoseconds(work) }
  }
}
