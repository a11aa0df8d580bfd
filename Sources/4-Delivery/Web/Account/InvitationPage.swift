import Access
import Hummingbird
import UseCases
import Vocabulary

/// `/convite/{token}`: an invited person chooses the password and comes in for the first time.
struct InvitationPage: Page {
  let frame: Frame
  let notices: [Notice]
  let email: String
  let sendHref: String
  let fields: [FormField]
  let providers: [Provider]
  let hasProviders: Bool
  let holdsSecret = true

  /// Instead of a password: the button that leads to a provider.
  struct Provider: Sendable {
    let label: String
    let sendHref: String
  }
}

extension InvitationPage {
  init(
    _ person: Person, token: String, providers: [IdentityChoice] = [], problem: Problem? = nil,
    surroundings: Surroundings
  ) {
    let path = AccountPaths.path(of: .invitation, token: token)
    self.init(
      frame: surroundings.frame(
        "Convite para o Prumo", lead: "\(person.name), escolha a senha com que você vai entrar.", in: nil,
        isEntry: true),
      notices: problem.map { [Notice($0)] } ?? [], email: person.email.description, sendHref: path,
      fields: NewPassword.fields(problem),
      providers: providers.map { Provider(label: $0.label, sendHref: "\(path)/provedor/\($0.key)") },
      hasProviders: !providers.isEmpty)
  }

  /// `GET /convite/{token}`
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let token = visit.part("token")
    let person = try await visit.prumo.invited(by: token)
    return try page(person, token, visit).response()
  }

  /// `POST /convite/{token}`: `senha`, `repetida`.
  static func accept(_ visit: OpenVisit) async throws -> Response {
    let token = visit.part("token")
    let person = try await visit.prumo.invited(by: token)
    do {
      let password = try NewPassword(try await visit.request.form()).checked()
      let tokens = try await visit.prumo.acceptInvitation(
        token, password: password, origin: visit.context.origin, client: visit.client)
      return try await visit.enterAnew(with: tokens)
    } catch let problem as Problem where problem.staysOnForm {
      return try page(person, token, visit, problem).response(status: problem.status)
    }
  }

  private static func page(
    _ person: Person, _ token: String, _ visit: OpenVisit, _ problem: Problem? = nil
  ) -> InvitationPage {
    InvitationPage(
      person, token: token, providers: visit.prumo.identityChoices, problem: problem,
      surroundings: visit.site.bareSurroundings)
  }
}
