import Access
import Hummingbird
import Logging
import Privacy
import UseCases
import Vocabulary

extension PrivacyDeskPage {
  static let path = "/administracao/privacidade"

  /// `GET /administracao/privacidade`
  static func answer(_ visit: Visit) async throws -> Response {
    let notices =
      switch try visit.request.query()["feito"] {
      case "resposta": [Notice(.good, title: "Resposta enviada", text: "Quem pediu a lê em Meus dados.")]
      case "limpeza": [Notice(.good, title: "Limpeza começada")]
      default: [Notice]()
      }
    return try PrivacyDeskPage(
      try await visit.prumo.privacyDesk(by: visit.actor), notices: notices,
      surroundings: try await visit.surroundings()
    ).response()
  }

  /// `POST /administracao/privacidade/limpeza`: begins, and goes on behind the answer. Should this node die, the daily run of
  /// another goes on with it.
  static func run(_ visit: Visit) async throws -> Response {
    let (prumo, actor, logger) = (visit.prumo, visit.actor, visit.site.logger)
    let id = try await prumo.beginRetention(by: actor)
    Task {
      do {
        try await prumo.continueRetention(id, by: actor)
      } catch {
        logger.error("A retention run stopped", metadata: ["run": "\(id)", "cause": "\(error)"])
      }
    }
    return .redirect(to: "\(path)?feito=limpeza")
  }
}
