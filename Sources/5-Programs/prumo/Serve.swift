import ArgumentParser
import Foundation
import Logging
import SQLStore
import ServiceLifecycle
import UnixSignals
import UseCases
import Vocabulary
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Abre as páginas no navegador.",
    discussion: """
      Cria o banco na primeira vez, traz o território e os dados públicos que acompanham o programa, e atende em
      http://127.0.0.1:8080 até receber Ctrl-C.
      """)

  @OptionGroup var database: DatabaseOption
  @Option(help: "Endereço em que atende.") var host = "127.0.0.1"
  @Option(help: "Porta em que atende; 0 escolhe uma livre.") var port = 8080
  @Option(help: ArgumentHelp("Estado que abre primeiro.", valueName: "uf")) var home = "MT"

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port vai de 0 a 65535.") }
    guard FederativeUnit(rawValue: home.uppercased()) != nil else {
      throw ValidationError("--home é a sigla de um estado, como MT ou AC.")
    }
  }

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openPrumo()
      let unit = FederativeUnit(rawValue: home.uppercased())!
      var logger = Logger(label: "prumo")
      logger.logLevel = .notice
      let application = prumoApplication(
        prumo: prumo, home: unit, host: host, port: port, logger: logger,
        onListening: { [logger] address in
          print("Prumo está no ar: \(address)")
          fflush(nil)
          await FirstAccess.tell(prumo, at: address, logger)
        })
      let group = ServiceGroup(
        services: [
          application, InterruptedLoadsSweeper(prumo: prumo, logger: logger),
          DailyRetention(prumo: prumo, logger: logger),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      try await group.run()
      try prumo.store.close()
    }
  }
}

/// Marks readings whose process died, also those of other nodes, while the pages are served.
private struct InterruptedLoadsSweeper: Service {
  let prumo: Prumo
  let logger: Logger
  private static let interval = Duration.seconds(15)

  func run() async throws {
    while !Task.isShuttingDownGracefully {
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
      } catch is CancellationError {
        return
      }
      do {
        try await prumo.sweepInterruptedLoads(isAlive: { $0.isRunning })
      } catch {
        logger.error("cargas interrompidas não puderam ser marcadas: \(error)")
      }
    }
  }
}
