import Hummingbird
import UseCases
import Vocabulary

/// `/entrar/codigo`: the second factor, from the telephone or from the sheet of recovery codes.
struct SignInCodePage: Page {
  static let path = "/entrar/codigo"

  let frame: Frame
  let notices: [Notice]
  let returnTo: String
  let code: FormField
  let recoveryCode: FormField
  let isRecovering: Bool
}

extension SignInCodePage {
  init(
    returnTo: ReturnPath, isRecovering: Bool = false, problem: Problem? = nil, surroundings: Surroundings
  ) {
    self.init(
      frame: surroundings.frame(
        "Código de segurança", lead: "A senha está certa. Falta o código do seu celular.", in: nil,
        isEntry: true),
      notices: problem.map { [Notice($0)] } ?? [], returnTo: returnTo == .home ? "" : returnTo.text,
      code: .timeCode("Código", isRecovering ? nil : problem),
      recoveryCode: FormField(
        "codigo", "Código de recuperação",
        hint: "Um dos dez que você guardou, como 7K4M-2QXR-9TDF. Cada um entra uma vez.",
        id: "codigo-recuperacao", problem: isRecovering ? problem : nil),
      isRecovering: isRecovering)
  }

  /// `GET /entrar/codigo?volta=`
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let returnTo = try visit.request.query().returnPath
    guard visit.cookies.step.value(in: visit.request) != nil else {
      return .redirect(to: returnTo.signInHref)
    }
    return try SignInCodePage(returnTo: returnTo, surroundings: visit.site.bareSurroundings).response()
  }

  /// `POST /entrar/codigo`: `codigo`, `forma=recuperacao` from the second form, `volta`.
  static func enter(_ visit: OpenVisit) async throws -> Response {
    let form = try await visit.request.form()
    let returnTo = form.returnPath
    guard let step = visit.cookies.step.value(in: visit.request) else {
      return .redirect(to: returnTo.signInHref)
    }
    do {
      let tokens = try await visit.prumo.signIn(
        CodeAttempt(
          step: step, code: form["codigo"] ?? "", device: visit.device, origin: visit.context.origin,
          client: visit.client))
      return try await visit.enter(with: tokens, to: returnTo)
    } catch let problem as Problem where problem.staysOnForm {
      return try SignInCodePage(
        returnTo: returnTo, isRecovering: form["forma"] == "recuperacao", problem: problem,
        surroundings: visit.site.bareSurroundings
      ).response(status: problem.status)
    }
  }
}

extension FormField {
  /// Six digits, as telephones fill them in.
  static func timeCode(_ label: String, id: String? = nil, _ problem: Problem?) -> FormField {
    FormField(
      "codigo", label, hint: "Os seis números que o aplicativo mostra agora para o Prumo.",
      autocomplete: "one-time-code", inputMode: "numeric", id: id, problem: problem)
  }
}

extension Problem {
  /// Told on the form that was sent, for trying again; everything else is a page of its own.
  var staysOnForm: Bool { field != nil || kind == .tooMany }
}
