import Access
import Hummingbird
import UseCases
import Vocabulary

extension AccountPage {
  /// `GET /conta?aviso=`
  static func answer(_ visit: Visit) async throws -> Response {
    let said: (title: String, text: String?)? =
      switch try visit.request.query()["aviso"] {
      case "nome": ("Nome guardado", nil)
      case "senha": ("Senha guardada", "As outras sessões foram encerradas.")
      case "email": ("E-mail guardado", "É com ele que você entra daqui em diante.")
      case "sessao": ("Sessão encerrada", nil)
      case "sessoes": ("As outras sessões foram encerradas", nil)
      case "segundo-fator": ("Segundo fator desativado", nil)
      default: nil
      }
    return try await page(visit, notice: said.map { Notice(.good, title: $0.title, text: $0.text) })
  }

  /// `POST /conta/nome`
  static func correctName(_ visit: Visit) async throws -> Response {
    let name = try await visit.request.form()["nome"] ?? ""
    return try await retrying(visit, .name, name: name) {
      try await visit.prumo.correctOwnName(name, visit.signedIn)
      return "nome"
    }
  }

  /// `POST /conta/senha`
  static func changePassword(_ visit: Visit) async throws -> Response {
    let form = try await visit.request.form()
    return try await retrying(visit, .password) {
      try await visit.prumo.changePassword(
        from: form["atual"] ?? "", to: try NewPassword.chosen(in: form), visit.signedIn)
      return "senha"
    }
  }

  /// `POST /conta/email`
  static func changeEmail(_ visit: Visit) async throws -> Response {
    let form = try await visit.request.form()
    let email = form["email"] ?? ""
    return try await retrying(visit, .email, email: email) {
      try await visit.prumo.changeEmail(to: email, password: form["senha"] ?? "", visit.signedIn)
      return "email"
    }
  }

  /// `POST /conta/sessoes/{id}/encerrar`
  static func endSession(_ visit: Visit) async throws -> Response {
    guard let id = ID<Session>(visit.part("id")) else { throw Problem.notFound(rule: "session.unknown") }
    try await visit.prumo.endSession(id, visit.signedIn)
    return id == visit.signedIn.session.id
      ? visit.site.accountCookies.signedOut(on: .redirect(to: "/entrar?aviso=saiu"))
      : .redirect(to: "/conta?aviso=sessao")
  }

  /// `POST /conta/sessoes/encerrar` with `quais=todas` or `outras`.
  static func endSessions(_ visit: Visit) async throws -> Response {
    let isAll = try await visit.request.form()["quais"] == "todas"
    try await visit.prumo.endSessions(andThis: isAll, visit.signedIn)
    return isAll
      ? visit.site.accountCookies.signedOut(on: .redirect(to: "/entrar?aviso=saiu"))
      : .redirect(to: "/conta?aviso=sessoes")
  }

  /// `POST /ver-como/fim`
  static func stopViewing(_ visit: Visit) async throws -> Response {
    try await visit.prumo.stopViewing(visit.signedIn)
    return .redirect(to: "/")
  }

  private static func page(
    _ visit: Visit, notice: Notice? = nil, refusal: Refusal? = nil
  ) async throws -> Response {
    try AccountPage(
      try await visit.prumo.ownAccount(visit.signedIn), roleTable: visit.prumo.roles,
      this: visit.signedIn.session.id, notice: notice, refusal: refusal,
      surroundings: try await visit.surroundings()
    ).response(status: refusal?.problem.status ?? .ok).notStored()
  }

  /// What is refused shows the page again, with its form open and what was typed but for passwords.
  private static func retrying(
    _ visit: Visit, _ form: Refusal.Form, name: String? = nil, email: String? = nil,
    _ work: () async throws -> String
  ) async throws -> Response {
    do {
      return .redirect(to: "/conta?aviso=\(try await work())")
    } catch let problem as Problem where problem.kind != .notAllowed {
      // The password of the second form has a name of its own.
      let isPassword = form == .email && problem.field == "atual"
      let told =
        isPassword
        ? .invalid(field: "senha", rule: problem.rule, problem.details) : NewPassword.told(problem)
      let refusal = Refusal(
        form: form, problem: told, name: name.map { String($0.prefix(2 * Person.longestName)) },
        email: email.map { String($0.prefix(EmailAddress.maximumBytes)) })
      return try await page(visit, refusal: refusal)
    }
  }
}
