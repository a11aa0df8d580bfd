import Dispatch
import SQLStore
import Synchronization

/// The connections that wait for work, and the work that waits for a connection, first come first served.
///
/// Of the writers only one has a connection: the others would do nothing with theirs but wait for their turn, and a long
/// write would leave none for the readers.
final class PostgresPool: Sendable {
  static let isClosed = StoreError.defect("the store is closed")

  enum Purpose { case reading, writing }

  private struct Waiting {
    let purpose: Purpose
    let taker: @Sendable (PostgresConnection?) -> Void
  }

  private struct State {
    var idle: [PostgresConnection]
    var waiting: [Waiting] = []
    var hasWriter = false
    var isClosed = false

    /// The next pair of work and connection, if there is one. The connection used last has the most statements prepared.
    mutating func nextLoan() -> (Waiting, PostgresConnection)? {
      guard !idle.isEmpty else { return nil }
      guard let position = waiting.firstIndex(where: { $0.purpose == .reading || !hasWriter }) else {
        return nil
      }
      let next = waiting.remove(at: position)
      if next.purpose == .writing { hasWriter = true }
      return (next, idle.removeLast())
    }
  }

  private let all: [PostgresConnection]
  private let state: Mutex<State>
  /// One member for each loan, asked for or given.
  private let loans = DispatchGroup()

  init(_ connections: [PostgresConnection]) {
    all = connections
    state = Mutex(State(idle: connections))
  }

  /// Calls back at once, or when a connection is free; with none when the store is closed. The connection goes back with
  /// `giveBack`, for the same purpose.
  func lend(for purpose: Purpose, _ taker: @escaping @Sendable (PostgresConnection?) -> Void) {
    let isOpen = state.withLock { state in
      guard !state.isClosed else { return false }
      loans.enter()
      state.waiting.append(Waiting(purpose: purpose, taker: taker))
      return true
    }
    if isOpen { makeLoans() } else { taker(nil) }
  }

  func giveBack(_ connection: PostgresConnection, from purpose: Purpose) {
    state.withLock { state in
      state.idle.append(connection)
      if purpose == .writing { state.hasWriter = false }
    }
    makeLoans()
    loans.leave()
  }

  private func makeLoans() {
    while let (next, connection) = state.withLock({ $0.nextLoan() }) { next.taker(connection) }
  }

  /// Blocks the thread until a connection is free.
  func lentBlocking(for purpose: Purpose) throws -> PostgresConnection {
    let answer = Answer()
    lend(for: purpose) { connection in
      answer.connection.withLock { $0 = connection }
      answer.isThere.signal()
    }
    answer.isThere.wait()
    guard let connection = answer.connection.withLock({ $0 }) else { throw Self.isClosed }
    return connection
  }

  private final class Answer: Sendable {
    let connection = Mutex<PostgresConnection?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }

  /// Waits for every loan that was asked for before.
  func close() {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    loans.wait()
    guard isFirst else { return }
    for connection in all { connection.close() }
  }
}
