import NIOSSL
import Synchronization
import Vocabulary

/// Where the certificate and its key are.
public struct TLSFiles: Hashable, Sendable {
  public let certificate: String
  public let key: String

  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}

/// The certificate that new connections are shown. Those that are open keep theirs when another one takes its place.
public final class TLSCertificate: Sendable {
  private let files: TLSFiles
  private let current: Mutex<NIOSSLContext>

  /// Throws `settings.certificate` for files that cannot be read, or do not belong together.
  public init(_ files: TLSFiles) throws(Problem) {
    self.files = files
    current = Mutex(try Self.context(files))
  }

  /// Reads the files once more; the one in use stays when they are not right. Throws like `init`.
  public func reload() throws(Problem) {
    let next = try Self.context(files)
    current.withLock { $0 = next }
  }

  var context: NIOSSLContext { current.withLock { $0 } }

  private static func context(_ files: TLSFiles) throws(Problem) -> NIOSSLContext {
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
      guard !chain.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
      let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.minimumTLSVersion = .tlsv12
      configuration.applicationProtocols = ["http/1.1"]
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw .invalid(
        rule: "settings.certificate", ["certificate": files.certificate, "keyFile": files.key])
    }
  }
}
