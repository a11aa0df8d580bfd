import Dispatch
import SQLStore
import Synchronization

/// The connections that wait for work, and the work that waits for a connection, first come first served.
final class PostgresPool: Sendable {
  static let isClosed = StoreError.defect("the store is closed")

  private typealias Taker = @Sendable (PostgresConnection?) -> Void

  private struct State {
    var idle: [PostgresConnection]
    var waiting: [Taker] = []
    var isClosed = false
  }

  private let all: [PostgresConnection]
  private let state: Mutex<State>
  /// One member for each loan.
  private let loans = DispatchGroup()

  init(_ connections: [PostgresConnection]) {
    all = connections
    state = Mutex(State(idle: connections))
  }

  /// Calls back at once, or when a connection is given back; with none when the store is closed. The connection goes back
  /// with `giveBack`.
  func lend(_ taker: @escaping @Sendable (PostgresConnection?) -> Void) {
    let (connection, isAnswered) = state.withLock { state -> (PostgresConnection?, Bool) in
      if state.isClosed { return (nil, true) }
      loans.enter()
      // The one used last has the most statements prepared.
      if let connection = state.idle.popLast() { return (connection, true) }
      state.waiting.append(taker)
      return (nil, false)
    }
    if isAnswered { taker(connection) }
  }

  /// Blocks the thread until a connection is free.
  func lentBlocking() throws -> PostgresConnection {
    let answer = Answer()
    lend { connection in
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

  func giveBack(_ connection: PostgresConnection) {
    let next = state.withLock { state -> Taker? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.idle.append(connection)
      return nil
    }
    next?(connection)
    loans.leave()
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
