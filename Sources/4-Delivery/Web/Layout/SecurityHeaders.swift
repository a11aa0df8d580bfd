import HTTPTypes
import Hummingbird
import Vocabulary

/// On every answer: nothing is fetched from elsewhere, nothing runs that stands in the page itself, no frame, no guess
/// of a type, no address told to other sites; and what a person sees after signing in stays in no cache.
struct SecurityHeaders: RouterMiddleware {
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// For a year no browser asks without encryption. Other names of the same domain are none of our business.
  static let onlyEncrypted = "max-age=31536000"

  private static let fixed: [(HTTPField.Name, String)] = [
    (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
    (ReferrerPolicy.name, ReferrerPolicy.ourPagesOnly), (HTTPField.Name("X-Frame-Options")!, "DENY"),
    (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Embedder-Policy")!, "require-corp"),
    (
      HTTPField.Name("Permissions-Policy")!,
      [
        "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "usb",
      ].map { $0 + "=()" }.joined(separator: ", ")
    ),
  ]

  /// A page that knows better keeps what it said.
  static func put(on fields: inout HTTPFields) {
    for (name, value) in fixed where fields[name] == nil { fields[name] = value }
  }

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    Self.put(on: &response.headers)
    let said = response.headers[.cacheControl] ?? ""
    if !said.hasPrefix("public"), !said.contains("no-store"), context.facts.notes.person != nil {
      response.headers[.cacheControl] = "private, no-store"
    }
    return response
  }
}

/// Only our own pages may write: a page of another site cannot post here in a person's name.
struct SameOrigin: RouterMiddleware {
  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard Self.isReading(request.method) || Self.isOurs(request, context.facts) else {
      throw Problem.conflict(rule: "page.foreign")
    }
    return try await next(request, context)
  }

  private static func isReading(_ method: HTTPRequest.Method) -> Bool {
    method == .get || method == .head || method == .options
  }

  /// The browser says where a request comes from, and a page cannot make it say otherwise.
  private static func isOurs(_ request: Request, _ facts: RequestFacts) -> Bool {
    if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!], site != "same-origin" { return false }
    if let origin = request.headers[.origin] {
      let pieces = origin.split(separator: "/", omittingEmptySubsequences: false)
      guard let host = request.head.authority, pieces.count == 3, pieces[1].isEmpty else { return false }
      return isOurScheme(pieces[0], facts) && pieces[2].lowercased() == host.lowercased()
    }
    return request.headers[HTTPField.Name("Sec-Fetch-Site")!] == "same-origin"
  }

  /// A page of the same name without encryption may be anybody's on the way.
  private static func isOurScheme(_ scheme: Substring, _ facts: RequestFacts) -> Bool {
    guard facts.isEncrypted || facts.isPlain else {
      return scheme == "https:" || scheme == "http:"
    }
    return scheme == (facts.isEncrypted ? "https:" : "http:")
  }
}
