import Access
import Hummingbird
import UseCases
import Vocabulary

extension ConfirmationPage {
  /// `GET /pessoas/{pessoa}/encerrar`
  static func ending(_ visit: Visit) async throws -> Response {
    let person = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor).person
    return try ConfirmationPage(ending: person, surroundings: try await visit.surroundings()).response()
  }

  /// `POST /pessoas/{pessoa}/encerrar`
  static func end(_ visit: Visit) async throws -> Response {
    let person = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor).person
    let form = try await visit.request.form()
    let reason = form["motivo"] ?? ""
    do {
      try await visit.prumo.endAccount(
        of: person.id, because: reason, sendAnyway: FreeTextArea.isSentAnyway(form), by: visit.actor)
    } catch let problem as Problem where problem.kind != .notFound {
      return try ConfirmationPage(
        ending: person, reason: reason, problem: problem, surroundings: try await visit.surroundings()
      ).response(status: problem.status)
    }
    return PersonPage.redirect(to: person.id, done: .ended)
  }

  /// `GET /pessoas/{pessoa}/segundo-fator`
  static func resettingSecondFactor(_ visit: Visit) async throws -> Response {
    let person = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor).person
    return try ConfirmationPage(
      resettingSecondFactorOf: person, surroundings: try await visit.surroundings()
    ).response()
  }

  /// `POST /pessoas/{pessoa}/segundo-fator`
  static func resetSecondFactor(_ visit: Visit) async throws -> Response {
    let id = try visit.person()
    try await visit.prumo.resetSecondFactor(of: id, by: visit.actor)
    return PersonPage.redirect(to: id, done: .secondFactorRemoved)
  }

  /// `GET /pessoas/{pessoa}/papeis/{papel}/retirar`
  static func revoking(_ visit: Visit) async throws -> Response {
    let (sheet, assignment) = try await revocable(visit)
    return try ConfirmationPage(
      revoking: assignment, of: sheet, roles: visit.prumo.roles,
      surroundings: try await visit.surroundings()
    ).response()
  }

  /// `POST /pessoas/{pessoa}/papeis/{papel}/retirar`
  static func revoke(_ visit: Visit) async throws -> Response {
    let (sheet, assignment) = try await revocable(visit)
    try await visit.prumo.revoke(assignment.id, by: visit.actor)
    return PersonPage.redirect(to: sheet.person.id, done: .revoked)
  }

  /// The role that the address names, of the person that it names. Throws `role.unknown`.
  private static func revocable(_ visit: Visit) async throws -> (PersonSheet, Assignment) {
    let sheet = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor)
    guard let id = ID<Assignment>(visit.part("papel")), sheet.care.revocable.contains(id),
      let assignment = sheet.assignments.first(where: { $0.id == id })
    else { throw Problem.notFound(rule: "role.unknown") }
    return (sheet, assignment)
  }
}
