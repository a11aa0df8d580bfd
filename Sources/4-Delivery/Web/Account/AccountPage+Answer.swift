import Access
import Hummingbird
import UseCases
import Vocabulary

extension AccountPage {
  /// `GET /conta`
  static func answer(_ visit: Visit) async throws -> Response {
    let news = try visit.request.query()["feito"].flatMap { AccountNews(rawValue: $0) }
    return try await page(visit, news: news).response()
  }

  /// `POST /conta/nome`: `nome`.
  static func correctName(_ visit: Visit) async throws -> Response {
    let name = try await visit.request.form()["nome"] ?? ""
    return try await changing(visit, .name, { Refused(form: .name, problem: $0, name: name) }) {
      try await visit.prumo.correctOwnName(name, visit.signedIn)
    }
  }

  /// `POST /conta/email`: `email`, `atual`.
  static func changeEmail(_ visit: Visit) async throws -> Response {
    let form = try await visit.request.form()
    let email = form["email"] ?? ""
    return try await changing(visit, .email, { Refused(form: .email, problem: $0, email: email) }) {
      try await visit.prumo.changeEmail(to: email, password: form["atual"] ?? "", visit.signedIn)
    }
  }

  /// `POST /conta/senha`: `atual`, `senha`, `repetida`.
  static func changePassword(_ visit: Visit) async throws -> Response {
    let form = try await visit.request.form()
    return try await changing(visit, .password, { Refused(form: .password, problem: $0) }) {
      try await visit.prumo.changePassword(
        from: form["atual"] ?? "", to: try NewPassword(form).checked(), visit.signedIn)
    }
  }

  /// `POST /conta/sessoes/{id}/encerrar`
  static func endSession(_ visit: Visit) async throws -> Response {
    guard let id = ID<Session>(visit.part("id")) else { throw Problem.notFound(rule: "session.unknown") }
    try await visit.prumo.endSession(id, visit.signedIn)
    return .redirect(to: AccountNews.session.href)
  }

  /// `POST /conta/sessoes/encerrar`: `quais=outras`, or all of them.
  static func endSessions(_ visit: Visit) async throws -> Response {
    let andThis = try await visit.request.form()["quais"] != "outras"
    try await visit.prumo.endSessions(andThis: andThis, visit.signedIn)
    guard andThis else { return .redirect(to: AccountNews.otherSessions.href) }
    var response = Response.redirect(to: SignInNews.signedOutEverywhere.href)
    response.setCookie(visit.cookies.session.ending)
    response.setCookie(visit.cookies.device.ending)
    return response
  }

  /// Does it and says so; or shows the same page, with what was typed, and the sentence of what said no.
  private static func changing(
    _ visit: Visit, _ news: AccountNews, _ refused: (Problem) -> Refused, _ change: () async throws -> Void
  ) async throws -> Response {
    do {
      try await change()
      return .redirect(to: news.href)
    } catch let problem as Problem where problem.kind != .notFound && problem.kind != .signInNeeded {
      return try await page(visit, refused: refused(problem)).response(status: problem.status)
    }
  }

  private static func page(
    _ visit: Visit, news: AccountNews? = nil, refused: Refused? = nil
  ) async throws -> AccountPage {
    let account = try await visit.prumo.ownAccount(visit.signedIn)
    let linked = try await visit.prumo.ownIdentities(visit.signedIn)
    let surroundings = try await visit.surroundings()
    let words = AccountPageWords(
      account: account, places: try await visit.prumo.names(of: account.assignments.map(\.place)),
      linked: linked,
      unlinked: visit.prumo.identityChoices.filter { !linked.contains($0) }, table: visit.prumo.roles,
      session: visit.signedIn.session.id, canChange: visit.actor.viewer == nil,
      clock: surroundings.clock)
    return AccountPage(account, words: words, news: news, refused: refused, surroundings: surroundings)
  }
}
