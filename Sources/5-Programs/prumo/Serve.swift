import ArgumentParser
import Foundation
import Logging
import Metrics
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
      http://127.0.0.1:8080 até receber Ctrl-C. As configurações estão em prumo settings.
      """)

  @OptionGroup var database: DatabaseOption
  @Option(help: "Endereço em que atende; 127.0.0.1 se nada mais o diz.") var host: String?
  @Option(help: "Porta em que atende; 0 escolhe uma livre; 8080 se nada mais a diz.") var port: String?
  @Option(help: ArgumentHelp("Estado que abre primeiro.", valueName: "uf")) var home: String?

  func run() async throws {
    try await Ending.guarding {
      let settings = try Settings(database.reading(["host": host, "port": port, "home": home]))
      let logger = ProgramLog.begin(settings)
      for warning in settings.warnings { logger.warning("\(warning)") }
      let measurements = Measurements()
      MetricsSystem.bootstrap(measurements)
      let certificate = try settings.tls.map { files throws(Problem) in try TLSCertificate(files) }
      let store = MeasuredStore(try DatabaseOption.openStore(settings), measurements)
      let prumo = try await DatabaseOption.openPrumo(store, settings)
      let application = try prumoApplication(
        prumo: prumo, home: settings.home, dataProtection: settings.responsible,
        serving: settings.serving(certificate: certificate, measurements: measurements), logger: logger,
        onListening: { address in
          print("Prumo está no ar: \(address)")
          fflush(nil)
          await FirstAccess.tell(prumo, at: settings.publicAddress?.text ?? address)
        })
      var services: [any Service] = [
        application, InterruptedLoadsSweeper(prumo: prumo, logger: logger),
        DailyRetention(prumo: prumo, logger: logger), AccountSweeper(prumo: prumo, logger: logger),
      ]
      if let mail = settings.mail {
        services.append(MailCarrier(prumo: prumo, server: mail.server, sender: mail.sender, logger: logger))
      }
      if let certificate {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        services.append(CertificateRenewal(certificate: certificate, signals: signals, logger: logger))
      }
      var configuration = ServiceGroupConfiguration(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      // The pages keep their own time; this is for a service that does not end at all.
      configuration.maximumCancellationDuration = .seconds(Self.secondsToLetGo)
      try await ServiceGroup(configuration: configuration).run()
      try prumo.store.close()
      logger.notice("O programa encerrou")
    }
  }

  private static let secondsToLetGo = 30
}

extension Settings {
  func serving(certificate: TLSCertificate?, measurements: Measurements) -> Serving {
    var serving = Serving()
    serving.host = host
    serving.port = port
    serving.publicAddress = publicAddress
    serving.trustedProxies = trustedProxies
    serving.certificate = certificate
    serving.limits.connections = connections
    serving.limits.connectionsPerAddress = connectionsPerAddress
    serving.limits.uploadBytes = uploadBytes
    serving.limits.uploadsAtOnce = uploadsAtOnce
    serving.metricsToken = metricsToken
    serving.measurements = measurements
    serving.shutdownSeconds = shutdownSeconds
    return serving
  }
}
