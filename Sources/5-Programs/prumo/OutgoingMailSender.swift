import Logging
import ServiceLifecycle
import Transfers
import UseCases

/// Sends what waits in the outbox, on every node: each letter is taken by one of them.
struct OutgoingMailSender: Service {
  let prumo: Prumo
  let sender: Mailbox
  let server: MailServer
  let logger: Logger
  /// Whoever asked for a new password waits for the letter.
  private static let interval = Duration.seconds(5)

  func run() async throws {
    while !Task.isShuttingDownGracefully {
      do {
        let server = server
        for outcome in try await prumo.sendOutgoingMail(
          from: sender, by: { try await Transfers.send($0, by: server) })
        {
          note(outcome)
        }
      } catch {
        logger.error("As mensagens não puderam ser enviadas", metadata: ["cause": "\(error)"])
      }
      do {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
      } catch is CancellationError {
        return
      }
    }
  }

  /// Without whom it was for: the store knows.
  private func note(_ outcome: LetterOutcome) {
    switch outcome {
    case .sent: logger.info("Uma mensagem foi enviada")
    case .putOff(let rule):
      logger.warning("Uma mensagem espera nova tentativa", metadata: ["rule": "\(rule)"])
    case .givenUp(let rule): logger.error("Uma mensagem não pôde ser enviada", metadata: ["rule": "\(rule)"])
    }
  }
}
