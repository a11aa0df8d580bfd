import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/convite/{token}` and `/recuperar/{token}`: who holds the link chooses a password.
struct LinkPage: Page {
  let frame: Frame
  let notices: [Notice]
  let action: String
  let fields: [TextField]
  let button: String
  let points: [String]
}

extension LinkPage {
  enum Purpose: Sendable { case invitation, recovery }

  init(
    _ purpose: Purpose, of person: Person, action: String, problem: Problem? = nil, surroundings: Surroundings
  ) {
    let isInvitation = purpose == .invitation
    self.init(
      frame: surroundings.frame(
        isInvitation ? "Bem-vindo ao Prumo" : "Nova senha",
        lead: isInvitation
          ? "\(person.name), escolha a sua senha para entrar."
          : "\(person.name), escolha a nova senha. As outras sessões da sua conta serão encerradas.", in: nil),
      notices: problem.map { [Notice($0, isLinked: false)] } ?? [], action: action,
      // The address stands in the form so that the browser's list of passwords knows whose it is.
      fields: [
        TextField(
          .email, "email", label: "E-mail", value: person.email.description, autocomplete: "username",
          isFixed: true)
      ] + NewPassword.fields(problem), button: isInvitation ? "Guardar e entrar" : "Guardar a nova senha",
      points: isInvitation
        ? [
          "A conta é só sua: ninguém mais deve conhecer a senha, nem o administrador.",
          "Este endereço serve uma vez. Da próxima, entre pela página inicial com o e-mail e a senha.",
          "A conta acaba com o seu cargo.",
        ]
        : [
          "Este endereço serve uma vez.",
          "Se a sua conta tem o segundo fator, ele continua: o código do celular será pedido ao entrar.",
        ])
  }

  static func invitation(_ visit: OpenVisit) async throws -> Response {
    try page(.invitation, of: try await visit.prumo.invited(by: visit.part("token")), visit)
  }

  static func accept(_ visit: OpenVisit) async throws -> Response {
    let person = try await visit.prumo.invited(by: visit.part("token"))
    let form = try await visit.request.form()
    return try await retrying(.invitation, person, visit) {
      let tokens = try await visit.prumo.acceptInvitation(
        visit.part("token"), password: try NewPassword.chosen(in: form), origin: visit.context.origin,
        client: visit.request.client)
      return visit.site.accountCookies.signedIn(tokens, on: .redirect(to: "/"))
    }
  }

  static func recovery(_ visit: OpenVisit) async throws -> Response {
    try page(.recovery, of: try await visit.prumo.recovering(by: visit.part("token")), visit)
  }

  static func recover(_ visit: OpenVisit) async throws -> Response {
    let person = try await visit.prumo.recovering(by: visit.part("token"))
    let form = try await visit.request.form()
    return try await retrying(.recovery, person, visit) {
      try await visit.prumo.recover(
        visit.part("token"), password: try NewPassword.chosen(in: form), origin: visit.context.origin)
      return visit.site.accountCookies.signedOut(on: .redirect(to: "/entrar?aviso=senha"))
    }
  }

  private static func page(
    _ purpose: Purpose, of person: Person, _ visit: OpenVisit, problem: Problem? = nil
  ) throws -> Response {
    try LinkPage(
      purpose, of: person, action: visit.request.uri.path, problem: problem,
      surroundings: visit.site.bareSurroundings
    ).response(status: problem?.status ?? .ok).withSecretAddress()
  }

  /// A password that is refused leaves the link as good as it was.
  private static func retrying(
    _ purpose: Purpose, _ person: Person, _ visit: OpenVisit, _ work: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await work()
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .tooMany {
      return try page(purpose, of: person, visit, problem: NewPassword.told(problem))
    }
  }
}
