import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/primeiro-acesso/{token}`: whoever holds the link that the program printed becomes its first administrator.
struct FirstAccessPage: Page {
  let frame: Frame
  let notices: [Notice]
  let sendHref: String
  let fields: [FormField]
  let holdsSecret = true
}

extension FirstAccessPage {
  init(
    token: String, name: String = "", email: String = "", problem: Problem? = nil, surroundings: Surroundings
  ) {
    self.init(
      frame: surroundings.frame(
        "Primeiro acesso",
        lead:
          "Você será o primeiro administrador: vai convidar as outras pessoas e dar a cada uma o seu papel.",
        in: nil, isEntry: true),
      notices: problem.map { [Notice($0)] } ?? [],
      sendHref: AccountPaths.path(of: .firstAdministrator, token: token),
      fields: [
        FormField(
          "nome", "Nome completo", value: name, maximumLength: Person.longestName, autocomplete: "name",
          problem: problem),
        FormField(
          "email", "E-mail de trabalho", hint: "É com ele que você entra.", type: "email", value: email,
          maximumLength: EmailAddress.maximumBytes, autocomplete: "username", inputMode: "email",
          problem: problem),
      ] + NewPassword.fields(problem))
  }

  /// `GET /primeiro-acesso/{token}`
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let token = visit.part("token")
    try await visit.prumo.checkFirstAdministratorLink(token)
    return try FirstAccessPage(token: token, surroundings: visit.site.bareSurroundings).response()
  }

  /// `POST /primeiro-acesso/{token}`: `nome`, `email`, `senha`, `repetida`.
  static func begin(_ visit: OpenVisit) async throws -> Response {
    let token = visit.part("token")
    let form = try await visit.request.form()
    let (name, email) = (form["nome"] ?? "", form["email"] ?? "")
    do {
      let tokens = try await visit.prumo.becomeFirstAdministrator(
        token,
        NewAccount(
          name: name, email: email, password: try NewPassword(form).checked(), origin: visit.context.origin,
          client: visit.client))
      return try await visit.enterAnew(with: tokens)
    } catch let problem as Problem where problem.staysOnForm {
      return try FirstAccessPage(
        token: token, name: name, email: email, problem: problem, surroundings: visit.site.bareSurroundings
      ).response(status: problem.status)
    }
  }
}
