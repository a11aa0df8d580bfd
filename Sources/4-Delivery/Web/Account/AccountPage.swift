import Access
import UseCases
import Vocabulary

/// `/conta`: the own data, roles, ways to sign in, and sessions.
struct AccountPage: Page {
  let frame: Frame
  let notices: [Notice]
  let facts: [Fact]
  let roles: DataTable?
  let noRole: EmptyState?
  let mayChange: Bool
  let nameForm: [TextField]
  let passwordForm: [TextField]
  let emailForm: [TextField]
  let isNameOpen: Bool
  let isPasswordOpen: Bool
  let isEmailOpen: Bool
  let email: String
  let secondFactor: String
  let secondFactorTone: String
  let secondFactorSymbol: String
  let secondFactorLabel: String
  let sessions: [SessionRow]
  let hasOtherSessions: Bool
  let clockName: String

  struct SessionRow: Sendable {
    let browser: String
    let address: String
    let since: String
    let seen: String
    let isThis: Bool
    let endHref: String
  }
}

extension AccountPage {
  /// A form of the page that was refused, with what was typed in it.
  struct Refusal: Sendable {
    enum Form: Sendable { case name, password, email }

    let form: Form
    let problem: Problem
    var name: String?
    var email: String?
  }

  init(
    _ account: OwnAccount, roleTable: RoleTable, this session: ID<Session>, notice: Notice? = nil,
    refusal: Refusal? = nil, surroundings: Surroundings
  ) {
    let clock = Clock(zone: (surroundings.state?.unit ?? surroundings.home).timeZone)
    let person = account.person
    let isViewing = surroundings.signedIn?.actor.viewer != nil
    func problem(_ form: Refusal.Form) -> Problem? { refusal?.form == form ? refusal?.problem : nil }
    self.init(
      frame: surroundings.frame("Minha conta", lead: Self.lead(account, roleTable), in: nil),
      notices: Self.notices(account, notice, refusal, isViewing: isViewing),
      facts: Self.facts(person, clock), roles: Self.roles(account, roleTable),
      noRole: account.assignments.isEmpty
        ? EmptyState(
          title: "Nenhum papel ainda",
          text:
            "O acesso é dado por papel e por lugar. Peça ao administrador do seu estado que indique o seu.",
          action: nil) : nil, mayChange: !isViewing,
      nameForm: [
        TextField(
          .text, "nome", label: "Nome", value: refusal?.name ?? person.name, autocomplete: "name",
          maximumLength: Person.longestName, problem: problem(.name))
      ],
      passwordForm: [
        TextField(
          .password, "atual", label: "Senha atual", autocomplete: "current-password",
          problem: problem(.password))
      ] + NewPassword.fields(problem(.password), label: "Nova senha"),
      emailForm: [
        TextField(
          .email, "email", label: "Novo e-mail", value: refusal?.email ?? "", autocomplete: "email",
          maximumLength: EmailAddress.maximumBytes, problem: problem(.email)),
        TextField(
          .password, "senha", label: "Sua senha", autocomplete: "current-password", problem: problem(.email)),
      ], isNameOpen: refusal?.form == .name, isPasswordOpen: refusal?.form == .password,
      isEmailOpen: refusal?.form == .email, email: person.email.description,
      secondFactor: Self.secondFactor(account),
      secondFactorTone: account.hasSecondFactor ? "good" : account.needsSecondFactor ? "attention" : "plain",
      secondFactorSymbol: account.hasSecondFactor ? "✓" : account.needsSecondFactor ? "!" : "–",
      secondFactorLabel: account.hasSecondFactor ? "Cuidar do segundo fator" : "Ativar o segundo fator",
      sessions: account.sessions.map { Self.row($0, isThis: $0.id == session, clock) },
      hasOtherSessions: account.sessions.contains { $0.id != session }, clockName: clock.name)
  }

  private static func lead(_ account: OwnAccount, _ table: RoleTable) -> String {
    let roles = account.assignments.map { "\(table[$0.assignment.role].label), \($0.placeName)" }
    return roles.isEmpty ? account.person.name : "\(account.person.name): \(roles.joined(separator: "; "))."
  }

  private static func notices(
    _ account: OwnAccount, _ notice: Notice?, _ refusal: Refusal?, isViewing: Bool
  ) -> [Notice] {
    var notices = [refusal.map { Notice($0.problem, isLinked: false) }, notice].compactMap { $0 }
    if isViewing {
      notices.append(
        Notice(
          .plain, title: "Esta é a sua própria conta",
          text: "Ela não muda enquanto você vê como outra pessoa. Volte a ser você para alterá-la."))
    }
    if account.needsSecondFactor, !account.hasSecondFactor {
      notices.append(
        Notice(
          .attention, title: "O seu papel espera o segundo fator",
          text: "Ele vê dados de todo o território e só vale depois que você o ativar. Leva dois minutos.",
          link: Anchor(label: "Ativar o segundo fator", href: "/conta/segundo-fator")))
    }
    return notices
  }

  private static func facts(_ person: Person, _ clock: Clock) -> [Fact] {
    [
      Fact("Nome", person.name), Fact("E-mail", person.email.description, note: "com ele você entra"),
      Fact("Conta desde", Brazilian.day(person.createdAt.day)),
      Fact(
        "Fim do cargo", person.postEndsOn.map(Brazilian.day) ?? "sem data",
        note: "depois deste dia a conta não entra mais"),
    ]
  }

  private static func roles(_ account: OwnAccount, _ table: RoleTable) -> DataTable? {
    guard !account.assignments.isEmpty else { return nil }
    return DataTable(
      caption: "Seus papéis",
      headers: ["Papel", "Lugar", "Vale"].map { HeaderCell(text: $0, isNumber: false) },
      rows: account.assignments.map { placed in
        let entry = table[placed.assignment.role]
        let from = "desde \(Brazilian.day(placed.assignment.validFrom))"
        let until = placed.assignment.validUntil.map { "até \(Brazilian.day($0))" }
        return Row(
          head: Cell(entry.label, note: entry.explanation),
          cells: [Cell(placed.placeName), Cell(from, note: until)])
      }, foot: nil)
  }

  private static func secondFactor(_ account: OwnAccount) -> String {
    guard account.hasSecondFactor else {
      return account.needsSecondFactor ? "Falta ativar; o seu papel o pede" : "Não está ativo"
    }
    let left = Brazilian.count(
      account.recoveryCodesLeft, "código de recuperação", "códigos de recuperação")
    return "Ativo, com \(left) por usar"
  }

  private static func row(_ session: Session, isThis: Bool, _ clock: Clock) -> SessionRow {
    SessionRow(
      browser: BrowserName.of(session.client), address: session.address,
      since: clock.moment(session.createdAt), seen: clock.moment(session.seenAt), isThis: isThis,
      endHref: "/conta/sessoes/\(session.id)/encerrar")
  }
}
