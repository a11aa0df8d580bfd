import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/recuperar/{token}`: a new password for whoever holds the link.
struct RecoveryPage: Page {
  let frame: Frame
  let notices: [Notice]
  let email: String
  let sendHref: String
  let fields: [FormField]
  let holdsSecret = true
}

extension RecoveryPage {
  init(_ person: Person, token: String, problem: Problem? = nil, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Escolher outra senha", lead: "\(person.name), depois disto você entra com a senha nova.", in: nil,
        isEntry: true),
      notices: problem.map { [Notice($0)] } ?? [], email: person.email.description,
      sendHref: AccountPaths.path(of: .recovery, token: token), fields: NewPassword.fields(problem))
  }

  /// `GET /recuperar/{token}`
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let token = visit.part("token")
    let person = try await visit.prumo.recovering(by: token)
    return try RecoveryPage(person, token: token, surroundings: visit.site.bareSurroundings).response()
  }

  /// `POST /recuperar/{token}`: `senha`, `repetida`.
  static func recover(_ visit: OpenVisit) async throws -> Response {
    let token = visit.part("token")
    let person = try await visit.prumo.recovering(by: token)
    do {
      let password = try NewPassword(try await visit.request.form()).checked()
      try await visit.prumo.recover(token, password: password, origin: visit.context.origin)
      return visit.leaving(to: .newPassword)
    } catch let problem as Problem where problem.staysOnForm {
      return try RecoveryPage(
        person, token: token, problem: problem, surroundings: visit.site.bareSurroundings
      ).response(status: problem.status)
    }
  }
}
