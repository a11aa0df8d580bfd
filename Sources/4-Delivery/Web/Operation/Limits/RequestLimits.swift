import HTTPTypes
import Vocabulary

/// What one client may ask of the server, in size, number and time. Reasons: docs/decisions/0037-request-limits.md.
public struct RequestLimits: Sendable {
  /// One header field, name and value.
  public var headerFieldBytes = 16 << 10
  /// All header fields and the address.
  public var headerBytes = 32 << 10
  public var headerFields = 100
  /// Path and query.
  public var addressBytes = 8 << 10
  /// A body that is no upload.
  public var formBytes: Int64 = 48 << 10
  /// The file of an upload.
  public var uploadBytes = UploadLimits.fileBytes

  /// From the opening of a connection to the end of the first head.
  public var headSeconds: Int64 = 15
  /// From an answer to the next request's head.
  public var idleSeconds: Int64 = 75
  /// Without a byte of a body, while we wait for it.
  public var silenceSeconds: Int64 = 30
  /// What a body must bring in the mean of the time that we wait for it, after the grace.
  public var bytesPerSecond: Int64 = 512
  public var graceSeconds: Int64 = 20
  /// Without progress of an answer that the client does not take.
  public var answerSeconds: Int64 = 90
  /// Left to a refused client to read why.
  public var lingerSeconds: Int64 = 2

  public var connections = 2_048
  /// Not of our own proxies.
  public var connectionsPerAddress = 256
  public var requestsAtOnce = 512
  public var requestsPerAddress = 64
  public var uploadsAtOnce = 4

  public init() {}

  /// Bytes that a request's body may have, told from its head.
  func bodyBytes(_ head: HTTPRequest) -> Int64 {
    let path = (head.path ?? "").prefix { $0 != "?" }
    return head.method == .post && Self.uploadPaths.contains(String(path))
      ? uploadBytes + UploadLimits.envelopeBytes : formBytes
  }

  /// Where files are taken. Everywhere else a body is a small form.
  static let uploadPaths: Set<String> = ["/cargas"]
}

/// Why a request was refused or cut before a page could answer it.
enum RequestRefusal: String, CaseIterable, Error, Sendable {
  case unreadable
  case headersTooLarge
  case addressTooLong
  case bodyTooLarge
  case tooSlow
  case tooManyConnections
  case full
  case tooManyRequests
  case tooManyUploads
  case otherHost
  case ending

  var problem: Problem {
    switch self {
    case .unreadable: .invalid(rule: "page.unreadable")
    case .headersTooLarge: .invalid(rule: "page.headersTooLarge")
    case .addressTooLong: .invalid(rule: "page.addressTooLong")
    case .bodyTooLarge: .invalid(rule: "page.tooLong")
    case .tooSlow: .invalid(rule: "page.tooSlow")
    case .tooManyConnections: .tooMany(rule: "page.tooManyConnections")
    case .full: .tooMany(rule: "page.full")
    case .tooManyRequests: .tooMany(rule: "page.tooManyRequests")
    case .tooManyUploads: .tooMany(rule: "page.tooManyUploads")
    case .otherHost: .invalid(rule: "page.otherHost")
    case .ending: .tooMany(rule: "page.ending")
    }
  }

  var status: Int {
    switch self {
    case .unreadable: 400
    case .headersTooLarge: 431
    case .addressTooLong: 414
    case .bodyTooLarge: 413
    case .tooSlow: 408
    case .tooManyConnections, .tooManyRequests: 429
    case .full, .tooManyUploads, .ending: 503
    case .otherHost: 421
    }
  }

  /// When it is worth trying again.
  var retrySeconds: Int? {
    switch self {
    case .tooManyConnections, .tooManyRequests, .full, .ending: 5
    case .tooManyUploads: 60
    default: nil
    }
  }
}
