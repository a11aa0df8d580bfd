import Access
import UseCases
import Vocabulary

/// The first question of an invitation and of a grant: which role, and in which state.
struct RoleChoicePage: Page {
  let frame: Frame
  let notices: [Notice]
  /// Where the answer leads to.
  let href: String
  /// The ended account that is invited again.
  let person: String?
  let roles: [OfferedRole]
  /// Nil where there is only one state.
  let states: ChoiceField?

  struct OfferedRole: Sendable {
    let value: String
    let label: String
    let explanation: String
    let note: String
  }
}

extension RoleChoicePage {
  init(
    _ options: GrantOptions, for target: GrantTarget, problem: Problem? = nil, surroundings: Surroundings
  ) {
    self.init(
      frame: target.frame(
        surroundings, lead: "Primeiro, o papel: ele diz o que a pessoa vê e o que pode mudar."),
      notices: problem.map { [Notice($0)] } ?? [], href: target.formHref, person: target.invitedAgain?.text,
      roles: options.roles.map {
        OfferedRole(
          value: $0.role.rawValue, label: $0.label, explanation: $0.explanation, note: Self.note($0))
      },
      states: options.states.count < 2
        ? nil
        : ChoiceField(
          "uf", "Estado em que vai trabalhar",
          groups: [
            .init(
              label: nil,
              choices: options.states.map {
                Choice(
                  value: $0.unit.rawValue, label: $0.name, isChosen: $0.unit == options.usual(surroundings))
              })
          ]))
  }

  /// `Lugar: estado ou município. Pede código do celular.`
  private static func note(_ entry: RoleEntry) -> String {
    "Lugar: \(PlaceWords.levels(entry.levels))." + (entry.needsSecondFactor ? " Pede código do celular." : "")
  }
}

extension GrantOptions {
  /// The state one works in, if anything may be given there.
  func usual(_ surroundings: Surroundings) -> FederativeUnit? {
    let wanted = surroundings.state?.unit ?? surroundings.home
    return states.contains { $0.unit == wanted } ? wanted : states.first?.unit
  }
}

/// Who gets the role: somebody new, or somebody who is there.
enum GrantTarget: Sendable {
  /// Perhaps somebody whose account had ended.
  case invitation(again: Person?)
  case person(Person)

  var formHref: String {
    switch self {
    case .invitation: "/pessoas/convidar"
    case .person(let person): "/pessoas/\(person.id)/papeis/novo"
    }
  }

  var sendHref: String {
    switch self {
    case .invitation: "/pessoas/convidar"
    case .person(let person): "/pessoas/\(person.id)/papeis"
    }
  }

  var invitedAgain: ID<Person>? {
    if case .invitation(let person) = self { person?.id } else { nil }
  }

  func frame(_ surroundings: Surroundings, lead: String) -> Frame {
    let start = Frame.Crumb(label: "Pessoas", href: "/pessoas")
    switch self {
    case .invitation:
      return surroundings.frame(
        "Convidar pessoa", lead: lead, in: .people,
        crumbs: [start, .init(label: "Convidar pessoa", href: nil)])
    case .person(let person):
      return surroundings.frame(
        "Dar um papel a \(person.name)", lead: lead, in: .people,
        crumbs: [
          start, .init(label: person.name, href: "/pessoas/\(person.id)"),
          .init(label: "Dar um papel", href: nil),
        ])
    }
  }
}
