import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/entrar`
struct SignInPage: Page {
  let frame: Frame
  let notices: [Notice]
  let fields: [TextField]
  let returnPath: String
  /// Other ways in, as gov.br.
  let providers: [Anchor]
  let hasProviders: Bool
}

extension SignInPage {
  init(
    email: String = "", returnPath: ReturnPath = .home, problem: Problem? = nil, notice: Notice? = nil,
    providers: [Anchor] = [], surroundings: Surroundings
  ) {
    let about = problem.map { $0.rule == "signIn.wrong" ? nil : $0 } ?? nil
    self.init(
      frame: surroundings.frame(
        "Entrar", lead: "Use o e-mail e a senha da sua conta. Ela é individual: não a empreste.", in: nil),
      notices: [problem.map { Notice($0, isLinked: false) }, notice].compactMap { $0 },
      fields: [
        TextField(
          .email, "email", label: "E-mail", value: email, autocomplete: "username",
          maximumLength: EmailAddress.maximumBytes, problem: about),
        TextField(.password, "senha", label: "Senha", autocomplete: "current-password", problem: about),
      ], returnPath: returnPath == .home ? "" : returnPath.text, providers: providers,
      hasProviders: !providers.isEmpty)
  }

  /// `GET /entrar?volta=/painel/MT`: whoever has signed in already goes on at once.
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let query = try visit.request.query()
    let path = query["volta"].flatMap { ReturnPath($0) } ?? .home
    if try await visit.signedIn() != nil { return .redirect(to: path.text) }
    let notice: Notice? =
      switch query["aviso"] {
      case "saiu": Notice(.good, title: "Você saiu", text: "Este navegador não abre mais a sua conta.")
      case "senha": Notice(.good, title: "Senha guardada", text: "Entre com ela agora.")
      default: nil
      }
    return try SignInPage(returnPath: path, notice: notice, surroundings: visit.site.bareSurroundings)
      .response().notStored()
  }

  /// `POST /entrar` with `email`, `senha` and perhaps `volta`.
  static func enter(_ visit: OpenVisit) async throws -> Response {
    let form = try await visit.request.form()
    let path = form["volta"].flatMap { ReturnPath($0) } ?? .home
    let cookies = visit.site.accountCookies
    do {
      let answer = try await visit.prumo.signIn(
        SignInAttempt(
          email: form["email"] ?? "", password: form["senha"] ?? "",
          device: cookies.device(in: visit.request), origin: visit.context.origin,
          client: visit.request.client))
      switch answer {
      case .signedIn(let tokens):
        return cookies.signedIn(tokens, on: .redirect(to: path.text))
      case .codeNeeded(let step):
        return cookies.began(step: step, on: .redirect(to: CodePage.href(path)))
      }
    } catch let problem as Problem {
      return try SignInPage(
        email: String((form["email"] ?? "").prefix(EmailAddress.maximumBytes)), returnPath: path,
        problem: problem, surroundings: visit.site.bareSurroundings
      ).response(status: problem.status).notStored()
    }
  }

  /// `POST /sair`: also when the session has ended already.
  static func leave(_ visit: OpenVisit) async throws -> Response {
    if let signedIn = try await visit.signedIn() { try await visit.prumo.signOut(signedIn) }
    return visit.site.accountCookies.signedOut(on: .redirect(to: "/entrar?aviso=saiu"))
  }
}
