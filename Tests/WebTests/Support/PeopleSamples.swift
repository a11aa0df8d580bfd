import Access
import TestCast
import Testing
import Vocabulary

@testable import UseCases
@testable import Web

/// The pages of people, accounts and roles, in every state they can be in.
extension Samples {
  func people() async throws -> [Named] {
    let fabia = try await invitedCouncillor()
    return try await lists() + sheets(of: fabia) + questions() + forms() + roles()
  }

  private var now: Instant { pagesInstant }

  /// Around pages of Mato Grosso, for someone with accounts to review.
  private func around(_ member: Member, reviewsDue: Int = 0) async throws -> Surroundings {
    var surroundings = try await prumo.surroundings(.MT, for: member)
    surroundings.reviewsDue = reviewsDue
    return surroundings
  }

  private func invitedCouncillor() async throws -> ID<Person> {
    try await prumo.invite(
      Invitation(
        name: "Fábia Exemplo", email: "fabia@exemplo.gov.br", postEndsOn: Day("2027-12-31")!,
        assignments: [
          NewAssignment(role: .councilMember, place: Place("5100201")!, validUntil: Day("2027-06-30")!),
          NewAssignment(role: .sectorCounterpart, sector: .saude, place: Place("RS51005")!),
        ]), by: try await prumo.actor(of: .iara)
    ).person
  }

  private func lists() async throws -> [Named] {
    func page(_ list: PeopleList, _ query: PeopleQuery = .init(), around: Surroundings) -> PeoplePage {
      PeoplePage(list, query: query, roles: prumo.roles, now: now, surroundings: around)
    }
    let (iara, bento) = (try await around(.iara, reviewsDue: 2), try await around(.bento))
    let all = try await prumo.people(by: try await prumo.actor(of: .iara))
    var narrowed = PeopleQuery()
    (narrowed.words, narrowed.standing, narrowed.page) = ("exemplo", .reviewDue, 2)
    narrowed.place = Place("5100201")!
    return [
      ("people", page(try due(all), around: iara)),
      ("people-of-bento", page(try await prumo.people(by: try await prumo.actor(of: .bento)), around: bento)),
      ("people-narrowed", page(try due(all, count: 160), narrowed, around: iara)),
      ("people-empty", page(none(all), around: bento)),
      ("people-none-found", page(none(all), narrowed, around: iara)),
    ]
  }

  /// As if some had been reviewed long ago, one had left and one had come in.
  private func due(_ list: PeopleList, count: Int? = nil) throws -> PeopleList {
    let people = list.people.map { listed -> ListedPerson in
      var person = listed.person
      if person.id == Member.bento.id { person.reviewedAt = now.adding(seconds: -400 * 86_400) }
      if person.id == Member.celia.id { person.postEndsOn = Day("2026-10-31") }
      return ListedPerson(person: person, assignments: listed.assignments)
    }
    return PeopleList(
      people: people, count: count ?? list.count, reviewsDue: 2,
      enteredAt: [Member.ana.id: now.adding(seconds: -7_200)], places: list.places, names: list.names)
  }

  private func none(_ list: PeopleList) -> PeopleList {
    PeopleList(
      people: [], count: 0, reviewsDue: nil, enteredAt: nil, places: list.places, names: list.names)
  }

  private func sheets(of fabia: ID<Person>) async throws -> [Named] {
    let (iara, bento) = (try await prumo.actor(of: .iara), try await prumo.actor(of: .bento))
    let around = try await around(.iara)
    func page(_ sheet: PersonSheet, done: PersonPage.Done? = nil) -> PersonPage {
      PersonPage(sheet, done: done?.notice, roles: prumo.roles, now: now, surroundings: around)
    }
    let dora = try await prumo.personSheet(Member.dora.id, by: iara)
    return [
      ("person-invited", page(try await prumo.personSheet(fabia, by: iara))),
      ("person-review-due", page(dora.changed { $0.reviewedAt = now.adding(seconds: -400 * 86_400) })),
      ("person-post-over", page(dora.changed { $0.postEndsOn = Day("2026-10-31") }, done: .granted)),
      ("person-ended", page(dora.changed { $0.state = .ended })),
      ("person-without-role", page(try await prumo.personSheet(Member.enzo.id, by: iara))),
      ("person-oneself", page(try await prumo.personSheet(Member.iara.id, by: iara))),
      (
        "person-of-bento",
        PersonPage(
          try await prumo.personSheet(Member.dora.id, by: bento), roles: prumo.roles, now: now,
          surroundings: try await self.around(.bento))
      ),
    ]
  }

  private func questions() async throws -> [Named] {
    let around = try await around(.iara)
    let options = try await prumo.grantOptions(by: try await prumo.actor(of: .iara))
    let dora = try await prumo.personSheet(Member.dora.id, by: try await prumo.actor(of: .iara))
    let ofOneState = GrantOptions(
      roles: options.roles, states: options.states.filter { $0.unit == .MT })
    return [
      ("invitation-role", RoleChoicePage(options, for: .invitation(again: nil), surroundings: around)),
      (
        "invitation-role-again",
        RoleChoicePage(
          ofOneState, for: .invitation(again: dora.person),
          problem: .invalid(field: "papel", rule: "invitation.noRole"), surroundings: around)
      ),
      ("grant-role", RoleChoicePage(options, for: .person(dora.person), surroundings: around)),
    ]
  }

  private func forms() async throws -> [Named] {
    let around = try await around(.iara)
    let iara = try await prumo.actor(of: .iara)
    let dora = try await prumo.personSheet(Member.dora.id, by: iara)
    func form(
      _ role: Role, _ target: GrantTarget, _ form: GrantForm = .init(FormText("")), isOneState: Bool = false,
      problem: Problem? = nil
    ) async throws -> GrantPage {
      GrantPage(
        try await prumo.grantChoices(of: role, in: .AC, by: iara), form: form, for: target,
        isOneState: isOneState, problem: problem, surroundings: around)
    }
    let typed = GrantForm(FormText("nome=F%C3%A1bia&email=fabia&lugar=1200401&fim=2027-12-31"))
    let refusal = Problem.invalid(field: "email", rule: "person.emailUnreadable")
    let counterpart = Problem.invalid(
      field: "setor", rule: "role.sectorNeeded", ["role": "Ponto focal de setor"])
    var correction = GrantForm(again: dora.person)
    correction.postEnd = "2027-12-31"
    let assignment = try #require(dora.assignments.first)
    let noReason = Problem.invalid(field: "motivo", rule: "person.reasonMissing")
    return [
      ("invitation", try await form(.gestorMunicipal, .invitation(again: nil))),
      (
        "invitation-refused",
        try await form(
          .stateAdministrator, .invitation(again: nil), typed, isOneState: true, problem: refusal)
      ),
      ("grant", try await form(.unitCoordinator, .person(dora.person))),
      ("grant-refused", try await form(.sectorCounterpart, .person(dora.person), problem: counterpart)),
      (
        "handover",
        HandOverPage(
          .invitation, link: "https://prumo.exemplo.gov.br/convite/abc", for: dora.person, now: now,
          surroundings: around)
      ),
      (
        "handover-recovery",
        HandOverPage(
          .recovery, link: "https://prumo.exemplo.gov.br/recuperar/abc", for: dora.person, now: now,
          surroundings: around)
      ),
      ("correction", CorrectionPage(dora.person, form: correction, surroundings: around)),
      (
        "correction-refused",
        CorrectionPage(dora.person, form: typed, problem: refusal, surroundings: around)
      ),
      ("ending", ConfirmationPage(ending: dora.person, surroundings: around)),
      ("ending-refused", ConfirmationPage(ending: dora.person, problem: noReason, surroundings: around)),
      (
        "ending-warned",
        ConfirmationPage(
          ending: dora.person, reason: "saiu, CPF 529.982.247-25",
          problem: .invalid(field: "motivo", rule: "text.looksPersonal"), surroundings: around)
      ),
      (
        "ending-conflict",
        ConfirmationPage(
          ending: dora.person, reason: "saiu", problem: .conflict(rule: "person.alreadyEnded"),
          surroundings: around)
      ),
      (
        "second-factor-reset",
        ConfirmationPage(resettingSecondFactorOf: dora.person, surroundings: around)
      ),
      (
        "revoking",
        ConfirmationPage(revoking: assignment, of: dora, roles: prumo.roles, surroundings: around)
      ),
    ]
  }

  private func roles() async throws -> [Named] {
    let around = try await around(.bento)
    let sheet = try await prumo.rolesSheet(for: try await prumo.actor(of: .bento))
    // As if counterparts saw the loads of their own sector, and for somebody who has none of the roles.
    let entries = sheet.table.all.map { entry in
      entry.role != .sectorCounterpart
        ? entry
        : RoleEntry(
          role: entry.role, label: entry.label, explanation: entry.explanation, levels: entry.levels,
          needsSector: true, needsSecondFactor: false, permissions: [.loadsRead: .ownSector])
    }
    let bySector = RolesSheet(table: try RoleTable(entries), own: [], names: .init())
    return [
      ("roles", RolesPage(sheet, surroundings: around)),
      ("roles-by-sector", RolesPage(bySector, surroundings: around)),
    ]
  }
}

extension PersonSheet {
  /// The same sheet, of a person in another state.
  func changed(_ change: (inout Person) -> Void) -> PersonSheet {
    var other = person
    change(&other)
    return PersonSheet(
      person: other, assignments: assignments, names: names, givers: givers, care: care, access: access,
      history: history)
  }
}
