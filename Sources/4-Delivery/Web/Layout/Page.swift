import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// A page: its frame, its own stored properties, and the template that has its name.
protocol Page: Sendable {
  var frame: Frame { get }
  /// It shows something that opens an account: a link, a secret, codes. No cache keeps it, nothing compresses it, and its
  /// address is told to nobody.
  var holdsSecret: Bool { get }
}

extension Page {
  var holdsSecret: Bool { false }

  static var templateName: String { String(describing: Self.self) }

  func response(status: HTTPResponse.Status = .ok) throws -> Response {
    let html = try Templates.shared.html(of: self)
    var headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8",
      .cacheControl: holdsSecret ? Caching.never : Caching.byTheBrowserAlone,
    ]
    if holdsSecret { headers[ReferrerPolicy.name] = ReferrerPolicy.withoutPath }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }
}

enum Caching {
  static let never = "no-store"
  /// Pages differ from person to person; the browser asks again each time.
  static let byTheBrowserAlone = "private, no-cache"
}

/// What a browser tells of the page that a request comes from.
enum ReferrerPolicy {
  static let name = HTTPField.Name("Referrer-Policy")!
  static let ourPagesOnly = "same-origin"
  /// Of a page whose address is a secret not even our own log of requests learns it. `no-referrer` would go one step
  /// further, and take the `Origin` from its forms by which we know that they are ours (Fetch Standard, "append a request
  /// Origin header").
  static let withoutPath = "strict-origin"
}
