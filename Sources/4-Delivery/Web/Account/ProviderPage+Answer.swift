import Hummingbird
import UseCases
import Vocabulary

/// Sign-in by an identity provider: there, and back again.
enum ProviderSignIn {
  /// `GET /entrar/provedor/{provedor}?volta=`: leads to the provider.
  static func begin(_ visit: OpenVisit) async throws -> Response {
    let returnTo = try visit.request.query().returnPath
    let key = visit.part("provedor")
    do {
      let beginning = try await visit.prumo.beginIdentity(
        at: key, for: .signIn, back: visit.backAddress(of: key), returnTo: returnTo.text)
      var response = Response.redirect(to: beginning.address)
      response.setCookie(visit.cookies.identity.setting(beginning.sealed))
      response.headers[.cacheControl] = Caching.never
      return response
    } catch let problem as Problem {
      return try refused(problem, returnTo, visit)
    }
  }

  /// `GET /entrar/provedor/{provedor}/retorno`: the browser comes back, and perhaps a person with it.
  static func complete(_ visit: OpenVisit) async throws -> Response {
    let key = visit.part("provedor")
    let query = try visit.request.query()
    let signedIn = try await visit.signedIn()
    do {
      let answer = try await visit.prumo.completeIdentity(
        IdentityReturn(
          provider: key, sealed: visit.cookies.identity.value(in: visit.request),
          parameters: ["state", "iss", "code", "error"].reduce(into: [:]) { $0[$1] = query[$1] },
          back: visit.backAddress(of: key), device: visit.device, origin: visit.context.origin,
          client: visit.client), signedIn: signedIn)
      var response = try await onward(answer, visit)
      response.setCookie(visit.cookies.identity.ending)
      return response
    } catch let problem as Problem where signedIn == nil && problem.kind != .notFound {
      return try refused(problem, .home, visit)
    }
  }

  private static func onward(_ answer: IdentityAnswer, _ visit: OpenVisit) async throws -> Response {
    switch answer {
    case .entering(let answer, let returnTo):
      return try await visit.goOn(answer, to: ReturnPath(returnTo) ?? .home)
    case .accepted(.signedIn(let tokens)): return try await visit.enterAnew(with: tokens)
    case .accepted(let answer): return try await visit.goOn(answer, to: .home)
    case .linked: return .redirect(to: AccountNews.linked.href)
    }
  }

  /// The sign-in again, with the reason: there the password still works.
  private static func refused(
    _ problem: Problem, _ returnTo: ReturnPath, _ visit: OpenVisit
  ) throws -> Response {
    try SignInPage(
      .init(returnTo: returnTo, problem: problem, providers: visit.prumo.identityChoices),
      surroundings: visit.site.bareSurroundings
    ).response(status: problem.status)
  }
}

extension ProviderPage {
  /// `POST /convite/{token}/provedor/{provedor}`
  static func accept(_ visit: OpenVisit) async throws -> Response {
    let (key, token) = (visit.part("provedor"), visit.part("token"))
    let choice = try visit.prumo.identityChoice(key)
    let beginning = try await visit.prumo.beginIdentity(
      at: key, for: .invitation(token: token), back: visit.backAddress(of: key),
      returnTo: ReturnPath.home.text)
    var response = try ProviderPage(
      choice, beginning, .invitation(token: token), surroundings: visit.site.bareSurroundings
    ).response()
    response.setCookie(visit.cookies.identity.setting(beginning.sealed))
    return response
  }

  /// `POST /conta/identidade/{provedor}/ligar`
  static func link(_ visit: Visit) async throws -> Response {
    let key = visit.part("provedor")
    let choice = try visit.prumo.identityChoice(key)
    let open = OpenVisit(request: visit.request, context: visit.context, site: visit.site)
    let beginning = try await visit.prumo.beginIdentity(
      at: key, for: .linking, back: open.backAddress(of: key), returnTo: "/conta", signedIn: visit.signedIn)
    var response = try ProviderPage(
      choice, beginning, .linking, surroundings: try await visit.surroundings()
    ).response()
    response.setCookie(visit.cookies.identity.setting(beginning.sealed))
    return response
  }

  /// `POST /conta/identidade/{provedor}/desligar`
  static func unlink(_ visit: Visit) async throws -> Response {
    try await visit.prumo.unlinkIdentity(at: visit.part("provedor"), visit.signedIn)
    return .redirect(to: AccountNews.unlinked.href)
  }
}

extension OpenVisit {
  /// What a provider must have registered as our address to send people back to.
  func backAddress(of provider: String) -> String {
    let scheme = site.cookie.isSecure ? "https://" : "http://"
    return scheme + (request.head.authority ?? "localhost") + "/entrar/provedor/\(provider)/retorno"
  }
}
