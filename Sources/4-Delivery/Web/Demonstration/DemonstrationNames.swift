import HTTPTypes
import Hummingbird

/// What is downloaded from a demonstration says so in its name: a file goes where no page's strip goes with it.
struct DemonstrationNames: RouterMiddleware {
  static let beginning = "demonstracao-"
  private static let attachment = "attachment; filename=\""

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    if let disposition = response.headers[.contentDisposition], disposition.hasPrefix(Self.attachment) {
      response.headers[.contentDisposition] =
        Self.attachment + Self.beginning + disposition.dropFirst(Self.attachment.count)
    }
    return response
  }
}
