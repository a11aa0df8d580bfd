import Hummingbird
import UseCases
import Vocabulary

extension PanelPage {
  /// `GET /painel/MT?indicator=&mes=&ordem=&sentido=`
  static func answer(_ request: Request, _ context: PageContext, _ site: Site) async throws -> Response {
    let text = context.part("uf")
    let unit = try FederativeUnit.named(text)
    guard text == unit.rawValue else { return .redirect(to: "/painel/\(unit.rawValue)") }
    let query = PanelQuery(try request.query())
    let panel = try await site.prumo.statePanel(unit, indicator: query.indicator, month: query.month)
    let boundaries = try await site.prumo.boundaries(of: unit)
    let page = PanelPage(
      panel, query: query, catalogue: site.prumo.catalogue, boundaries: boundaries,
      surroundings: try await site.surroundings(unit))
    return try page.response()
  }
}

extension PanelQuery {
  init(_ form: FormText) {
    self.init { form[$0] }
  }
}

extension FederativeUnit {
  /// Two letters, in either case.
  static func named(_ text: String) throws(Problem) -> FederativeUnit {
    guard let unit = FederativeUnit(rawValue: text.uppercased()) else {
      throw .notFound(rule: "territory.unknown", ["territory": String(text.prefix(20))])
    }
    return unit
  }
}
