import Access
import Indicators
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

/// What lies outside a person's territory is not there: neither by name nor by code.
@Suite struct ScopeOfReadingTests {
  private let december = month("2023-12")
  private let day = Day("2026-11-23")!
  private let parcels = key("pbf.parcels")

  private func rule(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Problem)?.rule ?? "\(error)" }
  }

  @Test(arguments: Engine.allCases) func `who has no role reads nothing at all`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      let enzo = try await prumo.actor(of: .enzo)
      #expect(
        await rule { _ = try await prumo.statePanel(.MT, indicator: nil, month: nil, for: enzo) }
          == "access.notAllowed")
      #expect(
        await rule { _ = try await prumo.municipalitySheet(aguaBoa, month: nil, for: enzo) }
          == "access.notAllowed")
      #expect(await rule { _ = try await prumo.search("agua boa", for: enzo) } == "access.notAllowed")
      #expect(await rule { _ = try await prumo.territory("MT", for: enzo) } == "access.notAllowed")
      #expect(
        await rule { _ = try await prumo.figure(parcels, of: .country, in: december, for: enzo) }
          == "access.notAllowed")
      #expect(await rule { _ = try await prumo.loads(limit: 1, for: enzo) } == "access.notAllowed")
      #expect(await rule { _ = try await prumo.boundaries(of: .MT, for: enzo) } == "access.notAllowed")
      #expect(try await prumo.states(for: enzo).isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `another municipality's sheet, figures and clock are not there`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let bento = try await prumo.actor(of: .bento)
      #expect(
        await rule { _ = try await prumo.municipalitySheet(cuiaba, month: nil, for: bento) }
          == "municipality.unknown")
      #expect(await rule { _ = try await prumo.territory("5103403", for: bento) } == "territory.unknown")
      #expect(await rule { _ = try await prumo.territory("510340", for: bento) } == "territory.unknown")
      #expect(
        await rule {
          _ = try await prumo.figure(parcels, of: .municipality(cuiaba), in: december, for: bento)
        }
          == "territory.unknown")
      #expect(
        await rule {
          _ = try await prumo.explain(
            indicator: parcels, territory: .municipality(cuiaba), month: december, for: bento)
        } == "territory.unknown")
      #expect(
        await rule { try await prumo.chooseTimeZone(nil, for: cuiaba, by: bento) } == "municipality.unknown")
      #expect(try await prumo.search("cuiaba", for: bento).isEmpty)
      #expect(try await prumo.search("5103403", for: bento).isEmpty)
      #expect(try await prumo.search("510340", for: bento).isEmpty)
      #expect(try await prumo.search("agua boa", for: bento).map(\.code) == [aguaBoa])
    }
  }

  @Test(arguments: Engine.allCases) func `another state is not there`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      for member in [Member.ana, .bento, .celia] {
        let actor = try await prumo.actor(of: member)
        #expect(
          await rule { _ = try await prumo.statePanel(.AC, indicator: nil, month: nil, for: actor) }
            == "territory.unknown")
        #expect(
          await rule { _ = try await prumo.municipalities(of: .AC, on: day, for: actor) }
            == "territory.unknown")
        #expect(await rule { _ = try await prumo.boundaries(of: .AC, for: actor) } == "territory.unknown")
        #expect(await rule { _ = try await prumo.territory("AC", for: actor) } == "territory.unknown")
        #expect(try await prumo.states(for: actor).map(\.unit) == [.MT])
        #expect(try await prumo.search("rio branco", for: actor).allSatisfy { $0.code.federativeUnit == .MT })
      }
    }
  }

  @Test(arguments: Engine.allCases) func `of what lies around only totals are seen`(engine: Engine)
    async throws
  {
    try await withMembers(engine) { prumo in
      let bento = try await prumo.actor(of: .bento)
      let panel = try await prumo.statePanel(.MT, indicator: parcels, month: december, for: bento)
      #expect(panel.rows.map(\.municipality.code) == [aguaBoa])
      #expect(!panel.isWhole)
      let whole = try await prumo.statePanel(
        .MT, indicator: parcels, month: december, for: try await prumo.actor(of: .ana))
      #expect(whole.rows.count == 141 && whole.isWhole)
      #expect(panel.stateFigure == whole.stateFigure)
      #expect(panel.rows[0].position == whole.rows.first { $0.municipality.code == aguaBoa }?.position)
      for territory in [
        TerritoryCode.country, .state(.MT), .municipality(aguaBoa), TerritoryCode("RI510015")!,
      ] {
        #expect(
          await rule { _ = try await prumo.figure(parcels, of: territory, in: december, for: bento) } == nil,
          "\(territory)")
      }
      #expect(
        await rule {
          _ = try await prumo.figure(parcels, of: TerritoryCode("RI510001")!, in: december, for: bento)
        }
          == "territory.unknown")
      #expect(try await prumo.municipalities(of: .MT, on: day, for: bento).map(\.code) == [aguaBoa])
    }
  }

  @Test(arguments: Engine.allCases) func `a region's technician opens its municipalities and no other`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let celia = try await prumo.actor(of: .celia)
      let own = try await prumo.municipalities(of: .MT, on: day, for: celia)
      #expect(own.map(\.code).contains(aguaBoa) && own.count > 1 && own.count < 30)
      #expect(own.allSatisfy { $0.immediateRegion?.code.description == "RI510015" })
      #expect(await rule { _ = try await prumo.municipalitySheet(aguaBoa, month: nil, for: celia) } == nil)
      #expect(
        await rule { _ = try await prumo.municipalitySheet(cuiaba, month: nil, for: celia) }
          == "municipality.unknown")
      #expect(
        await rule { try await prumo.chooseTimeZone(nil, for: aguaBoa, by: celia) } == "access.notAllowed")
      #expect(try await prumo.municipalitySheet(aguaBoa, month: nil, for: celia).timeZones.isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func `who may read may not for that reason write`(engine: Engine)
    async throws
  {
    try await withMembers(engine) { prumo in
      for member in [Member.bento, .celia, .dora, .enzo] {
        let actor = try await prumo.actor(of: member)
        #expect(
          await rule { _ = try await prumo.load(PaymentsFile.aguaBoa(people: 1...2).request(), by: actor) }
            == "access.notAllowed")
        #expect(await rule { _ = try await prumo.loads(limit: 1, for: actor) } == "access.notAllowed")
      }
      let ana = try await prumo.actor(of: .ana)
      let record = try #require(
        try await prumo.load(PaymentsFile.aguaBoa(people: 1...2).request(), by: ana).committed)
      #expect(record.load.loadedBy == "Ana Exemplo")
      #expect(
        await rule { _ = try await prumo.load(record.load.id, for: try await prumo.actor(of: .bento)) }
          == "access.notAllowed")
    }
  }

  @Test(arguments: Engine.allCases) func `a coordinator without the second factor reads nothing yet`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let token = try await prumo.token(of: .ana, hasSecondFactor: false)
      let ana = try #require(try await prumo.recognise(sessionToken: token, origin: .test)).actor
      #expect(
        await rule { _ = try await prumo.statePanel(.MT, indicator: nil, month: nil, for: ana) }
          == "access.secondFactorNeeded")
    }
  }
}
