import HTTPTypes
import Hummingbird
import UseCases
import Vocabulary

/// Signs in as one of the cast with one button. The address is there in a demonstration only.
enum EnterDemonstration {
  static let path = "/entrar/demonstracao"

  /// `POST /entrar/demonstracao`: `pessoa=ana`, and where to go back to in `volta`.
  static func answer(_ visit: OpenVisit) async throws -> Response {
    let form = try await visit.request.form()
    let tokens = try await visit.prumo.enterDemonstration(
      as: form["pessoa"].flatMap { CastMember($0) }, device: visit.device, origin: visit.context.origin,
      client: visit.client)
    return try await visit.enter(with: tokens, to: form.returnPath)
  }
}
