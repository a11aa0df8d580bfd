import HTTPTypes
import Hummingbird
import Logging
import UseCases
import Vocabulary

/// What is refused becomes a page with the rule's sentence; what fails becomes a page with a code, and the log has
/// the cause beside the same code.
struct ErrorPages: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let problem as Problem where problem.kind == .signInNeeded && Self.isOpening(request) {
      return .redirect(to: (ReturnPath(request.uri.description) ?? .home).signInHref)
    } catch let problem as Problem {
      return try await refusal(problem, of: request, context)
    } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
      return try await refusal(.notFound(rule: "page.unknown"), of: request, context)
    } catch let error as any HTTPResponseError where error.status.kind == .clientError {
      return try await refusal(
        .invalid(rule: "page.unreadable"), of: request, context, status: error.status)
    } catch {
      return try defect(error, at: request)
    }
  }

  /// A page that a person opens leads to the sign-in; what writes or fetches is told so.
  private static func isOpening(_ request: Request) -> Bool {
    (request.method == .get || request.method == .head) && !request.uri.path.hasSuffix(".csv")
  }

  private func refusal(
    _ problem: Problem, of request: Request, _ context: PageContext, status: HTTPResponse.Status? = nil
  ) async throws -> Response {
    let visit = OpenVisit(request: request, context: context, site: site)
    let surroundings = (try? await visit.surroundings()) ?? site.bareSurroundings
    return try MessagePage(problem, surroundings: surroundings).response(status: status ?? problem.status)
  }

  private func defect(_ error: any Error, at request: Request) throws -> Response {
    let id: ID<ErrorPages> = site.prumo.newID()
    let code = id.text.prefix(8).uppercased()
    site.logger.error(
      "A page failed",
      metadata: [
        "code": "\(code)", "method": "\(request.method)", "path": "\(SecretAddresses.shown(request.uri.path))",
        "cause": "\(String(reflecting: error))",
      ])
    return try MessagePage(defect: code, surroundings: site.bareSurroundings).response(
      status: .internalServerError)
  }
}

extension Problem {
  /// The one table from kinds of refusal to HTTP.
  var status: HTTPResponse.Status {
    switch kind {
    case .invalid: .unprocessableContent
    case .conflict: .conflict
    case .notFound: .notFound
    case .signInNeeded: .unauthorized
    case .notAllowed: .forbidden
    case .tooMany: .tooManyRequests
    }
  }
}
