import Indicators
import Testing
import Vocabulary

@testable import UseCases
@testable import Web

/// Every page in every state it can be in, made from the program's own answers. Golden files hold what they look like.
struct Samples {
  typealias Named = (name: String, page: any Page)

  let prumo: Prumo
  let surroundings: Surroundings

  init(_ prumo: Prumo) async throws {
    self.prumo = prumo
    surroundings = try await prumo.surroundings(.AC)
  }

  func all() async throws -> [Named] {
    _ = try await Payroll.november.load(into: prumo, name: "202311_NovoBolsaFamilia.csv")
    _ = try await Payroll.december.load(into: prumo, name: "202312_NovoBolsaFamilia.csv")
    return try await panels() + sheets() + explanations() + loads() + others()
  }

  static let december = ReferenceMonth("2023-12")!
  static let rioBranco = IBGECode("1200401")!
  static let withoutData = IBGECode("5101837")!

  func panel(_ unit: FederativeUnit, _ key: String?, boundaries: [Boundary] = []) async throws -> PanelPage {
    let query = PanelQuery(indicator: key.flatMap { CatalogueKey($0) })
    let panel = try await prumo.statePanel(unit, indicator: query.indicator, month: query.month)
    return PanelPage(
      panel, query: query, catalogue: prumo.catalogue, boundaries: boundaries, surroundings: surroundings)
  }

  private func panels() async throws -> [Named] {
    [
      ("panel", try await panel(.AC, "pbf.families")), ("panel-rate", try await panel(.AC, "pbf.lateShare")),
      ("panel-outlines", try await panel(.AC, "suas.cras", boundaries: Self.outlines)),
      ("panel-empty", try await panel(.RR, "pbf.families")),
    ]
  }

  func sheet(_ code: IBGECode, notices: [Notice] = []) async throws -> SheetPage {
    let day = Day("2026-11-23")!
    return SheetPage(
      try await prumo.municipalitySheet(code, month: nil),
      neighbours: try await prumo.municipalities(of: code.federativeUnit, on: day), boundaries: [],
      notices: notices,
      surroundings: try await prumo.surroundings(code.federativeUnit))
  }

  private func sheets() async throws -> [Named] {
    let places = try await prumo.municipalities(of: .AC, on: Day("2026-11-23")!)
    let acre = try #require(surroundings.state)
    return [
      ("sheet", try await sheet(Self.rioBranco, notices: [Notice(.good, title: "Relógio guardado")])),
      ("sheet-empty", try await sheet(Self.withoutData)),
      ("municipalities", MunicipalitiesPage(places, of: acre, surroundings: surroundings)),
      ("municipalities-empty", MunicipalitiesPage([], of: acre, surroundings: surroundings)),
      ("search", SearchPage(Array(places.prefix(3)), for: "rio", limit: 50, surroundings: surroundings)),
      ("search-empty", SearchPage([], for: "xyz", limit: 50, surroundings: surroundings)),
    ]
  }

  private func explanations() async throws -> [Named] {
    func explained(_ key: String, _ place: TerritoryCode, _ month: String) async throws -> ExplanationPage {
      ExplanationPage(
        try await prumo.explain(
          indicator: CatalogueKey(key)!, territory: place, month: ReferenceMonth(month)!),
        surroundings: surroundings)
    }
    return [
      ("explanation", try await explained("pbf.mean", .municipality(Self.rioBranco), "2023-12")),
      ("explanation-rate", try await explained("pbf.lateShare", .state(.AC), "2023-12")),
      ("explanation-superseded", try await explained("pbf.parcels", .state(.AC), "2023-12")),
      ("explanation-overlap", ExplanationPage(try overlapping(), surroundings: surroundings)),
      ("explanation-empty", try await explained("pbf.families", .country, "2012-01")),
    ]
  }

  /// A state whose people were counted once, of municipalities in which two of them were counted each.
  private func overlapping() throws -> Explanation {
    let key = CatalogueKey("pbf.families")!
    let load = Self.record(.committed, name: "estado.csv").load
    let total = ElementTotal(
      element: key, value: 1_050, basis: .reported, municipalitiesReported: 22, loads: [load.id])
    let indicator = try #require(prumo.catalogue.indicator(key))
    return Explanation(
      figure: Figure(
        indicator, territory: .state(.AC), month: Self.december, totals: [key: total],
        municipalitiesExpected: 22),
      territoryName: "Acre",
      parts: [
        ExplainedPart(
          element: try #require(prumo.catalogue.element(key)), total: total,
          contributions: [Contribution(load: load, municipalities: 22, value: 1_052, rowsRejectedHere: 6)],
          superseded: [])
      ])
  }

  private func others() async throws -> [Named] {
    let refusal = Problem.invalid(field: "arquivo", rule: "extract.emptyFile")
    return [
      ("new-load", NewLoadPage(surroundings: surroundings)),
      ("new-load-refused", NewLoadPage(problem: refusal, surroundings: surroundings)),
      ("message", MessagePage(.notFound(rule: "page.unknown"), surroundings: surroundings)),
      ("message-defect", MessagePage(defect: "1A2B3C4D", surroundings: surroundings)),
      ("message-outlines", MessagePage(outlines: 22, known: 22, surroundings: surroundings)),
    ]
  }

  private static let outlines: [Boundary] = [
    Boundary(
      code: rioBranco,
      rings: [
        [(-68.6, -10.4), (-67.4, -10.4), (-67.4, -9.5), (-68.6, -10.4)].map {
          Boundary.Point(longitude: $0.0, latitude: $0.1)
        }
      ])
  ]
}
