/// A question to a web server.
public struct WebRequest: Sendable {
  public struct Header: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// `user:password` in base64, as RFC 6749 (2.3.1) asks clients to sign in: both are written as in a form first.
    public static func basic(user: String, password: String) -> Self {
      let pair = FormFields.written(user) + ":" + FormFields.written(password)
      return Self("Authorization", "Basic " + Base64.text(Array(pair.utf8)))
    }
  }

  public let address: WebAddress
  public let headers: [Header]
  /// Nil asks with GET; else it is sent with POST.
  public let form: FormFields?
  /// PEM file of the certificates to be trusted instead of the system's own.
  public let certificateFile: String?

  public init(
    _ address: WebAddress, form: FormFields? = nil, headers: [Header] = [], certificateFile: String? = nil
  ) {
    self.address = address
    self.form = form
    self.headers = headers
    self.certificateFile = certificateFile
  }
}

/// Says where it goes and nothing else: fields and headers may hold passwords and codes.
extension WebRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "WebRequest(\(address.host))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
