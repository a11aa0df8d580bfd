import Logging
import ServiceLifecycle
import UseCases

/// Takes away what has ended by itself: sessions, links, counts. Any node may do it, and twice is once.
struct AccountSweeper: Service {
  let prumo: Prumo
  let logger: Logger
  private static let interval = Duration.seconds(3_600)

  func run() async throws {
    while !Task.isShuttingDownGracefully {
      do {
        try await prumo.sweepAccounts()
      } catch {
        logger.error("O que terminou não pôde ser removido", metadata: ["cause": "\(error)"])
      }
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
      } catch is CancellationError {
        return
      }
    }
  }
}
