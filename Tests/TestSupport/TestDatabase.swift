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

  static func make(_ engine: Engine, migrations: [Migration]) async throws -> TestDatabase {
    switch engine {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "prumo-test-\(UUID().uuidString)")
      let database = TestDatabase(engine: engine, address: folder.appendingPathComponent("test.db").path)
      try await database.migrate(migrations)
      return database
    case .postgres:
      let template = try await PostgresTemplates.shared.name(for: migrations)
      let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: "_"))"
      try await PostgresServer.current().create(name, template: template)
      return TestDatabase(engine: engine, address: try PostgresServer.current().address(of: name))
    }
  }

  func remove() async throws {
    switch engine {
    case .sqlite:
      try FileManager.default.removeItem(at: URL(fileURLWithPath: address).deletingLastPathComponent())
    case .postgres:
      let name = address.split(separator: "/").last.map(String.init) ?? ""
      try await PostgresServer.current().drop(name)
    }
  }

  fileprivate func migrate(_ migrations: [Migration]) async throws {
    let store = try await open(connections: 1)
    try await offThePool {
      _ = try Migrator(migrations).migrate(store, at: testInstant)
      try store.close()
    }
  }
}

/// Migrations run once; each test then gets a copy, which the server makes in a few hundredths of a second.
private actor PostgresTemplates {
  static let shared = PostgresTemplates()
  private var templates: [String: Task<String, any Error>] = [:]

  func name(for migrations: [Migration]) async throws -> String {
    let key = migrations.map(\.hash).joined()
    if let task = templates[key] { return try await task.value }
    let task = Task {
      let name = "template_\(UUID().uuidString.lowercased().replacing("-", with: "_"))"
      let server = try PostgresServer.current()
      try await server.create(name, template: "template0")
      try await TestDatabase(engine: .postgres, address: server.address(of: name)).migrate(migrations)
      return name
    }
    templates[key] = task
    return try await task.value
  }
}
