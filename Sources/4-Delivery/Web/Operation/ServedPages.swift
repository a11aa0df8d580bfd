import Logging
import ServiceLifecycle
import UseCases

/// The pages while they are served, and their end: no new request is taken, those under way have their time, and after it
/// whatever is still read is marked as interrupted and let go.
struct ServedPages<Pages: Service>: Service {
  let application: Pages
  let health: AskHealth
  let prumo: Prumo
  let shutdownSeconds: Int
  let logger: Logger

  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      group.addTask { try await waitForTheEnd() }
      defer { group.cancelAll() }
      // Whichever ends first: the server with its last request, or the time that it has.
      try await group.next()
    }
  }

  private func waitForTheEnd() async throws {
    try await gracefulShutdown()
    health.end()
    try await Task.sleep(for: .seconds(shutdownSeconds))
    let interrupted = try await prumo.interruptRunningLoads()
    logger.notice(
      "O tempo para encerrar acabou; o que restava foi interrompido", metadata: ["loads": "\(interrupted)"])
  }
}
