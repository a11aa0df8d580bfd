import Access
import Indicators
import TestCast
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
    return try await panels() + sheets() + explanations() + loads() + trail()
      + account() + others() + privacy() + people()
  }

  static let december = ReferenceMonth("2023-12")!
  static let rioBranco = IBGECode("1200401")!
  /// Known of the public facts only, which have one month.
  static let oneMonth = IBGECode("1200013")!
  static let withoutData = IBGECode("5101837")!

  func panel(_ unit: FederativeUnit, _ key: String?, boundaries: [Boundary] = []) async throws -> PanelPage {
    let query = PanelQuery(indicator: key.flatMap { CatalogueKey($0) })
    let panel = try await prumo.statePanel(unit, indicator: query.indicator, month: query.month, for: .tester)
    return PanelPage(
      panel, query: query, catalogue: prumo.catalogue, boundaries: boundaries, surroundings: surroundings)
  }

  private func panels() async throws -> [Named] {
    [
      ("panel", try await panel(.AC, "pbf.families")), ("panel-rate", try await panel(.AC, "pbf.lateShare")),
      ("panel-outlines", try await panel(.AC, "suas.cras", boundaries: Self.outlines)),
      ("panel-empty", try await panel(.RR, "pbf.families")), ("panel-of-one", try await panelOfOne()),
    ]
  }

  /// As a municipality's manager sees the state.
  private func panelOfOne() async throws -> PanelPage {
    let bento = try await prumo.actor(of: .bento)
    let panel = try await prumo.statePanel(
      .MT, indicator: CatalogueKey("pbf.parcels"), month: nil, for: bento)
    return PanelPage(
      panel, query: PanelQuery(), catalogue: prumo.catalogue, boundaries: [],
      surroundings: try await prumo.surroundings(.MT, for: .bento))
  }

  /// The strips that stand on every page: demonstration, and seeing as another person.
  private func viewing() async throws -> MessagePage {
    let (iara, bento) = (try await prumo.signedIn(as: .iara), try await prumo.signedIn(as: .bento))
    let assignment = Assignment(
      id: ID("00000000-0000-4000-8000-000000000001")!, person: Member.bento.id, role: .gestorMunicipal,
      sector: nil, place: Member.bento.place, validFrom: Day("2026-01-01")!, validUntil: nil, grantedBy: nil,
      grantedAt: prumo.now())
    let actor = Actor(
      bento.person, assignments: [assignment], roles: prumo.roles, on: Day("2026-11-23")!,
      hasSecondFactor: true,
      origin: .test, viewer: iara.person.id)
    let surroundings = Surroundings(
      state: self.surroundings.state, states: self.surroundings.states, home: .AC, assets: .sample,
      signedIn: SignedIn(session: iara.session, person: iara.person, own: iara.actor, actor: actor),
      isDemonstration: true)
    return MessagePage(.notAllowed(rule: "access.onlyViewing"), surroundings: surroundings)
  }

  func sheet(_ code: IBGECode, notices: [Notice] = []) async throws -> SheetPage {
    SheetPage(
      try await prumo.municipalitySheet(code, month: nil, for: .tester),
      boundaries: [],
      notices: notices,
      surroundings: try await prumo.surroundings(code.federativeUnit))
  }

  private func sheets() async throws -> [Named] {
    let places = try await prumo.municipalities(of: .AC, on: Day("2026-11-23")!, for: .tester)
    let acre = try #require(surroundings.state)
    return [
      ("sheet", try await sheet(Self.rioBranco, notices: [Notice(.good, title: "Relógio guardado")])),
      ("sheet-one-month", try await sheet(Self.oneMonth)), ("sheet-empty", try await sheet(Self.withoutData)),
      ("municipalities", MunicipalitiesPage(places, of: acre, surroundings: surroundings)),
      ("municipalities-empty", MunicipalitiesPage([], of: acre, surroundings: surroundings)),
      ("search", SearchPage(Array(places.prefix(3)), for: "rio", limit: 50, surroundings: surroundings)),
      ("search-empty", SearchPage([], for: "xyz", limit: 50, surroundings: surroundings)),
    ]
  }

  /// Around a page for everyone.
  static let bare = Surroundings(
    state: nil, states: [], home: .AC, assets: .sample, signedIn: nil, isDemonstration: false)

  private func explanations() async throws -> [Named] {
    func explained(_ key: String, _ place: TerritoryCode, _ month: String) async throws -> ExplanationPage {
      ExplanationPage(
        try await prumo.explain(
          indicator: CatalogueKey(key)!, territory: place, month: ReferenceMonth(month)!, for: .tester),
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
      ("new-load", NewLoadPage(limitBytes: UploadLimits.fileBytes, surroundings: surroundings)),
      (
        "new-load-refused",
        NewLoadPage(limitBytes: UploadLimits.fileBytes, problem: refusal, surroundings: surroundings)
      ),
      ("message", MessagePage(.notFound(rule: "page.unknown"), surroundings: surroundings)),
      ("message-viewing", try await viewing()),
      ("message-nobody", MessagePage(.notFound(rule: "page.unknown"), surroundings: Self.bare)),
      (
        "message-without-role",
        MessagePage(
          withoutRole: try await prumo.actor(of: .enzo),
          surroundings: try await prumo.surroundings(.MT, for: .enzo))
      ),
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
