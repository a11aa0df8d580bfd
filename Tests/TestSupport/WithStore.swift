import Dispatch
import SQLStore

/// Gives the closure a fresh database with these migrations applied, and removes it afterwards.
///
/// SQLite: a file in a temporary folder. PostgreSQL: a database of its own on the server of `PRUMO_TEST_POSTGRES`; without
/// that variable the test fails, and does not pass silently.
@discardableResult
public func withStore<R>(
  _ engine: Engine, migrations: [Migration] = [], prepared: Preparation = .none,
  _ body: (any Store) async throws -> R
) async throws -> R {
  try await withDatabase(engine, migrations: migrations, prepared: prepared) { database in
    let store = try await database.open()
    return try await closing(store) { try await body(store) }
  }
}

/// Like `withStore`, for tests that open the same database more than once. Stores that the closure opens, it closes.
@discardableResult
public func withDatabase<R>(
  _ engine: Engine, migrations: [Migration] = [], prepared: Preparation = .none,
  _ body: (TestDatabase) async throws -> R
) async throws -> R {
  try await Turnstile.shared.enter()
  let database: TestDatabase
  do {
    database = try await TestDatabase.make(engine, migrations: migrations, prepared: prepared)
  } catch {
    await Turnstile.shared.leave()
    throw error
  }
  do {
    let result = try await body(database)
    try await database.remove()
    await Turnstile.shared.leave()
    return result
  } catch {
    try? await database.remove()
    await Turnstile.shared.leave()
    throw error
  }
}

/// Runs blocking work on a thread that may block, and suspends the task meanwhile.
public func offThePool<R: Sendable>(_ work: @escaping @Sendable () throws -> R) async throws -> R {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
  }
}

private func closing<R>(_ store: any Store, _ body: () async throws -> R) async throws -> R {
  do {
    let result = try await body()
    try await offThePool { try store.close() }
    return result
  } catch {
    try? await offThePool { try store.close() }
    throw error
  }
}

/// Swift Testing begins all tests at once; a server has only so many connections.
private actor Turnstile {
  static let shared = Turnstile()
  private static let databasesAtOnce = 12

  private var inside = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async throws {
    if inside < Self.databasesAtOnce {
      inside += 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty {
      inside -= 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
