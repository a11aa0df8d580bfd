import Logging
import ServiceLifecycle
import Transfers
import UseCases

/// Carries letters from the outbox to the mail server. Every node does; each letter has one carrier at a time.
struct MailCarrier: Service {
  let prumo: Prumo
  let server: MailServer
  let sender: Mailbox
  let logger: Logger
  private static let interval = Duration.seconds(5)

  func run() async throws {
    let server = server
    while !Task.isShuttingDownGracefully {
      do {
        let outcomes = try await prumo.sendOutgoingMail(from: sender) { try await send($0, by: server) }
        for outcome in outcomes { tell(outcome) }
      } catch {
        logger.error("O correio não pôde sair", metadata: ["cause": "\(error)"])
      }
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
      } catch is CancellationError {
        return
      }
    }
  }

  /// To whom and about what is nobody's business here.
  private func tell(_ outcome: LetterOutcome) {
    switch outcome {
    case .sent: logger.info("Uma carta saiu")
    case .putOff(let rule): logger.warning("Uma carta espera nova tentativa", metadata: ["rule": "\(rule)"])
    case .givenUp(let rule): logger.error("Uma carta não pôde ser entregue", metadata: ["rule": "\(rule)"])
    }
  }
}
