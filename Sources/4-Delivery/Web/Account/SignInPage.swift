import Access
import UseCases
import Vocabulary

/// `/entrar`: e-mail and password, or an identity provider; in a demonstration also its cast, with one button each.
struct SignInPage: Page {
  let frame: Frame
  let notices: [Notice]
  /// Where to go afterwards; empty for the first page.
  let returnTo: String
  let fields: [FormField]
  let providers: [Anchor]
  let hasProviders: Bool
  let cast: [CastEntry]
  let hasCast: Bool

  /// Somebody of the demonstration, to be entered as with one button.
  struct CastEntry: Sendable {
    let value: String
    let name: String
    /// What the person is, and where.
    let role: String
  }
}

extension SignInPage {
  /// Who is asked to come in, and what was tried before.
  struct Asked: Sendable {
    var returnTo = ReturnPath.home
    var email = ""
    var problem: Problem?
    var news: SignInNews?
    /// Somebody has signed in in this browser already.
    var signedInAs: String?
    var providers: [IdentityChoice] = []
  }

  init(_ asked: Asked, cast: [CastEntry] = [], surroundings: Surroundings) {
    let isOnTheWay = asked.returnTo != .home
    self.init(
      frame: surroundings.frame(
        "Entrar",
        lead: isOnTheWay
          ? "Entre para abrir a página que você pediu."
          : "O lugar de trabalho da assistência social do seu estado.", in: nil, isEntry: true),
      notices: [asked.problem.map { Notice($0, isLinked: false) }, asked.news?.notice, asked.presence]
        .compactMap { $0 },
      returnTo: isOnTheWay ? asked.returnTo.text : "",
      // Neither is marked: which of the two was wrong is not said.
      fields: [
        FormField(
          "email", "E-mail", type: "email", value: asked.email, maximumLength: EmailAddress.maximumBytes,
          autocomplete: "username", inputMode: "email"),
        FormField("senha", "Senha", type: "password", autocomplete: "current-password"),
      ], providers: asked.providers.map { Anchor(label: $0.label, href: $0.href(asked.returnTo)) },
      hasProviders: !asked.providers.isEmpty, cast: cast, hasCast: !cast.isEmpty)
  }
}

extension SignInPage.Asked {
  /// At a shared desk it must be seen who is still there.
  fileprivate var presence: Notice? {
    signedInAs.map {
      Notice(
        .plain, title: "\($0) já entrou neste navegador",
        text: "Se é você, continue. Se não é, entre com a sua conta: a outra sai.",
        link: Anchor(label: "Continuar como \($0)", href: returnTo.text))
    }
  }
}

extension IdentityChoice {
  func href(_ returnTo: ReturnPath) -> String { returnTo.href(of: "/entrar/provedor/\(key)") }
}

/// What happened on the way to the sign-in.
enum SignInNews: String, Sendable {
  case signedOut = "saiu"
  case signedOutEverywhere = "saiu-de-todos"
  case newPassword = "senha-nova"
  /// Seen by the browser's cookie, of which the store knows nothing any more.
  case sessionOver = "fim"

  var href: String { "/entrar?aviso=\(rawValue)" }

  var notice: Notice {
    switch self {
    case .signedOut: Notice(.good, title: "Você saiu")
    case .signedOutEverywhere: Notice(.good, title: "Você saiu de todos os aparelhos")
    case .newPassword:
      Notice(
        .good, title: "Senha trocada", text: "As sessões abertas terminaram. Entre com a senha nova.")
    case .sessionOver:
      Notice(
        .plain, title: "A sua sessão terminou",
        text:
          "Ela acaba depois de duas horas sem uso, ou de doze no total. O que foi gravado continua gravado; "
          + "entre de novo para continuar.")
    }
  }
}
