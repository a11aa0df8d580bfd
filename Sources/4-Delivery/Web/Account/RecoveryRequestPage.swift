import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/recuperar`: asks for a link with which to choose a new password. The answer is the same for every address.
struct RecoveryRequestPage: Page {
  let frame: Frame
  let notices: [Notice]
  let field: FormField?
  /// What to do where the program sends no mail.
  let withoutMail: String?
}

extension RecoveryRequestPage {
  init(
    sendsMail: Bool, isDone: Bool = false, email: String = "", problem: Problem? = nil,
    surroundings: Surroundings
  ) {
    let done = Notice(
      .good, title: "Pedido recebido",
      text:
        "Se há uma conta com esse e-mail, o link chega em alguns minutos e vale por uma hora. Olhe também na caixa "
        + "de spam. Se não chegar, confira o e-mail e peça de novo, ou fale com o administrador do seu estado."
    )
    let shown = problem.map { Notice($0) } ?? (isDone && sendsMail ? done : nil)
    self.init(
      frame: surroundings.frame(
        "Esqueci a senha",
        lead: "Você recebe um link e escolhe outra. A senha antiga continua valendo até lá.",
        in: nil, isEntry: true),
      notices: shown.map { [$0] } ?? [],
      field: sendsMail
        ? FormField(
          "email", "E-mail da sua conta", type: "email", value: email,
          maximumLength: EmailAddress.maximumBytes, autocomplete: "username", inputMode: "email") : nil,
      withoutMail: sendsMail
        ? nil
        : "Este Prumo não envia e-mails. Peça ao administrador do seu estado um link para escolher outra senha: ele o "
          + "faz na sua página em Pessoas e entrega a você.")
  }

  /// `GET /recuperar`; `?pedido=feito` after it was asked for.
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let isDone = try visit.request.query()["pedido"] != nil
    return try RecoveryRequestPage(
      sendsMail: visit.prumo.sendsMail, isDone: isDone, surroundings: visit.site.bareSurroundings
    ).response()
  }

  /// `POST /recuperar`: `email`.
  static func request(_ visit: OpenVisit) async throws -> Response {
    let email = try await visit.request.form()["email"] ?? ""
    do {
      if visit.prumo.sendsMail {
        try await visit.prumo.requestRecovery(of: email, origin: visit.context.origin)
      }
      return .redirect(to: "/recuperar?pedido=feito")
    } catch let problem as Problem where problem.staysOnForm {
      return try RecoveryRequestPage(
        sendsMail: visit.prumo.sendsMail, email: email, problem: problem,
        surroundings: visit.site.bareSurroundings
      ).response(status: problem.status)
    }
  }
}
