import Access
import HTTPTypes
import Hummingbird
import UseCases
import Vocabulary

extension SignInPage {
  /// `GET /entrar?volta=/painel/MT`
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let query = try visit.request.query()
    let signedIn = try await visit.signedIn()
    var news = query["aviso"].flatMap { SignInNews(rawValue: $0) }
    if news == nil, signedIn == nil, visit.cookies.session.token(in: visit.request) != nil {
      news = .sessionOver
    }
    return try await page(
      Asked(
        returnTo: query.returnPath, news: news, signedInAs: signedIn?.person.name,
        providers: visit.prumo.identityChoices), visit
    ).response()
  }

  /// `POST /entrar`: `email`, `senha`, `volta`.
  static func enter(_ visit: OpenVisit) async throws -> Response {
    let form = try await visit.request.form()
    let (email, returnTo) = (form["email"] ?? "", form.returnPath)
    do {
      let answer = try await visit.prumo.signIn(
        SignInAttempt(
          email: email, password: form["senha"] ?? "", device: visit.device, origin: visit.context.origin,
          client: visit.client))
      return try await visit.goOn(answer, to: returnTo)
    } catch let problem as Problem {
      return try await page(
        Asked(
          returnTo: returnTo, email: email, problem: problem, providers: visit.prumo.identityChoices), visit
      ).response(status: problem.status)
    }
  }

  private static func page(_ asked: Asked, _ visit: OpenVisit) async throws -> SignInPage {
    SignInPage(asked, cast: try await cast(visit), surroundings: visit.site.bareSurroundings)
  }

  /// Only a demonstration has a cast.
  private static func cast(_ visit: OpenVisit) async throws -> [CastEntry] {
    guard visit.site.isDemonstration else { return [] }
    let names = try await visit.prumo.names(of: CastMember.allCases.map(\.place))
    return CastMember.allCases.map { member in
      let role = member.role.map { "\(visit.prumo.roles[$0].label), \(PlaceWords.name(member.place, names))" }
      return CastEntry(value: member.rawValue, name: member.name, role: role ?? "Ainda sem papel")
    }
  }

  /// `POST /sair`: also where the session has ended by itself, for whoever leaves wants to be gone.
  static func leave(_ visit: OpenVisit) async throws -> Response {
    if let signedIn = try await visit.signedIn() { try await visit.prumo.signOut(signedIn) }
    return visit.leaving(to: .signedOut)
  }
}

extension OpenVisit {
  /// After the password or the provider: to the code, or to the page that was asked for.
  func goOn(_ answer: SignInAnswer, to returnTo: ReturnPath) async throws -> Response {
    switch answer {
    case .codeNeeded(let step):
      var response = Response.redirect(to: returnTo.href(of: SignInCodePage.path))
      response.setCookie(cookies.step.setting(step))
      response.headers[.cacheControl] = Caching.never
      return response
    case .signedIn(let tokens): return try await enter(with: tokens, to: returnTo)
    }
  }

  /// Who was signed in before in this browser is out.
  func enter(with tokens: SignInTokens, to returnTo: ReturnPath) async throws -> Response {
    if let before = try await signedIn() { try await prumo.signOut(before) }
    var response = Response.redirect(to: returnTo.text)
    response.begin(tokens, cookies)
    return response
  }

  /// The same for those whose role may ask for the second factor first.
  func enterAnew(with tokens: SignInTokens) async throws -> Response {
    let entered = try await prumo.recognise(sessionToken: tokens.session, origin: context.origin)
    let isAsleep = entered?.actor.lacksSecondFactor ?? false
    return try await enter(with: tokens, to: isAsleep ? SecondFactorPage.returnPath : .home)
  }

  func leaving(to news: SignInNews) -> Response {
    var response = Response.redirect(to: news.href)
    response.setCookie(cookies.session.ending)
    return response
  }
}

extension FormText {
  /// Where to go back to, if it is an address of ours.
  var returnPath: ReturnPath { self["volta"].flatMap { ReturnPath($0) } ?? .home }
}
