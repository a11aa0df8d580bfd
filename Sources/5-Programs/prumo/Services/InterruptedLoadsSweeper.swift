import Logging
import ServiceLifecycle
import UseCases

/// Marks readings whose process died, also those of other nodes, while the pages are served.
struct InterruptedLoadsSweeper: Service {
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
        logger.error("Cargas interrompidas não puderam ser marcadas", metadata: ["cause": "\(error)"])
      }
    }
  }
}
