public import Vocabulary

/// The server that takes the program's messages and brings them on.
public struct MailServer: Hashable, Sendable {
  public enum Security: String, CaseIterable, Sendable {
    /// Everything can be read on the way. For a server on the same machine or in a closed network.
    case none
    /// Begins in the clear and must become encrypted before anything is said; usually port 587.
    case startTLS
    /// Encrypted from the first byte on; usually port 465.
    case tls
  }

  public struct SignIn: Hashable, Sendable {
    public let user: String
    public let password: String

    public init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  public let host: String
  public let port: Int
  public let security: Security
  public let signIn: SignIn?
  /// PEM file of the certificates to be trusted instead of the system's own.
  public let certificateFile: String?

  /// - Throws: `mail.server` for a host or port that cannot be, `mail.passwordInTheClear` for a password that would
  ///   leave this machine without encryption.
  public init(
    host: String, port: Int, security: Security, signIn: SignIn? = nil, certificateFile: String? = nil
  ) throws(Problem) {
    guard let address = WebAddress("http://\(host):\(port)"), address.rest.isEmpty else {
      throw .invalid(rule: "mail.server")
    }
    if signIn != nil, security == .none, !address.isLoopback {
      throw .invalid(rule: "mail.passwordInTheClear")
    }
    self.host = address.host
    self.port = port
    self.security = security
    self.signIn = signIn
    self.certificateFile = certificateFile
    isLoopback = address.isLoopback
  }

  let isLoopback: Bool

  var address: String { (security == .tls ? "smtps://" : "smtp://") + "\(host):\(port)" }
}

extension MailServer.SignIn: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "SignIn(…)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
