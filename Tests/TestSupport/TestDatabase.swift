import Foundation
import PostgresEngine
import SQLStore
import SQLiteEngine

/// A database that exists for one test.
public struct TestDatabase: Sendable {
  public let engine: Engine
  /// Where it is: a path, or a `postgres://` address.
  public let address: String

  /// Opens the database once more. PostgreSQL gets few connections each: many tests run at once.
  public func open(
    connections: Int = 4, secondsForATurn: Int = StoreLimits.secondsForATurn
  ) async throws -> any Store {
    let (engine, address) = (self.engine, self.address)
    return try await offThePool {
      switch engine {
      case .sqlite: try SQLiteStore(path: address, secondsForATurn: secondsForATurn)
      case .postgres:
        try PostgresStore(url: address, connections: connections, secondsForATurn: secondsForATurn)
      }
    }
  }

  static func make(
    _ engine: Engine, migrations: [Migration], prepared: Preparation
  ) async throws -> TestDatabase {
    let template = try await Templates.shared.template(engine, migrations, prepared)
    let database = try unused(engine)
    switch engine {
    case .sqlite:
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: database.address).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      // The last writes may still stand in the log beside the file.
      for part in ["", "-wal"] where FileManager.default.fileExists(atPath: template.address + part) {
        try FileManager.default.copyItem(atPath: template.address + part, toPath: database.address + part)
      }
    case .postgres:
      try await PostgresServer.current().create(database.name, template: template.name)
    }
    return database
  }

  /// A name that no database has yet.
  fileprivate static func unused(_ engine: Engine) throws -> TestDatabase {
    let name = "prumo_test_\(UUID().uuidString.lowercased().replacing("-", with: "_"))"
    switch engine {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
      return TestDatabase(engine: engine, address: folder.appendingPathComponent("test.db").path)
    case .postgres:
      return TestDatabase(engine: engine, address: try PostgresServer.current().address(of: name))
    }
  }

  /// The last part of its address.
  fileprivate var name: String { address.split(separator: "/").last.map(String.init) ?? "" }

  func remove() async throws {
    switch engine {
    case .sqlite:
      try FileManager.default.removeItem(at: URL(fileURLWithPath: address).deletingLastPathComponent())
    case .postgres:
      try await PostgresServer.current().drop(name)
    }
  }

  fileprivate func fill(_ migrations: [Migration], _ preparation: Preparation) async throws {
    let store = try await open(connections: 1)
    try await offThePool { _ = try Migrator(migrations).migrate(store, at: testInstant) }
    try await preparation.run(store)
    try await offThePool { try store.close() }
  }
}

/// Migrations and preparation run once for each engine; a test then gets a copy, made in a few hundredths of a second.
private actor Templates {
  static let shared = Templates()
  private var templates: [String: Task<TestDatabase, any Error>] = [:]

  func template(
    _ engine: Engine, _ migrations: [Migration], _ preparation: Preparation
  ) async throws -> TestDatabase {
    let key = ([engine.rawValue, preparation.name] + migrations.map(\.hash)).joined(separator: " ")
    if let task = templates[key] { return try await task.value }
    let task = Task {
      let database = try TestDatabase.unused(engine)
      if engine == .postgres {
        try await PostgresServer.current().create(database.name, template: "template0")
      }
      try await database.fill(migrations, preparation)
      return database
    }
    templates[key] = task
    return try await task.value
  }
}
