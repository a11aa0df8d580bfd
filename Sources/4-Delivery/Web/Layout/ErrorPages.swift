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
    } catch let cut as RequestRefusal {
      return try await last(refusal(cut.problem, of: request, context, status: .init(code: cut.status)))
    } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
      return try await refusal(.notFound(rule: "page.unknown"), of: request, context)
    } catch let error as any HTTPResponseError where error.status.kind == .clientError {
      return try await refusal(
        .invalid(rule: "page.unreadable"), of: request, context, status: error.status)
    } catch {
      return try defect(error, at: request, context)
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

  /// Of a connection whose request was cut nothing more can be understood.
  private func last(_ response: Response) -> Response {
    var response = response
    response.headers[.connection] = "close"
    return response
  }

  /// The code is the request's own number, so that the page, the cause and the request's line in the log belong
  /// together. An address may hold a token: the log has the route's pattern.
  private func defect(_ error: any Error, at request: Request, _ context: PageContext) throws -> Response {
    let code = context.facts.id
    site.logger.error(
      "Uma página falhou",
      metadata: [
        "request": "\(code)", "method": "\(request.method)", "route": "\(context.endpointPath ?? "?")",
        "cause": "\(String(reflecting: error))",
      ])
    return try MessagePage(defect: code, surroundings: site.bareSurroundings).response(
      status: .internalServerError)
  }
}

extension Problem {
  /// The one table from kinds of refusal to HTTP. Where HTTP has a word for the very rule, it is used.
  var status: HTTPResponse.Status {
    switch rule {
    case "page.tooLong", "upload.tooLarge": return .contentTooLarge
    case "upload.otherType": return .unsupportedMediaType
    case "page.addressTooLong": return .uriTooLong
    case "page.tooSlow": return .requestTimeout
    default: break
    }
    return switch kind {
    case .invalid: .unprocessableContent
    case .conflict: .conflict
    case .notFound: .notFound
    case .signInNeeded: .unauthorized
    case .notAllowed: .forbidden
    case .tooMany: .tooManyRequests
    }
  }
}
