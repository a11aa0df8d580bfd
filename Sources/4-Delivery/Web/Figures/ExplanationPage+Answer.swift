import Hummingbird
import Indicators
import UseCases
import Vocabulary

extension ExplanationPage {
  /// `GET /figuras/pbf.families/5100201/2023-12`
  static func answer(_ visit: Visit) async throws -> Response {
    let (key, month) = (visit.part("indicador"), visit.part("mes"))
    guard let indicator = CatalogueKey(key) else {
      throw Problem.notFound(
        rule: "indicator.unknown", ["indicator": String(key.prefix(CatalogueKey.maximumLength))])
    }
    guard let month = ReferenceMonth(month) else { throw Problem.notFound(rule: "page.month") }
    let territory = try await visit.prumo.territory(visit.part("lugar"), for: visit.actor)
    let explanation = try await visit.prumo.explain(
      indicator: indicator, territory: territory, month: month, for: visit.actor)
    return try ExplanationPage(
      explanation, surroundings: try await visit.surroundings(territory.federativeUnit)
    ).response()
  }
}
