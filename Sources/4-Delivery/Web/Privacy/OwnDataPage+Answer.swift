import HTTPTypes
import Hummingbird
import NIOCore
import Privacy
import UseCases
import Vocabulary

extension OwnDataPage {
  /// `GET /conta/dados`
  static func answer(_ visit: Visit) async throws -> Response {
    try await page(visit, isSent: try visit.request.query()["pedido"] == "enviado").response()
  }

  private static func page(
    _ visit: Visit, typed: Typed = Typed(), isSent: Bool = false
  ) async throws -> OwnDataPage {
    let surroundings = try await visit.surroundings()
    return OwnDataPage(
      try await visit.prumo.ownData(visit.signedIn),
      requests: try await visit.prumo.ownPrivacyRequests(visit.signedIn),
      roles: visit.prumo.roles, typed: typed, isSent: isSent,
      today: visit.prumo.now().day, surroundings: surroundings)
  }

  /// `GET /conta/dados.json`
  static func download(_ visit: Visit) async throws -> Response {
    let data = try await visit.prumo.exportOwnData(visit.signedIn)
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"prumo-meus-dados.json\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: try data.json())))
  }

  /// `POST /conta/dados/pedidos` with `tipo` and `texto`; `assim-mesmo` after the warning.
  static func ask(_ visit: Visit) async throws -> Response {
    let form = try await visit.request.form()
    var typed = Typed(kind: form["tipo"] ?? "", text: form["texto"] ?? "")
    do {
      guard let kind = PrivacyRequest.Kind(rawValue: typed.kind) else {
        throw Problem.invalid(field: "tipo", rule: "privacy.kindMissing")
      }
      try await visit.prumo.askAboutOwnData(
        kind, text: typed.text, sendAnyway: FreeTextArea.isSentAnyway(form), visit.signedIn)
      return .redirect(to: "/conta/dados?pedido=enviado#pedidos-titulo")
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
      typed.problem = problem
      return try await page(visit, typed: typed).response(status: problem.status)
    }
  }

  /// `POST /conta/dados/pedidos/{id}/desistir`
  static func withdraw(_ visit: Visit) async throws -> Response {
    guard let id = ID<PrivacyRequest>(visit.part("id")) else {
      throw Problem.notFound(rule: "privacy.unknownRequest")
    }
    try await visit.prumo.withdraw(id, visit.signedIn)
    return .redirect(to: "/conta/dados#pedidos-titulo")
  }
}
