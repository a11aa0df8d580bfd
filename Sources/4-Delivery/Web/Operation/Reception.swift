import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import UseCases

/// Stands before the pages: finds out who asks and by which way, gives the request its number, keeps the limits, and
/// afterwards writes it into the log and counts it.
struct Reception<Pages: HTTPResponder>: HTTPResponder where Pages.Context == PageContext {
  let pages: Pages
  let facts: RequestFactsReader
  let hosts: HostRule
  let places: RequestPlaces
  let refusalPages: RefusalPages
  let refusals: RefusalNotes
  let requests: RequestLog

  func respond(to request: Request, context: PageContext) async throws -> Response {
    let peer = context.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
    let facts = facts.facts(of: request.head, peer: peer)
    var head = request.head
    // What a trusted proxy was asked for is what the pages were asked for.
    if let host = facts.host { head.authority = host }
    let asked = Request(head: head, body: request.body)
    var context = context
    context.facts = facts
    let began = ContinuousClock.now
    requests.begin()
    var response: Response
    do {
      response = try await answer(asked, context)
    } catch {
      requests.end(asked, route: context.endpointPath, status: 0, bytes: 0, facts, since: began)
      throw error
    }
    SecurityHeaders.put(on: &response.headers)
    response.headers[RequestFactsReader.requestID] = facts.id
    if facts.isEncrypted || hosts.publicAddress?.isEncrypted == true {
      response.headers[.strictTransportSecurity] = SecurityHeaders.onlyEncrypted
    }
    requests.end(
      asked, route: context.endpointPath, status: response.status.code, bytes: response.body.contentLength,
      facts, since: began)
    return response
  }

  private func answer(_ request: Request, _ context: PageContext) async throws -> Response {
    switch hosts.verdict(request.head, context.facts) {
    case .fine: break
    case .elsewhere(let address):
      return Response(status: .permanentRedirect, headers: [.location: address, .cacheControl: "no-store"])
    case .refused: return refuse(.otherHost)
    }
    // Those who watch are answered also when nobody else is.
    guard !Watching.paths.contains(request.uri.path) else {
      return try await pages.respond(to: request, context: context)
    }
    let client = context.facts.client
    let isUpload = request.method == .post && RequestLimits.uploadPaths.contains(request.uri.path)
    if let refusal = places.enter(client, isUpload: isUpload) { return refuse(refusal) }
    defer { places.leave(client, isUpload: isUpload) }
    return try await pages.respond(to: request, context: context)
  }

  private func refuse(_ refusal: RequestRefusal) -> Response {
    refusals.note(refusal)
    let head = refusalPages.head(refusal)
    return Response(
      status: head.status, headers: head.headerFields,
      body: ResponseBody(byteBuffer: refusalPages.body(refusal)))
  }
}
