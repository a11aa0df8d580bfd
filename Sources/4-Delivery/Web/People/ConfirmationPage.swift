import Access
import UseCases
import Vocabulary

/// Asks once more before something that cannot simply be undone, and says what it brings about.
struct ConfirmationPage: Page {
  let frame: Frame
  let notices: [Notice]
  let consequences: [String]
  let sendHref: String
  let reason: FreeTextArea?
  let sendLabel: String
  let cancelHref: String
}

extension ConfirmationPage {
  private init(
    _ title: String, lead: String, of person: Person, consequences: [String], sendHref: String,
    reason: FreeTextArea? = nil, sendLabel: String, problem: Problem? = nil, _ surroundings: Surroundings
  ) {
    let home = "/pessoas/\(person.id)"
    self.init(
      frame: surroundings.frame(
        title, lead: lead, in: .people,
        crumbs: [
          .init(label: "Pessoas", href: "/pessoas"), .init(label: person.name, href: home),
          .init(label: title, href: nil),
        ]),
      notices: problem.flatMap { $0.field == reason?.name ? nil : [Notice($0)] } ?? [],
      consequences: consequences, sendHref: home + sendHref,
      reason: reason, sendLabel: sendLabel, cancelHref: home)
  }

  init(ending person: Person, reason: String = "", problem: Problem? = nil, surroundings: Surroundings) {
    self.init(
      "Encerrar conta", lead: "A conta de \(person.name) deixa de entrar agora.", of: person,
      consequences: [
        "As sessões abertas terminam, a senha e o segundo fator são apagados.",
        "Todos os papéis são retirados.",
        "O que a pessoa fez continua na trilha, com o nome dela.",
        "Para voltar, é preciso um novo convite.",
      ], sendHref: "/encerrar",
      reason: FreeTextArea(
        name: "motivo", label: "Motivo", hint: "Uma frase para a trilha, como “saiu do cargo”.",
        maximum: Person.longestReason, text: reason, problem: problem), sendLabel: "Encerrar conta",
      problem: problem, surroundings)
  }

  init(resettingSecondFactorOf person: Person, surroundings: Surroundings) {
    self.init(
      "Retirar segundo fator",
      lead: "Para quando \(person.name) perdeu o celular e os códigos de recuperação.", of: person,
      consequences: [
        "Certifique-se de que é mesmo a pessoa quem pede: ligue de volta para um número que você já conhece.",
        "As sessões abertas terminam, e os links em aberto deixam de valer.",
        "A pessoa entra só com a senha; papéis que pedem o código dormem até ela ativar outro.",
        "Fica na trilha, com o seu nome.",
      ], sendHref: "/segundo-fator", sendLabel: "Retirar segundo fator", surroundings)
  }

  init(
    revoking assignment: Assignment, of sheet: PersonSheet, roles: RoleTable, surroundings: Surroundings
  ) {
    let role = AccountWords.role(assignment.role, assignment.sector, roles)
    let isLast = sheet.care.revocable.count < 2
    self.init(
      "Retirar papel",
      lead: "\(role), \(PlaceWords.name(assignment.place, sheet.names)), de \(sheet.person.name).",
      of: sheet.person,
      consequences: [
        "O que este papel deixa ver e mudar termina agora, também nas sessões abertas.",
        isLast
          ? "Sem outro papel, a pessoa entra e não vê nada. Se ela saiu do cargo, encerre a conta."
          : "Os outros papéis continuam.",
        "Se for preciso, o papel pode ser dado de novo.",
      ], sendHref: "/papeis/\(assignment.id)/retirar", sendLabel: "Retirar papel", surroundings)
  }
}
