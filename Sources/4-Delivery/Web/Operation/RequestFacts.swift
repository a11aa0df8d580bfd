import HTTPTypes
import Synchronization
import UseCases
import Vocabulary

/// What is known of a request before any page looks at it.
struct RequestFacts: Sendable {
  /// Stands in the log, in the audit trail and on the page that tells of a defect.
  let id: String
  /// The other end of the connection: the client's, or that of the proxy before us.
  let peer: NetworkAddress?
  /// The client's address, as far as it can be trusted.
  let client: NetworkAddress?
  /// Whether the person's own connection is encrypted, here or at our proxy.
  let isEncrypted: Bool
  /// Our proxy said that it is not. When nobody says, neither this nor the other is true.
  let isPlain: Bool
  /// The host by which the person asked for us.
  let host: String?
  let notes: RequestNotes

  /// As a record keeps it.
  var address: String { client?.description ?? "local" }
}

extension RequestFacts {
  /// Before anything is found out.
  init(peer: NetworkAddress?) {
    self.init(
      id: "", peer: peer, client: peer, isEncrypted: false, isPlain: false, host: nil, notes: RequestNotes())
  }
}

/// What becomes known of a request while it is answered, for the log.
final class RequestNotes: Sendable {
  private let personID = Mutex<String?>(nil)

  /// Who signed in; never a name or an e-mail.
  var person: String? {
    get { personID.withLock { $0 } }
    set { personID.withLock { $0 = newValue } }
  }
}

/// Reads the facts of a request from its head and its connection.
struct RequestFactsReader: Sendable {
  let clients: ClientAddress
  /// Whether our own server speaks TLS.
  let hasTLS: Bool
  let newID: @Sendable () -> String

  static let longestID = 64

  func facts(of head: HTTPRequest, peer: NetworkAddress?) -> RequestFacts {
    let headers = head.headerFields
    let isThroughProxy = peer.map { clients.isTrusted($0) } ?? false
    let forwarded = isThroughProxy ? headers[Self.forwardedProto]?.lowercased() : nil
    let given = isThroughProxy ? headers[Self.requestID].flatMap { Self.isID($0) ? $0 : nil } : nil
    let host = (isThroughProxy ? headers[Self.forwardedHost] : nil) ?? head.authority
    return RequestFacts(
      id: given ?? newID(), peer: peer,
      client: peer.map { clients.client(peer: $0, forwardedFor: headers[values: Self.forwardedFor]) },
      isEncrypted: hasTLS || forwarded == "https", isPlain: forwarded == "http", host: host,
      notes: RequestNotes())
  }

  static let requestID = HTTPField.Name("X-Request-ID")!
  private static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
  private static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")!
  private static let forwardedHost = HTTPField.Name("X-Forwarded-Host")!

  /// What may stand in a log and on a page.
  private static func isID(_ text: String) -> Bool {
    (8...longestID).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      }
  }
}

extension RequestFactsReader {
  /// Twelve hexadecimal digits: a person can read them out on the telephone, and no two requests of a log have the same.
  static func newID(of prumo: Prumo) -> String {
    let id: ID<RequestFacts> = prumo.newID()
    return String(id.text.filter { $0 != "-" }.prefix(12)).uppercased()
  }
}
