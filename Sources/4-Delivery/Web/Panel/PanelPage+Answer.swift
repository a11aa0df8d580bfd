import Hummingbird
import UseCases
import Vocabulary

extension PanelPage {
  /// `GET /painel/MT?indicator=&mes=&ordem=&sentido=`
  static func answer(_ visit: Visit) async throws -> Response {
    let text = visit.part("uf")
    let unit = try FederativeUnit.named(text)
    guard text == unit.rawValue else { return .redirect(to: "/painel/\(unit.rawValue)") }
    let query = PanelQuery(try visit.request.query())
    let panel = try await visit.prumo.statePanel(
      unit, indicator: query.indicator, month: query.month, for: visit.actor)
    let boundaries = try await visit.prumo.boundaries(of: unit, for: visit.actor)
    let page = PanelPage(
      panel, query: query, catalogue: visit.prumo.catalogue, boundaries: boundaries,
      surroundings: try await visit.surroundings(unit))
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
