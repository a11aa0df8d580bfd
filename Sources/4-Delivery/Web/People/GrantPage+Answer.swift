import Access
import Hummingbird
import UseCases
import Vocabulary

/// Invitations and grants: the same two questions, which role and where.
extension GrantPage {
  /// `GET /pessoas/convidar`: without a role yet, the question for it.
  static func invitation(_ visit: Visit) async throws -> Response {
    let query = try visit.request.query()
    return try await page(query, for: try await target(query, visit), visit)
  }

  /// `GET /pessoas/{pessoa}/papeis/novo`
  static func grant(_ visit: Visit) async throws -> Response {
    try await page(try visit.request.query(), for: .person(try await receiver(visit)), visit)
  }

  private static func page(
    _ query: FormText, for target: GrantTarget, _ visit: Visit
  ) async throws -> Response {
    guard let role = query["papel"].flatMap({ Role(rawValue: $0) }) else {
      return try await question(for: target, nil, visit).response()
    }
    var form = if case .invitation(let again) = target { GrantForm(again: again) } else { GrantForm(query) }
    form.place = query["lugar"] ?? ""
    return try await page(role, query["uf"], form, for: target, nil, visit).response()
  }

  /// `POST /pessoas/convidar`
  static func invite(_ visit: Visit) async throws -> Response {
    let typed = try await visit.request.form()
    let target = try await target(typed, visit)
    return try await answering(typed, for: target, visit) { form, role in
      let invited = try await visit.prumo.invite(
        Invitation(
          name: form.name, email: form.email, postEndsOn: try Day.typed(form.postEnd, in: "fim"),
          assignments: [try form.assignment(role)]), by: visit.actor)
      return try await HandOverPage.answer(invited, visit)
    }
  }

  /// `POST /pessoas/{pessoa}/papeis`
  static func give(_ visit: Visit) async throws -> Response {
    let person = try await receiver(visit)
    return try await answering(try await visit.request.form(), for: .person(person), visit) { form, role in
      try await visit.prumo.grant(try form.assignment(role), to: person.id, by: visit.actor)
      return PersonPage.redirect(to: person.id, done: .granted)
    }
  }

  /// Does it, or shows the form again with what was typed and why not.
  private static func answering(
    _ typed: FormText, for target: GrantTarget, _ visit: Visit,
    _ body: (GrantForm, RoleEntry) async throws -> Response
  ) async throws -> Response {
    guard let role = typed["papel"].flatMap({ Role(rawValue: $0) }) else {
      let problem = Problem.invalid(field: "papel", rule: "invitation.noRole")
      return try await question(for: target, problem, visit).response(status: problem.status)
    }
    let form = GrantForm(typed)
    do {
      return try await body(form, visit.prumo.roles[role])
    } catch let problem as Problem where problem.kind != .notFound {
      return try await page(role, typed["uf"], form, for: target, problem, visit)
        .response(status: problem.status)
    }
  }

  private static func question(
    for target: GrantTarget, _ problem: Problem?, _ visit: Visit
  ) async throws -> RoleChoicePage {
    RoleChoicePage(
      try await visit.prumo.grantOptions(by: visit.actor), for: target, problem: problem,
      surroundings: try await visit.surroundings())
  }

  private static func page(
    _ role: Role, _ unit: String?, _ form: GrantForm, for target: GrantTarget, _ problem: Problem?,
    _ visit: Visit
  ) async throws -> GrantPage {
    let surroundings = try await visit.surroundings()
    let options = try await visit.prumo.grantOptions(by: visit.actor)
    let wanted = unit.flatMap { FederativeUnit(rawValue: $0) }
    guard let unit = wanted ?? options.usual(surroundings) else {
      throw Problem.notAllowed(rule: "access.notAllowed")
    }
    let choices = try await visit.prumo.grantChoices(of: role, in: unit, by: visit.actor)
    return GrantPage(
      choices, form: form, for: target, isOneState: options.states.count < 2, problem: problem,
      surroundings: surroundings)
  }

  /// Who gets a role; never oneself, and nobody whose account has ended.
  private static func receiver(_ visit: Visit) async throws -> Person {
    let sheet = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor)
    guard sheet.person.state != .ended else { throw Problem.conflict(rule: "person.notActive") }
    return sheet.person
  }

  /// Somebody new, or who is named in the address as having had an account.
  private static func target(_ form: FormText, _ visit: Visit) async throws -> GrantTarget {
    guard let id = form["pessoa"].flatMap({ ID<Person>($0) }) else { return .invitation(again: nil) }
    return .invitation(
      again: try await visit.prumo.personSheet(toChange: id, by: visit.actor).person)
  }
}

extension Visit {
  /// The person that the address names. Throws `person.unknown`.
  func person() throws(Problem) -> ID<Person> {
    guard let id = ID<Person>(part("pessoa")) else { throw .notFound(rule: "person.unknown") }
    return id
  }
}
