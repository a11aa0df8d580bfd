import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/primeiro-acesso/{token}`: the first administrator, by the link that the program prints at its start.
struct FirstAccessPage: Page {
  let frame: Frame
  let notices: [Notice]
  let action: String
  let fields: [TextField]
}

extension FirstAccessPage {
  init(
    action: String, name: String = "", email: String = "", problem: Problem? = nil, surroundings: Surroundings
  ) {
    self.init(
      frame: surroundings.frame(
        "Primeiro acesso",
        lead: "Você será o primeiro administrador deste programa, e convidará os outros.", in: nil),
      notices: problem.map { [Notice($0, isLinked: false)] } ?? [], action: action,
      fields: [
        TextField(
          .text, "nome", label: "Seu nome", value: name, autocomplete: "name",
          maximumLength: Person.longestName,
          problem: problem),
        TextField(
          .email, "email", label: "E-mail", hint: "Com ele você entra. Prefira o do trabalho.", value: email,
          autocomplete: "username", maximumLength: EmailAddress.maximumBytes, problem: problem),
      ] + NewPassword.fields(problem))
  }

  static func answer(_ visit: OpenVisit) async throws -> Response {
    try await visit.prumo.checkFirstAdministratorLink(visit.part("token"))
    return try FirstAccessPage(action: visit.request.uri.path, surroundings: visit.site.bareSurroundings)
      .response().withSecretAddress()
  }

  static func become(_ visit: OpenVisit) async throws -> Response {
    let form = try await visit.request.form()
    let (name, email) = (form["nome"] ?? "", form["email"] ?? "")
    do {
      let tokens = try await visit.prumo.becomeFirstAdministrator(
        visit.part("token"),
        NewAccount(
          name: name, email: email, password: try NewPassword.chosen(in: form), origin: visit.context.origin,
          client: visit.request.client))
      return visit.site.accountCookies.signedIn(tokens, on: .redirect(to: "/conta/segundo-fator"))
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .tooMany {
      let told = NewPassword.told(problem)
      return try FirstAccessPage(
        action: visit.request.uri.path, name: String(name.prefix(2 * Person.longestName)),
        email: String(email.prefix(EmailAddress.maximumBytes)), problem: told,
        surroundings: visit.site.bareSurroundings
      ).response(status: problem.status).withSecretAddress()
    }
  }
}
