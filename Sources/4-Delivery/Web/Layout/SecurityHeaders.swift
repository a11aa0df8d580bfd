import HTTPTypes
import Hummingbird
import Vocabulary

/// On every answer: nothing is fetched from elsewhere, nothing runs that stands in the page itself, no frame, no guess
/// of a type, no address told to other sites.
struct SecurityHeaders: RouterMiddleware {
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    if response.headers[ReferrerPolicy.name] == nil {
      response.headers[ReferrerPolicy.name] = ReferrerPolicy.ourPagesOnly
    }
    response.headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] = "same-origin"
    response.headers[HTTPField.Name("Cross-Origin-Resource-Policy")!] = "same-origin"
    response.headers[HTTPField.Name("Permissions-Policy")!] = "camera=(), geolocation=(), microphone=()"
    return response
  }
}

/// Only our own pages may write: a page of another site cannot post here in a person's name.
struct SameOrigin: RouterMiddleware {
  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard Self.isReading(request.method) || Self.isOurs(request) else {
      throw Problem.conflict(rule: "page.foreign")
    }
    return try await next(request, context)
  }

  private static func isReading(_ method: HTTPRequest.Method) -> Bool {
    method == .get || method == .head || method == .options
  }

  /// The browser says where a request comes from, and a page cannot make it say otherwise.
  private static func isOurs(_ request: Request) -> Bool {
    if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!], site != "same-origin" { return false }
    if let origin = request.headers[.origin] {
      let pieces = origin.split(separator: "/", omittingEmptySubsequences: false)
      guard let host = request.head.authority, pieces.count == 3, pieces[1].isEmpty else { return false }
      return pieces[2].lowercased() == host.lowercased()
    }
    return request.headers[HTTPField.Name("Sec-Fetch-Site")!] == "same-origin"
  }
}
