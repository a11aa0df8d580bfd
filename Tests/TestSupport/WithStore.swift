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
  // A test that has its turn may open further databases: waiting for a second turn could wait for itself.
  guard !Turnstile.isInside else { return try await inDatabase(engine, migrations, prepared, body) }
  return try await Turnstile.shared.passing {
    try await Turnstile.$isInside.withValue(true) { try await inDatabase(engine, migrations, prepared, body) }
  }
}

private func inDatabase<R>(
  _ engine: Engine, _ migrations: [Migration], _ prepared: Preparation,
  _ body: (TestDatabase) async throws -> R
) async throws -> R {
  let database = try await TestDatabase.make(engine, migrations: migrations, prepared: prepared)
  do {
    let result = try await body(database)
    try await database.remove()
    return result
  } catch {
    try? await database.remove()
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
  @TaskLocal static var isInside = false
  private static let databasesAtOnce = 12

  private var inside = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  nonisolated func passing<R>(_ body: () async throws -> R) async throws -> R {
    await enter()
    do {
      let result = try await body()
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    if inside < Self.databasesAtOnce {
      inside += 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty {
      inside -= 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
