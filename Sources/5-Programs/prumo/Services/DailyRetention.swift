import Logging
import Privacy
import ServiceLifecycle
import UseCases

/// Keeps the terms: once a day, on whichever node comes first. Asked every hour, so that a node that was down at its time, or
/// died on the way, is made up for.
struct DailyRetention: Service {
  let prumo: Prumo
  let logger: Logger
  private static let interval = Duration.seconds(3_600)

  func run() async throws {
    while !Task.isShuttingDownGracefully {
      do {
        if let run = try await prumo.runDailyRetention() {
          logger.info("A limpeza do dia terminou", metadata: ["removed": "\(run.removed)"])
        }
      } catch {
        logger.error("A limpeza do dia não pôde terminar", metadata: ["cause": "\(error)"])
      }
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
      } catch is CancellationError {
        return
      }
    }
  }
}
