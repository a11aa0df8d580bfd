import CLibPQ
import Foundation

/// The server that the tests may create databases on.
struct PostgresServer: Sendable {
  struct Failure: Error, CustomStringConvertible { let description: String }

  private let url: String

  static func current() throws -> PostgresServer {
    guard let url = ProcessInfo.processInfo.environment["PRUMO_TEST_POSTGRES"], !url.isEmpty else {
      throw Failure(description: "PRUMO_TEST_POSTGRES is not set: run bin/test, which starts PostgreSQL")
    }
    return PostgresServer(url: url)
  }

  /// The same server, another database.
  func address(of database: String) -> String {
    guard var parts = URLComponents(string: url) else { return url }
    parts.path = "/\(database)"
    return parts.string ?? url
  }

  func create(_ database: String, template: String) async throws {
    let sql = "CREATE DATABASE \(database) TEMPLATE \(template) ENCODING 'UTF8' LOCALE 'C' STRATEGY FILE_COPY"
    try await offThePool { try command(sql) }
  }

  func drop(_ database: String) async throws {
    try await offThePool { try command("DROP DATABASE IF EXISTS \(database) WITH (FORCE)") }
  }

  /// Outside of any transaction, which a store never is: databases cannot be created inside one.
  private func command(_ sql: String) throws {
    let connection = PQconnectdb(url)
    defer { PQfinish(connection) }
    guard PQstatus(connection) == CONNECTION_OK else {
      throw Failure(description: "PRUMO_TEST_POSTGRES does not answer: run bin/test, which starts PostgreSQL")
    }
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw Failure(description: String(cString: PQerrorMessage(connection)))
    }
  }
}
