import Access
import UseCases
import Vocabulary

/// `/conta`: everything about the own account, with a form for each concern.
struct AccountPage: Page {
  let frame: Frame
  let notices: [Notice]
  /// False while the program is seen as another person.
  let canChange: Bool
  let name: FormField
  let email: String
  let emailFields: [FormField]
  let isEmailOpen: Bool
  let postEnd: String
  let roles: [OwnRole]
  let hasRoles: Bool
  let password: Password
  let secondFactor: SecondFactor
  let identities: [Identity]
  let hasIdentities: Bool
  let sessions: [OwnSession]
  let hasOtherSessions: Bool
  let clockName: String

  struct OwnRole: Sendable {
    let role: String
    let place: String
    let validity: String
  }

  struct Password: Sendable {
    /// `Trocada em 3 ago. 2026`
    let state: String
    /// False for who has only ever come in by a provider.
    let canChange: Bool
    let email: String
    let fields: [FormField]
    let isOpen: Bool
  }

  struct SecondFactor: Sendable {
    let state: StateMark
    let text: String
    let label: String
  }

  /// A provider, and whether the account is linked with it.
  struct Identity: Sendable {
    let label: String
    let state: StateMark
    let linkHref: String?
    let unlinkHref: String?
  }

  struct OwnSession: Sendable {
    let browser: String
    let address: String
    let began: String
    let seen: String
    let isThis: Bool
    let endHref: String
  }
}

extension AccountPage {
  /// Which form was sent, and why it was refused.
  struct Refused: Sendable {
    enum Form: Sendable { case name, email, password, other }

    let form: Form
    let problem: Problem
    var name: String?
    var email = ""
  }

  init(
    _ account: OwnAccount, words: AccountPageWords, news: AccountNews? = nil, refused: Refused? = nil,
    surroundings: Surroundings
  ) {
    let person = account.person
    func problem(of form: Refused.Form) -> Problem? { refused?.form == form ? refused?.problem : nil }
    self.init(
      frame: surroundings.frame(
        "Minha conta", lead: words.lead, in: nil, crumbs: [.init(label: "Minha conta", href: nil)]),
      notices: [refused.map { Notice($0.problem) }, news?.notice].compactMap { $0 },
      canChange: words.canChange,
      name: FormField(
        "nome", "Nome completo", hint: "Como você assina no trabalho.", value: refused?.name ?? person.name,
        maximumLength: Person.longestName, autocomplete: "name", problem: problem(of: .name)),
      email: person.email.description,
      emailFields: [
        FormField(
          "email", "Novo e-mail", hint: "Passa a ser o da entrada. O antigo recebe um aviso.", type: "email",
          value: refused?.email ?? "", maximumLength: EmailAddress.maximumBytes, autocomplete: "email",
          inputMode: "email", problem: problem(of: .email)),
        FormField(
          "atual", "Sua senha de hoje", type: "password", autocomplete: "current-password", id: "atual-email",
          problem: problem(of: .email)),
      ], isEmailOpen: refused?.form == .email,
      postEnd: person.postEndsOn.map { "\(Brazilian.day($0)); a conta termina nesse dia" } ?? "sem data",
      roles: words.roles, hasRoles: !words.roles.isEmpty,
      password: Password(
        state: words.passwordState, canChange: account.passwordChangedAt != nil,
        email: person.email.description,
        fields: [
          FormField(
            "atual", "Senha de hoje", type: "password", autocomplete: "current-password",
            problem: problem(of: .password))
        ] + NewPassword.fields(problem(of: .password)), isOpen: refused?.form == .password),
      secondFactor: words.secondFactor, identities: words.identities,
      hasIdentities: !words.identities.isEmpty, sessions: words.sessions,
      hasOtherSessions: words.sessions.count > 1, clockName: words.clock.name)
  }
}

/// What was done, told above the page.
enum AccountNews: String, Sendable {
  case name = "nome"
  case email
  case password = "senha"
  case session = "sessao"
  case otherSessions = "outras"
  case secondFactorOff = "sem-segundo-fator"
  case linked = "ligada"
  case unlinked = "desligada"

  var href: String { "/conta?feito=\(rawValue)" }

  var notice: Notice {
    switch self {
    case .name: Notice(.good, title: "Nome guardado")
    case .email:
      Notice(
        .good, title: "E-mail trocado", text: "Entre com ele da próxima vez. As outras sessões terminaram.")
    case .password: Notice(.good, title: "Senha trocada", text: "As outras sessões terminaram.")
    case .session: Notice(.good, title: "Sessão encerrada")
    case .otherSessions: Notice(.good, title: "Você saiu dos outros aparelhos")
    case .secondFactorOff:
      Notice(.good, title: "Segundo fator desativado", text: "As outras sessões terminaram.")
    case .linked: Notice(.good, title: "Conta ligada", text: "Da próxima vez, entre pelo botão do provedor.")
    case .unlinked: Notice(.good, title: "Conta desligada", text: "Agora você entra só com e-mail e senha.")
    }
  }
}
