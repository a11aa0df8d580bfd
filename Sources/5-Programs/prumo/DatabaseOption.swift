import ArgumentParser
import Foundation
import PostgresEngine
import SQLStore
import SQLiteEngine
import UseCases
import Vocabulary

/// Which settings a command works with, and above all on which database.
struct DatabaseOption: ParsableArguments {
  @Option(help: ArgumentHelp("sqlite:CAMINHO ou postgres://…", valueName: "url"))
  var database: String?
  @Option(help: ArgumentHelp("Arquivo de configurações em YAML.", valueName: "arquivo"))
  var settings: String?

  func validate() throws {
    guard database.map(Self.isKnown) ?? true else {
      throw ValidationError("--database deve começar por sqlite: ou postgres://.")
    }
  }

  /// What file, environment and command line say; `options` are those of the command itself.
  func reading(_ options: [String: String?] = [:]) throws(Problem) -> SettingsReading {
    var given = options.compactMapValues { $0 }
    given["database"] = database
    return try SettingsReading(
      file: settings, environment: ProcessInfo.processInfo.environment, options: given)
  }

  func openStore() throws -> any Store { try Self.openStore(checkedSettings()) }

  func checkedSettings() throws -> Settings { try Settings(reading()) }

  static func openStore(_ settings: Settings) throws -> any Store {
    if let path = sqlitePath(settings.database) { return try SQLiteStore(path: path) }
    return try PostgresStore(url: settings.database, connections: settings.databaseConnections)
  }

  /// The program over the store, with schema and reference tables up to date and dead readings swept.
  func openPrumo() async throws -> Prumo {
    let settings = try checkedSettings()
    return try await Self.openPrumo(try Self.openStore(settings), settings)
  }

  static func openPrumo(_ store: any Store, _ settings: Settings) async throws -> Prumo {
    let prumo = try await openAsItIs(store, settings)
    try await prumo.prepareReferenceTables()
    try await prumo.sweepInterruptedLoads(isAlive: { $0.isRunning })
    return prumo
  }

  /// The program over the store as it stands: only the schema is brought up to date.
  func openAsItIs() async throws -> Prumo {
    let settings = try checkedSettings()
    return try await Self.openAsItIs(try Self.openStore(settings), settings)
  }

  private static func openAsItIs(_ store: any Store, _ settings: Settings) async throws -> Prumo {
    try await Prumo.open(
      store, process: .current, accounts: settings.accounts, now: systemClock, random: systemRandomness)
  }

  static func isKnown(_ url: String) -> Bool { sqlitePath(url) != nil || isPostgres(url) }

  /// Of `sqlite:CAMINHO`.
  static func sqlitePath(_ url: String) -> String? {
    url.hasPrefix("sqlite:") && url.utf8.count > "sqlite:".utf8.count
      ? String(url.dropFirst("sqlite:".count)) : nil
  }

  private static func isPostgres(_ url: String) -> Bool {
    url.hasPrefix("postgres://") || url.hasPrefix("postgresql://")
  }

  /// `postgres://user:…@host/name`: an address that can be shown. Where in doubt, more is cut than needed.
  static func withoutPassword(_ url: String) -> String {
    guard isPostgres(url), let scheme = url.range(of: "://") else { return url }
    guard let at = url.lastIndex(of: "@") else { return String(url.prefix { $0 != "?" }) }
    let signIn = url[scheme.upperBound..<at]
    let user = signIn.prefix { $0 != ":" }
    let place = url[at...].prefix { $0 != "?" }
    return "\(url[..<scheme.upperBound])\(user)\(user.count < signIn.count ? ":…" : "")\(place)"
  }
}

let systemClock: @Sendable () -> Instant = {
  Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000))
}

let systemRandomness: @Sendable () -> UInt64 = {
  var generator = SystemRandomNumberGenerator()
  return generator.next()
}
