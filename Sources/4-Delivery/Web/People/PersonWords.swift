import Access
import UseCases
import Vocabulary

/// One person's page in words.
struct PersonWords {
  let sheet: PersonSheet
  let table: RoleTable
  let now: Instant
  let clock: Clock

  private var person: Person { sheet.person }
  private var home: String { "/pessoas/\(person.id)" }
  private var isReviewDue: Bool {
    sheet.care.mayChange && person.state != .ended && person.isReviewDue(at: now)
  }

  /// What the person is to the work, in one sentence.
  func lead(_ open: [Assignment]) -> String {
    guard person.state != .ended else { return "Esta conta está encerrada e não entra mais." }
    let words =
      open.count == 1
      ? "\(AccountWords.role(open[0].role, open[0].sector, table)), \(place(open[0]))."
      : open.isEmpty
        ? "Sem papel no seu território."
        : "\(Brazilian.count(open.count, "papel", "papéis")) no seu território."
    switch person.state {
    case .invited: return words + " Convidada; ainda não entrou."
    case .active where !person.mayEnter(on: now.day):
      return words + " O cargo terminou: a conta não entra mais."
    case .active, .ended: return words
    }
  }

  /// What has to be known or done first.
  var notice: Notice? {
    if sheet.care.isOneself {
      return Notice(
        .plain, title: "Esta é a sua própria conta",
        text:
          "Papéis, revisão e fim da conta são decididos por outra pessoa. Nome, e-mail e senha mudam em Minha conta.",
        link: Anchor(label: "Minha conta", href: "/conta"))
    }
    guard isReviewDue else { return nil }
    return Notice(
      .attention, title: "A revisão desta conta venceu",
      text: "Ninguém confirma desde \(moment(person.reviewedAt)) que ela ainda é necessária. "
        + "Confirme em Cuidar da conta, ou encerre-a.")
  }

  func standing(_ assignment: Assignment) -> PersonPage.StandingRole {
    let giver = assignment.grantedBy.map { sheet.givers[$0] ?? "alguém" } ?? "Prumo"
    var validity = AccountWords.validity(assignment)
    if let revoked = assignment.revokedAt { validity += "; retirado em \(day(revoked))" }
    let isRevocable = sheet.care.revocable.contains(assignment.id)
    return PersonPage.StandingRole(
      role: AccountWords.role(assignment.role, assignment.sector, table), place: place(assignment),
      validity: validity, given: "\(giver), \(day(assignment.grantedAt))",
      revoke: isRevocable
        ? Anchor(label: "Retirar", href: "\(home)/papeis/\(assignment.id)/retirar") : nil)
  }

  var facts: [Fact] {
    let state = AccountWords.state(of: person, on: now.day)
    var facts = [
      Fact("E-mail", person.email.description),
      Fact("Situação", state.words, note: state.note),
      Fact("Fim do cargo", person.postEndsOn.map(Brazilian.day) ?? "sem data"),
    ]
    if let access = sheet.access {
      facts.append(Fact("Última entrada", access.enteredAt.map(moment) ?? "nunca"))
      facts.append(Fact("Segundo fator", access.hasSecondFactor ? "ativo" : "não ativado"))
      if let until = access.linkUsableUntil { facts.append(Fact("Link em aberto", "até \(moment(until))")) }
    }
    return facts + [Fact("Conta desde", day(person.createdAt)), Fact("Revista em", day(person.reviewedAt))]
  }

  func moment(_ instant: Instant) -> String { clock.moment(instant) }

  func day(_ instant: Instant) -> String { clock.day(instant) }

  func place(_ assignment: Assignment) -> String { PlaceWords.name(assignment.place, sheet.names) }

  /// What the one who looks may do, the usual first, the end of the account last.
  var deeds: [PersonPage.Deed] {
    let care = sheet.care
    let isEnded = person.state == .ended
    var deeds: [PersonPage.Deed] = []
    func add(
      _ isOffered: Bool, _ title: String, _ text: String, _ label: String, _ href: String,
      isAtOnce: Bool = false, isMain: Bool = false
    ) {
      guard isOffered else { return }
      deeds.append(
        PersonPage.Deed(
          title: title, text: text, label: label, href: href, isAtOnce: isAtOnce, isMain: isMain))
    }
    add(
      care.mayChange && !isEnded, "Revisão anual",
      "Confirme que a conta ainda é necessária; vale por um ano.", "Ainda é necessária", "\(home)/rever",
      isAtOnce: true, isMain: isReviewDue)
    add(
      care.mayOpen && person.state == .invited, "Convite",
      "Um link novo para escolher a senha; o anterior deixa de valer.", "Fazer novo convite",
      "\(home)/convite", isAtOnce: true)
    add(
      care.mayOpen && person.mayEnter(on: now.day), "Senha esquecida",
      "Um link que vale por uma hora e uma vez, para a pessoa escolher outra senha.", "Fazer link de senha",
      "\(home)/senha", isAtOnce: true)
    add(
      care.mayOpen && sheet.access?.hasSecondFactor == true, "Celular perdido",
      "Retira o segundo fator, para a pessoa ativar outro. Antes, certifique-se de quem pede.",
      "Retirar segundo fator", "\(home)/segundo-fator")
    add(
      care.mayOpen && !isEnded, "Cadastro", "Nome, e-mail e fim do cargo.", "Corrigir cadastro",
      "\(home)/corrigir")
    add(
      care.mayViewAs, "Ver como",
      "O programa como esta pessoa o vê, sem poder mudar nada. Fica na trilha.", "Ver como \(person.name)",
      "/ver-como/\(person.id)", isAtOnce: true)
    add(
      care.mayChange && !isEnded, "Fim da conta",
      "Para quem saiu do cargo. Os papéis terminam e a pessoa não entra mais.", "Encerrar conta",
      "\(home)/encerrar")
    add(
      care.mayChange && isEnded, "Voltar a ter conta", "Só por um novo convite, com um novo papel.",
      "Convidar de novo", "/pessoas/convidar?pessoa=\(person.id)")
    return deeds
  }
}
