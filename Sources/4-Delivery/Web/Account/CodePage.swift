import Foundation
import Hummingbird
import UseCases
import Vocabulary

/// `/entrar/codigo`: the second factor, after the password.
struct CodePage: Page {
  let frame: Frame
  let notices: [Notice]
  let action: String
  let code: TextField
  let recovery: TextField
  let isRecoveryOpen: Bool
}

extension CodePage {
  static func href(_ path: ReturnPath) -> String {
    let plain = CharactersOfAddresses.unreserved
    let back = path.text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    return path == .home ? "/entrar/codigo" : "/entrar/codigo?volta=\(back)"
  }

  init(
    returnPath: ReturnPath, problem: Problem? = nil, isRecovery: Bool = false, surroundings: Surroundings
  ) {
    self.init(
      frame: surroundings.frame(
        "Código do celular", lead: "A senha está certa. Falta o código que o seu aplicativo mostra agora.",
        in: nil,
        crumbs: [.init(label: "Entrar", href: "/entrar"), .init(label: "Código", href: nil)]),
      notices: problem.map { [Notice($0)] } ?? [], action: Self.href(returnPath),
      code: TextField(
        .text, "codigo", label: "Código de 6 dígitos", autocomplete: "one-time-code", maximumLength: 12,
        inputMode: "numeric", problem: isRecovery ? nil : problem),
      recovery: TextField(
        .text, "recuperacao", label: "Código de recuperação",
        hint:
          "Um dos dez que você guardou ao ativar o segundo fator, como 7K4M-2QXR-9TDF. Cada um serve uma vez.",
        maximumLength: 40,
        problem: isRecovery ? problem.map { .invalid(field: "recuperacao", rule: $0.rule, $0.details) } : nil),
      isRecoveryOpen: isRecovery)
  }

  static func answer(_ visit: OpenVisit) async throws -> Response {
    let path = try visit.request.query()["volta"].flatMap { ReturnPath($0) } ?? .home
    guard visit.site.accountCookies.step(in: visit.request) != nil else {
      return .redirect(to: path.signInHref)
    }
    return try CodePage(returnPath: path, surroundings: visit.site.bareSurroundings).response().notStored()
  }

  /// `POST /entrar/codigo?volta=` with `codigo` or `recuperacao`.
  static func enter(_ visit: OpenVisit) async throws -> Response {
    let path = try visit.request.query()["volta"].flatMap { ReturnPath($0) } ?? .home
    let form = try await visit.request.form()
    let cookies = visit.site.accountCookies
    let recovery = form["recuperacao"] ?? ""
    do {
      guard let step = cookies.step(in: visit.request) else {
        throw Problem.conflict(rule: "signIn.stepOver")
      }
      let tokens = try await visit.prumo.signIn(
        CodeAttempt(
          step: step, code: recovery.isEmpty ? form["codigo"] ?? "" : recovery,
          device: cookies.device(in: visit.request), origin: visit.context.origin,
          client: visit.request.client))
      return cookies.signedIn(tokens, on: .redirect(to: path.text))
    } catch let problem as Problem {
      return try CodePage(
        returnPath: path, problem: problem, isRecovery: !recovery.isEmpty,
        surroundings: visit.site.bareSurroundings
      ).response(status: problem.status).notStored()
    }
  }
}
