import Logging
import ServiceLifecycle
import UnixSignals
import Web

/// On the signal HUP reads the certificate's files once more: who renews it need not stop the pages.
struct CertificateRenewal: Service {
  let certificate: TLSCertificate
  /// Trapped before anybody can reach the pages, so that none is lost.
  let signals: UnixSignalsSequence
  let logger: Logger

  func run() async throws {
    for await _ in signals.cancelOnGracefulShutdown() {
      do {
        try certificate.reload()
        logger.notice("O certificado foi lido de novo")
      } catch {
        logger.error("O certificado novo não serve; o antigo continua em uso")
      }
    }
  }
}
