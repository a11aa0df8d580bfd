import Hummingbird
import Indicators
import UseCases
import Vocabulary

extension ExplanationPage {
  /// `GET /figuras/pbf.families/5100201/2023-12`
  static func answer(_ context: PageContext, _ site: Site) async throws -> Response {
    let (key, month) = (context.part("indicador"), context.part("mes"))
    guard let indicator = CatalogueKey(key) else {
      throw Problem.notFound(
        rule: "indicator.unknown", ["indicator": String(key.prefix(CatalogueKey.maximumLength))])
    }
    guard let month = ReferenceMonth(month) else { throw Problem.notFound(rule: "page.month") }
    let territory = try await site.prumo.territory(context.part("lugar"))
    let explanation = try await site.prumo.explain(indicator: indicator, territory: territory, month: month)
    return try ExplanationPage(
      explanation, surroundings: try await site.surroundings(territory.federativeUnit)
    ).response()
  }
}
