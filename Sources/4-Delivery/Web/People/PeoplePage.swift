import Access
import UseCases
import Vocabulary

/// The people of a territory who have an account, with what they are to the work, and the way to invite another.
struct PeoplePage: Page {
  let frame: Frame
  let invite: Anchor?
  let notices: [Notice]
  let words: String
  let roles: ChoiceField
  let places: ChoiceField
  let standings: ChoiceField
  let isNarrowed: Bool
  let people: [ListedAccount]
  let hasPeople: Bool
  /// Of use to those who look after accounts only.
  let hasEntries: Bool
  let empty: EmptyState?
  let previous: Anchor?
  let next: Anchor?
  let hasOtherPages: Bool
  /// By which clock the entries are told; nil where none is.
  let clockName: String?

  struct ListedAccount: Sendable {
    let href: String
    let name: String
    let email: String
    let roles: [HeldRole]
    let hasRoles: Bool
    let state: StateMark
    let review: String?
    /// Nil where entries are not shown.
    let entered: String?
    let postEnd: String?
  }

  struct HeldRole: Sendable {
    let role: String
    let place: String
    /// Only where it is not simply in force.
    let validity: String?
  }
}

extension PeoplePage {
  init(
    _ list: PeopleList, query: PeopleQuery, roles: RoleTable, now: Instant, surroundings: Surroundings
  ) {
    let clock = surroundings.clock
    let mayInvite = surroundings.mayChange(.peopleWrite) && surroundings.mayChange(.roleGrant)
    let pages = (list.count + Prumo.peoplePerPage - 1) / Prumo.peoplePerPage
    self.init(
      frame: surroundings.frame(
        "Pessoas", lead: Self.lead(list, query), in: .people, crumbs: [.init(label: "Pessoas", href: nil)]),
      invite: mayInvite ? Anchor(label: "Convidar pessoa", href: "/pessoas/convidar") : nil,
      notices: Self.reminder(list, query, surroundings).map { [$0] } ?? [], words: query.words,
      roles: Self.roles(query, roles), places: Self.places(list, query), standings: Self.standings(query),
      isNarrowed: query.isNarrowed,
      people: list.people.map {
        ListedAccount($0, in: list, roles: roles, now: now, clock: clock)
      }, hasPeople: !list.people.isEmpty, hasEntries: list.enteredAt != nil,
      empty: list.people.isEmpty ? Self.nothing(query) : nil,
      previous: query.page > 1
        ? Anchor(label: "Página anterior", href: query.href(page: query.page - 1)) : nil,
      next: query.page < pages
        ? Anchor(label: "Página seguinte", href: query.href(page: query.page + 1)) : nil,
      hasOtherPages: pages > 1,
      clockName: list.enteredAt?.isEmpty == false ? clock.name : nil)
  }

  /// `27 contas em uso.`; of several pages which one.
  private static func lead(_ list: PeopleList, _ query: PeopleQuery) -> String? {
    guard list.count > 0 else { return nil }
    let count = Brazilian.count(list.count, "conta", "contas")
    let words =
      query.isNarrowed
      ? "\(count) \(list.count == 1 ? "encontrada" : "encontradas")" : "\(count) em uso"
    guard list.count > Prumo.peoplePerPage else { return words + "." }
    let first = (query.page - 1) * Prumo.peoplePerPage + 1
    let last = first + list.people.count - 1
    return "\(words); nesta página, da \(Brazilian.whole(first))ª à \(Brazilian.whole(last))ª por nome."
  }

  private static func reminder(
    _ list: PeopleList, _ query: PeopleQuery, _ surroundings: Surroundings
  ) -> Notice? {
    guard let due = list.reviewsDue, due > 0, surroundings.mayChange(.peopleWrite) else { return nil }
    var reviewing = PeopleQuery()
    reviewing.standing = .reviewDue
    return Notice(
      .attention, title: "\(Brazilian.count(due, "conta", "contas")) para rever",
      text: "Uma vez por ano alguém confirma que a conta ainda é necessária, ou a encerra.",
      link: query.standing == .reviewDue
        ? nil : Anchor(label: due == 1 ? "Ver qual é" : "Ver quais são", href: reviewing.href(page: 1)))
  }

  private static func roles(_ query: PeopleQuery, _ table: RoleTable) -> ChoiceField {
    ChoiceField(
      "papel", "Papel",
      groups: [
        .init(
          label: nil,
          choices: [Choice(value: "", label: "Todos", isChosen: query.role == nil)]
            + table.all.map {
              Choice(value: $0.role.rawValue, label: $0.label, isChosen: $0.role == query.role)
            })
      ])
  }

  private static func standings(_ query: PeopleQuery) -> ChoiceField {
    ChoiceField(
      "situacao", "Situação da conta",
      groups: [
        .init(
          label: nil,
          choices: PeopleQuery.Standing.allCases.map {
            Choice(value: $0.rawValue, label: $0.label, isChosen: $0 == query.standing)
          })
      ])
  }

  /// States first, then the places in which somebody has a role, by state and name.
  private static func places(_ list: PeopleList, _ query: PeopleQuery) -> ChoiceField {
    let units = Set(list.places.compactMap(\.territory.federativeUnit))
    let states = units.map { Place.territory(.state($0)) }
    var places = Set(list.places + states)
    if let place = query.place { places.insert(place) }
    func choices(_ level: PlaceLevel) -> [Choice] {
      places.filter { $0.level == level }
        .map { (place: $0, name: PlaceWords.name($0, list.names)) }
        .sorted { (NameKey($0.name), $0.place.description) < (NameKey($1.name), $1.place.description) }
        .map { Choice(value: $0.place.description, label: $0.name, isChosen: $0.place == query.place) }
    }
    let groups: [ChoiceField.Group] = [
      (PlaceLevel.country, "País"), (.state, "Estados"), (.region, "Regiões"),
      (.municipality, "Municípios"), (.unit, "Unidades"),
    ].map { .init(label: $0.1, choices: choices($0.0)) }.filter { !$0.choices.isEmpty }
    return ChoiceField(
      "lugar", "Lugar",
      groups: [
        .init(label: nil, choices: [Choice(value: "", label: "Todos", isChosen: query.place == nil)])
      ] + groups)
  }

  private static func nothing(_ query: PeopleQuery) -> EmptyState {
    guard query.isNarrowed || query.page > 1 else {
      return EmptyState(
        title: "Ninguém com conta aqui ainda",
        text: "Aqui fica cada pessoa que trabalha com o Prumo no seu território, com o papel e o lugar dela.",
        action: nil)
    }
    return EmptyState(
      title: "Ninguém encontrado",
      text: "Escreva o começo do nome ou uma parte do e-mail, ou tire um dos filtros. "
        + "Contas encerradas só aparecem quando se pede.",
      action: Anchor(label: "Ver todas em uso", href: "/pessoas"))
  }
}

extension PeoplePage.ListedAccount {
  init(_ listed: ListedPerson, in list: PeopleList, roles: RoleTable, now: Instant, clock: Clock) {
    let person = listed.person
    let isReviewDue = list.reviewsDue != nil && person.state != .ended && person.isReviewDue(at: now)
    self.init(
      href: "/pessoas/\(person.id)", name: person.name, email: person.email.description,
      roles: listed.assignments.map { assignment in
        PeoplePage.HeldRole(
          role: AccountWords.role(assignment.role, assignment.sector, roles),
          place: PlaceWords.name(assignment.place, list.names),
          validity: assignment.validFrom > now.day || assignment.validUntil != nil
            ? AccountWords.validity(assignment) : nil)
      }, hasRoles: !listed.assignments.isEmpty, state: AccountWords.state(of: person, on: now.day),
      review: isReviewDue ? "revisão vencida" : nil,
      entered: list.enteredAt.map { $0[person.id].map(clock.moment) ?? "nunca" },
      postEnd: person.postEndsOn.map(Brazilian.day))
  }
}
