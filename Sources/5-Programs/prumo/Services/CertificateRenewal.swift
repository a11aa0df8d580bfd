import Logging
import ServiceLifecycle
import UnixSignals
import Web

/// On the signal HUP reads the certificate's files once more: who renews it need not stop the pages.
struct CertificateRenewal: Service {
  let certificate: TLSCertificate
  let logger: Logger

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
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
