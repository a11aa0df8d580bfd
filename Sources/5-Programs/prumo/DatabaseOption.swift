import ArgumentParser
import Foundation
import PostgresEngine
import SQLStore
import SQLiteEngine
import UseCases
import Vocabulary

/// Which database a command works on.
struct DatabaseOption: ParsableArguments {
  @Option(help: ArgumentHelp("sqlite:CAMINHO ou postgres://…", valueName: "url"))
  var database: String?

  var url: String { database ?? ProcessInfo.processInfo.environment["PRUMO_DATABASE"] ?? "sqlite:prumo.db" }

  func validate() throws {
    guard Self.isSQLite(url) || Self.isPostgres(url) else {
      throw ValidationError("--database deve começar por sqlite: ou postgres://.")
    }
  }

  func openStore() throws -> any Store {
    if Self.isSQLite(url) { return try SQLiteStore(path: String(url.dropFirst("sqlite:".count))) }
    return try PostgresStore(url: url)
  }

  /// The program over the store, with schema and reference tables up to date and dead readings swept.
  func openPrumo() async throws -> Prumo {
    let prumo = try await openAsItIs()
    try await prumo.prepareReferenceTables()
    try await prumo.sweepInterruptedLoads(isAlive: { $0.isRunning })
    return prumo
  }

  /// The program over the store as it stands: only the schema is brought up to date.
  func openAsItIs() async throws -> Prumo {
    try await Prumo.open(try openStore(), process: .current, now: systemClock, random: systemRandomness)
  }

  private static func isSQLite(_ url: String) -> Bool { url.hasPrefix("sqlite:") && url.utf8.count > 7 }

  private static func isPostgres(_ url: String) -> Bool {
    url.hasPrefix("postgres://") || url.hasPrefix("postgresql://")
  }
}

let systemClock: @Sendable () -> Instant = {
  Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000))
}

let systemRandomness: @Sendable () -> UInt64 = {
  var generator = SystemRandomNumberGenerator()
  return generator.next()
}
