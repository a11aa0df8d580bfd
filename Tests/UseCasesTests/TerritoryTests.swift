import Indicators
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct TerritoryTests {
  @Test(arguments: Engine.allCases)
  func `a place that does not exist is refused`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      for text in ["XX", "510021", "9999999", "RI999999", ""] {
        await #expect(throws: Problem.self, "\(text)") { try await prumo.territory(text, for: .tester) }
      }
      await #expect(throws: Problem.invalid(field: "q", rule: "search.tooLong", ["limit": "80"])) {
        try await prumo.search(String(repeating: "a", count: 81), for: .tester)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `Água Boa is found by name and by codes, however it is written`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      for text in ["agua boa", "ÁGUA BOA", "Água  Boa", "5100201", "510020"] {
        let found = try await prumo.search(text, for: .tester)
        #expect(found.contains { $0.code == aguaBoa }, "\(text)")
      }
      #expect(try await prumo.search("agua boa", for: .tester).map(\.code.federativeUnit) == [.MG, .MT])
    }
  }

  @Test(arguments: Engine.allCases)
  func `names that other files write differently are found too`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let poxoreu = try await prumo.search("poxoreo", for: .tester)
      #expect(poxoreu.contains { $0.name.hasPrefix("Poxor") })
      let west = try await prumo.search("D OESTE", for: .tester)
      #expect(!west.isEmpty)
      let green = try await prumo.search("verde", for: .tester)
      #expect(green.allSatisfy { NameKey($0.name).text.contains("verde") })
      #expect(!green.isEmpty)
      let percent = try await prumo.search("%", for: .tester)
      #expect(percent.isEmpty)
      #expect(
        try await prumo.search("cruzeiro do sul", for: .tester).map(\.code.federativeUnit) == [.AC, .PR, .RS])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a view of 2013 shows 141 municipalities of Mato Grosso, one of 2025 shows 142`(engine: Engine)
    async throws
  {
    try await withPrumo(engine) { prumo in
      for (text, count) in [("2013-08-03", 141), ("2024-12-31", 141), ("2025-01-01", 142)] {
        let places = try await prumo.municipalities(of: .MT, on: Day(text)!, for: .tester)
        #expect(places.count == count)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a clock that the state does not offer is refused`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      await #expect(throws: Problem.invalid(field: "fuso", rule: "municipality.timeZoneNotOffered")) {
        try await prumo.chooseTimeZone("Europe/Lisbon", for: aguaBoa, by: .tester)
      }
      await #expect(throws: Problem.self) {
        try await prumo.chooseTimeZone(nil, for: IBGECode(5_100_003)!, by: .tester)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `the Araguaia's clock stays as chosen when the reference tables are brought anew`(
    engine: Engine
  ) async throws {
    try await withPrumo(engine) { prumo in
      #expect(
        try await prumo.municipalitySheet(aguaBoa, month: nil, for: .tester).municipality.timeZone
          == "America/Cuiaba")
      try await prumo.chooseTimeZone("America/Sao_Paulo", for: aguaBoa, by: .tester)
      #expect(try await prumo.prepareReferenceTables() == false)
      #expect(
        try await prumo.municipalitySheet(aguaBoa, month: nil, for: .tester).municipality.timeZone
          == "America/Sao_Paulo")
      try await prumo.chooseTimeZone(nil, for: aguaBoa, by: .tester)
      #expect(
        try await prumo.municipalitySheet(aguaBoa, month: nil, for: .tester).municipality.timeZone
          == "America/Cuiaba")
    }
  }

  @Test(arguments: Engine.allCases)
  func `the first start is alive with public facts`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let december = month("2023-12")
      let parcels = try await prumo.figure(key("pbf.parcels"), of: .state(.MT), in: december, for: .tester)
      #expect(parcels.value?.description == "254762")
      #expect(parcels.coverage.reported == 141)
      #expect(parcels.coverage.expected == 141)
      #expect(
        try await prumo.figure(key("suas.cras"), of: .state(.MT), in: month("2021-12"), for: .tester).value?
          .units == 178)
      #expect(
        try await prumo.figure(key("suas.creas"), of: .state(.MT), in: december, for: .tester).value?.units
          == 49)
      let families = try await prumo.figure(key("pbf.families"), of: .state(.MT), in: december, for: .tester)
      #expect(families.value == nil)
      #expect(families.coverage.reported == 0)
      let panel = try await prumo.statePanel(.MT, indicator: nil, month: nil, for: .tester)
      #expect(panel.rows.count == 141)
      #expect(panel.month == december)
      let sheet = try await prumo.municipalitySheet(cuiaba, month: nil, for: .tester)
      #expect(sheet.cras.isEmpty == false)
    }
  }
}
