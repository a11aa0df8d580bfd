import Access
import Hummingbird
import UseCases
import Vocabulary

extension SecondFactorPage {
  /// `GET /conta/segundo-fator`
  static func answer(_ visit: Visit) async throws -> Response {
    try await page(visit).response()
  }

  /// `POST /conta/segundo-fator`: `codigo`. The session goes on under a new token, and the recovery codes are shown.
  static func confirm(_ visit: Visit) async throws -> Response {
    let code = try await visit.request.form()["codigo"] ?? ""
    return try await changing(visit, nil) {
      let set = try await visit.prumo.confirmSecondFactor(code, visit.signedIn)
      var response = try RecoveryCodesPage(
        set.recoveryCodes, isFirst: true, surroundings: try await visit.surroundings()
      ).response()
      response.setCookie(visit.cookies.session.setting(set.session))
      return response
    }
  }

  /// `POST /conta/segundo-fator/codigos`: `codigo`.
  static func renewCodes(_ visit: Visit) async throws -> Response {
    let code = try await visit.request.form()["codigo"] ?? ""
    return try await changing(visit, .renewing) {
      let codes = try await visit.prumo.renewRecoveryCodes(with: code, visit.signedIn)
      return try RecoveryCodesPage(codes, isFirst: false, surroundings: try await visit.surroundings())
        .response()
    }
  }

  /// `POST /conta/segundo-fator/desativar`: `codigo`.
  static func remove(_ visit: Visit) async throws -> Response {
    let code = try await visit.request.form()["codigo"] ?? ""
    return try await changing(visit, .removing) {
      try await visit.prumo.removeSecondFactor(with: code, visit.signedIn)
      return .redirect(to: AccountNews.secondFactorOff.href)
    }
  }

  private static func changing(
    _ visit: Visit, _ form: Form?, _ change: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await change()
    } catch let problem as Problem where problem.staysOnForm {
      return try await page(visit, problem: problem, of: form).response(status: problem.status)
    }
  }

  private static func page(
    _ visit: Visit, problem: Problem? = nil, of form: Form? = nil
  ) async throws -> SecondFactorPage {
    let account = try await visit.prumo.ownAccount(visit.signedIn)
    let surroundings = try await visit.surroundings()
    guard !account.hasSecondFactor else {
      return SecondFactorPage(account, problem: problem, of: form, surroundings: surroundings)
    }
    return try SecondFactorPage(
      try await visit.prumo.proposeSecondFactor(visit.signedIn), account: account.person.email.description,
      isNeeded: account.needsSecondFactor, problem: problem, surroundings: surroundings)
  }
}
