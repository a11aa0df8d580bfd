import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/recuperar`: asks for a link with which to choose a new password.
struct RecoveryPage: Page {
  let frame: Frame
  let notices: [Notice]
  /// Nil after the request, and where no mail is sent.
  let email: TextField?
}

extension RecoveryPage {
  init(email: String = "", problem: Problem? = nil, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Recuperar a senha", lead: "Enviaremos um endereço com que você escolhe uma nova.", in: nil,
        crumbs: Self.crumbs),
      notices: problem.map { [Notice($0)] } ?? [],
      email: TextField(
        .email, "email", label: "E-mail da sua conta", value: email, autocomplete: "username",
        maximumLength: EmailAddress.maximumBytes, problem: problem))
  }

  /// The same words whether or not there is such an account.
  init(askedWithMail sendsMail: Bool, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Recuperar a senha",
        lead: sendsMail
          ? "Se houver uma conta com este e-mail, um endereço acaba de ser enviado a ele."
          : "Aqui os endereços são entregues em mãos: peça o seu ao administrador do seu estado.", in: nil,
        crumbs: Self.crumbs),
      notices: [
        Notice(
          .plain,
          title: sendsMail ? "Confira a sua caixa de entrada" : "Fale com o administrador",
          text: sendsMail
            ? "O endereço vale por 1 hora e serve uma vez. Se não chegar, veja o lixo eletrônico ou fale com o "
              + "administrador do seu estado."
            : "Ele abre a sua página em Pessoas e gera um endereço que vale por 1 hora, com que você escolhe uma "
              + "nova senha.")
      ], email: nil)
  }

  private static let crumbs: [Frame.Crumb] = [
    .init(label: "Entrar", href: "/entrar"), .init(label: "Recuperar a senha", href: nil),
  ]

  static func answer(_ visit: OpenVisit) async throws -> Response {
    let surroundings = visit.site.bareSurroundings
    guard visit.prumo.sendsMail else {
      return try RecoveryPage(askedWithMail: false, surroundings: surroundings).response()
    }
    return try RecoveryPage(surroundings: surroundings).response()
  }

  static func ask(_ visit: OpenVisit) async throws -> Response {
    let email = try await visit.request.form()["email"] ?? ""
    let surroundings = visit.site.bareSurroundings
    do {
      try await visit.prumo.requestRecovery(of: email, origin: visit.context.origin)
      return try RecoveryPage(askedWithMail: visit.prumo.sendsMail, surroundings: surroundings).response()
        .notStored()
    } catch let problem as Problem {
      return try RecoveryPage(
        email: String(email.prefix(EmailAddress.maximumBytes)), problem: problem, surroundings: surroundings
      ).response(status: problem.status).notStored()
    }
  }
}
