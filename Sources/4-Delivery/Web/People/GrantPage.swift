import Access
import UseCases
import Vocabulary

/// The form by which somebody gets a role: somebody new, with an account, or somebody who is there.
struct GrantPage: Page {
  let frame: Frame
  let notices: [Notice]
  let sendHref: String
  let roleValue: String
  let stateValue: String
  let roleLabel: String
  let roleExplanation: String
  let otherRoleHref: String
  let personFields: [FormField]
  let hasPersonFields: Bool
  let sector: ChoiceField?
  let place: ChoiceField
  let unit: FormField?
  let validUntil: FormField
  let sendLabel: String
  let cancelHref: String
  let permissions: [Fact]
  let secondFactorNote: String?
}

extension GrantPage {
  init(
    _ choices: GrantChoices, form: GrantForm, for target: GrantTarget, isOneState: Bool,
    problem: Problem? = nil,
    surroundings: Surroundings
  ) {
    let entry = choices.role
    let personFields = target.personFields(form, problem)
    let again = target.invitedAgain.map { "pessoa=\($0)" }
    self.init(
      frame: target.frame(surroundings, lead: target.lead),
      notices: problem.map { [Notice($0)] } ?? [], sendHref: target.sendHref,
      roleValue: entry.role.rawValue, stateValue: choices.unit.rawValue, roleLabel: entry.label,
      roleExplanation: entry.explanation,
      otherRoleHref: target.formHref + (again.map { "?\($0)" } ?? ""), personFields: personFields,
      hasPersonFields: !personFields.isEmpty,
      sector: entry.needsSector ? Self.sector(form, problem) : nil,
      place: Self.place(choices, form, isOneState: isOneState, problem),
      unit: entry.levels == [.unit]
        ? FormField(
          "unidade", "Número da unidade", hint: "Os onze algarismos do CadSUAS.", value: form.unit,
          maximumLength: 20, problem: problem) : nil,
      validUntil: FormField(
        "ate", "O papel vale até",
        hint: "Só para quem fica por um tempo certo. Sem data, vale enquanto durar a conta.",
        type: "date", value: form.validUntil, isRequired: false, problem: problem),
      sendLabel: target.sendLabel, cancelHref: target.cancelHref,
      permissions: Permission.allCases.filter { entry.permissions[$0] != nil }.map {
        Fact(PermissionWords.name($0), PermissionWords.explanation($0))
      },
      secondFactorNote: entry.needsSecondFactor
        ? "Este papel pede um código do celular a cada entrada. A pessoa o ativa na primeira vez." : nil)
  }

  private static func sector(_ form: GrantForm, _ problem: Problem?) -> ChoiceField {
    ChoiceField(
      "setor", "Setor",
      groups: [
        .init(
          label: nil,
          choices: [Choice(value: "", label: "Escolha o setor", isChosen: false)]
            + Sector.allCases.map {
              Choice(value: $0.rawValue, label: AccountWords.name($0), isChosen: $0.rawValue == form.sector)
            })
      ], problem: problem)
  }

  /// `Em Mato Grosso`, `No Acre`
  private static func inside(_ choices: GrantChoices) -> String {
    let word = choices.unit.inWord
    return word.prefix(1).uppercased() + word.dropFirst() + " " + choices.names[.state(choices.unit)]
  }

  private static func place(
    _ choices: GrantChoices, _ form: GrantForm, isOneState: Bool, _ problem: Problem?
  ) -> ChoiceField {
    func group(_ label: String, _ isInside: (Place) -> Bool) -> ChoiceField.Group {
      .init(
        label: label,
        choices: choices.places.filter(isInside).map {
          // A region is often named after a municipality of it: its choice says what it is.
          Choice(
            value: $0.description,
            label: $0.level == .region
              ? PlaceWords.name($0, choices.names) : choices.names[$0.territory],
            isChosen: $0.description == form.place)
        })
    }
    func isRegion(_ place: Place, _ kind: RegionCode.Kind) -> Bool {
      if case .territory(.region(let region)) = place { region.kind == kind } else { false }
    }
    let groups = [
      group("País") { $0.level == .country }, group("Estado") { $0.level == .state },
      group("Regiões de saúde") { isRegion($0, .health) },
      group("Regiões imediatas (IBGE)") { isRegion($0, .immediate) },
      group("Regiões intermediárias (IBGE)") { isRegion($0, .intermediate) },
      group("Municípios") { $0.level == .municipality },
    ].filter { !$0.choices.isEmpty }
    let isUnit = choices.role.levels == [.unit]
    return ChoiceField(
      "lugar", isUnit ? "Município da unidade" : "Lugar",
      hint: isOneState ? nil : "\(Self.inside(choices)); para outro estado, troque o papel.",
      groups: [
        .init(
          label: nil,
          choices: [
            Choice(value: "", label: isUnit ? "Escolha o município" : "Escolha o lugar", isChosen: false)
          ])
      ] + groups, problem: problem)
  }
}

extension GrantTarget {
  fileprivate var lead: String {
    switch self {
    case .invitation: "A pessoa recebe um link que vale por 7 dias e escolhe a própria senha."
    case .person: "O papel vale a partir de hoje, no lugar escolhido e no que fica dentro dele."
    }
  }

  fileprivate var sendLabel: String {
    switch self {
    case .invitation: "Convidar"
    case .person: "Dar o papel"
    }
  }

  fileprivate var cancelHref: String {
    switch self {
    case .invitation: "/pessoas"
    case .person(let person): "/pessoas/\(person.id)"
    }
  }

  /// Of somebody who is there nothing more is asked.
  fileprivate func personFields(_ form: GrantForm, _ problem: Problem?) -> [FormField] {
    guard case .invitation = self else { return [] }
    return [
      FormField(
        "nome", "Nome completo", value: form.name, maximumLength: Person.longestName, problem: problem),
      FormField(
        "email", "E-mail de trabalho", hint: "De uma pessoa só; contas de setor não existem.", type: "email",
        value: form.email, maximumLength: EmailAddress.maximumBytes, problem: problem),
      FormField(
        "fim", "Fim do cargo",
        hint: "Último dia no cargo ou do mandato, se já se sabe: a conta termina nele.",
        type: "date", value: form.postEnd, isRequired: false, problem: problem),
    ]
  }
}
