import Access
import Indicators
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct LoadTests {
  private func figure(
    _ prumo: Prumo, _ key: String, of territory: TerritoryCode, in text: String = "2023-12"
  ) async throws -> Figure {
    try await prumo.figure(CatalogueKey(key)!, of: territory, in: month(text), for: .tester)
  }

  @Test(arguments: Engine.allCases)
  func `a file that is refused leaves figures and history true`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let before = try await prumo.check(isAlive: { _ in true })
      let id: ID<Load> = prumo.newID()
      await #expect(throws: Problem.self) {
        try await prumo.load(PaymentsFile(rows: []).request(id: id), by: .tester)
      }
      let load = try await prumo.load(id, for: .tester).load
      let after = try await prumo.check(isAlive: { _ in true })
      #expect(load.state == .refused)
      #expect(load.refusal?.rule == "extract.noRows")
      // Only the trail grew: it tells of the refusal.
      let growth = zip(before.counts, after.counts).filter { $0.count != $1.count }.map {
        $1.count - $0.count
      }
      #expect(growth == [1])
      #expect(after.trailHead?.number == (before.trailHead?.number ?? 0) + 1)
      #expect(after.faults == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a dry run writes nothing at all`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let before = try await prumo.loads(limit: 100, for: .tester).count
      let outcome = try await prumo.load(
        PaymentsFile.aguaBoa(people: 1...3).request(isDryRun: true), by: .tester)
      #expect(outcome.checked?.totals.families == 3)
      #expect(outcome.checked?.replaced?.parcels == 1_066)
      let loads = try await prumo.loads(limit: 100, for: .tester).count
      let families = try await figure(prumo, "pbf.families", of: .municipality(aguaBoa))
      #expect(loads == before)
      #expect(families.value == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the same file twice says so and changes nothing`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let file = PaymentsFile.aguaBoa(people: 1...3)
      let first = try #require(try await prumo.load(file.request(), by: .tester).committed)
      let count = try await prumo.loads(limit: 100, for: .tester).count
      let second = try await prumo.load(file.request(name: "outro-nome.csv"), by: .tester)
      #expect(second.sameFile?.load.id == first.load.id)
      let after = try await prumo.loads(limit: 100, for: .tester).count
      #expect(after == count)
    }
  }

  @Test(arguments: Engine.allCases)
  func `figures follow from the file, for the municipality, the state and the country`(engine: Engine)
    async throws
  {
    try await withPrumo(engine) { prumo in
      // Person 3 is paid in both municipalities: the state counts them once.
      var file = PaymentsFile.aguaBoa(people: 1...3)
      file.rows += PaymentsFile.cuiaba(3...7)
      file.rows.append(.init(person: 1, value: "0,55", parcelMonth: "202311", cpf: "000.000.000-00"))
      _ = try await prumo.load(file.request(), by: .tester)
      let expected: [(String, TerritoryCode, String)] = [
        ("pbf.families", .municipality(aguaBoa), "3"), ("pbf.parcels", .municipality(aguaBoa), "4"),
        ("pbf.amount", .municipality(aguaBoa), "1800.55"), ("pbf.mean", .municipality(aguaBoa), "600.18"),
        ("pbf.lateShare", .municipality(aguaBoa), "0.2500"), ("pbf.families", .municipality(cuiaba), "5"),
        ("pbf.families", .state(.MT), "7"), ("pbf.families", .country, "7"),
        ("pbf.amount", .country, "4800.55"),
      ]
      for (key, territory, value) in expected {
        let figure = try await figure(prumo, key, of: territory)
        #expect(figure.value?.description == value, "\(key) \(territory)")
        #expect(!figure.isSumOfDistinct)
      }
      let state = try await figure(prumo, "pbf.families", of: .state(.MT))
      #expect(state.coverage == Coverage(reported: 2, expected: 141))
    }
  }

  @Test(arguments: Engine.allCases)
  func `a region's families are a sum of distinct counts and say so`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      var file = PaymentsFile.aguaBoa(people: 1...3)
      // Canarana, in the same immediate region.
      file.rows += (3...5).map { .init(siafi: "9193", place: "CANARANA", person: $0) }
      _ = try await prumo.load(file.request(), by: .tester)
      let region = try #require(RegionCode("RI510015"))
      let figure = try await figure(prumo, "pbf.families", of: .region(region))
      #expect(figure.value?.description == "6")
      #expect(figure.isSumOfDistinct)
    }
  }

  @Test(arguments: Engine.allCases)
  func `two files that each speak for a part of the state make a sum that says so`(engine: Engine)
    async throws
  {
    try await withPrumo(engine) { prumo in
      _ = try await prumo.load(PaymentsFile.aguaBoa(people: 1...3).request(), by: .tester)
      _ = try await prumo.load(PaymentsFile(rows: PaymentsFile.cuiaba(3...4)).request(), by: .tester)
      let state = try await figure(prumo, "pbf.families", of: .state(.MT))
      #expect(state.value?.description == "5")
      #expect(state.isSumOfDistinct)
      #expect(state.loads.count == 2)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a corrected file stands for the former, which stays visible`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let first = try #require(
        try await prumo.load(PaymentsFile.aguaBoa(people: 1...3).request(), by: .tester).committed)
      let second = try #require(
        try await prumo.load(PaymentsFile.aguaBoa(people: 1...2).request(), by: .tester).committed)
      #expect(second.report?.replaced?.families == 3)
      #expect(second.report?.changes.municipalitiesChanged == 1)
      #expect(second.report?.changes.largest.first?.parcelsBefore == 3)
      let value = try await figure(prumo, "pbf.families", of: .municipality(aguaBoa)).value
      #expect(value?.description == "2")
      let former = try await prumo.load(first.load.id, for: .tester)
      #expect(former.standing == 0)
      #expect(former.load.state == .committed)
      let explanation = try await prumo.explain(
        indicator: key("pbf.families"), territory: .municipality(aguaBoa), month: month("2023-12"),
        for: .tester)
      #expect(explanation.parts[0].superseded.map(\.load.id) == [first.load.id])
      #expect(explanation.parts[0].superseded.map(\.value) == [3])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a file of one municipality leaves its neighbours alone`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      _ = try await prumo.load(PaymentsFile.aguaBoa(people: 1...3).request(), by: .tester)
      let parcels = try await figure(prumo, "pbf.parcels", of: .state(.MT))
      #expect(parcels.coverage.reported == 141)
      #expect(parcels.value?.description == String(254_762 - 1_066 + 3))
    }
  }

  @Test(arguments: Engine.allCases)
  func `a rate divides only what the same municipalities have both parts of`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      // The public facts bring the parcels of all 141; only Água Boa has late parcels too.
      var file = PaymentsFile.aguaBoa(people: 1...3)
      file.rows.append(.init(person: 4, parcelMonth: "202311"))
      _ = try await prumo.load(file.request(), by: .tester)
      let share = try await figure(prumo, "pbf.lateShare", of: .state(.MT))
      #expect(share.value?.description == "0.2500")
      #expect(share.denominator?.value == 4)
      #expect(share.coverage == Coverage(reported: 1, expected: 141))
      let parcels = try await figure(prumo, "pbf.parcels", of: .state(.MT))
      #expect(parcels.coverage.reported == 141)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a dry run of a file that stands says that it is the same`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let file = PaymentsFile.aguaBoa(people: 1...3)
      let first = try #require(try await prumo.load(file.request(), by: .tester).committed)
      let again = try await prumo.load(file.request(isDryRun: true), by: .tester)
      #expect(again.sameFile?.load.id == first.load.id)
    }
  }

  @Test(arguments: Engine.allCases)
  func `withdrawals never stand for payments, in whatever order they come`(engine: Engine) async throws {
    let withdrawals = """
      "UF";"Código SIAFI Município";"Nome Município";"Código Função";"Código Subfunção";"Código Programa";\
      "Código Ação";"NIS Favorecido";"Nome Favorecido";"Fonte-Finalidade";"Mês Referência Parcela";"Valor Parcela";\
      "Mês Competência";"Data do Saque"
      "MT";9191;"AGUA BOA";8;244;1335;8442;\(PaymentsFile.nis(9));"PESSOA FICTICIA 9";"CAIXA";1;"227.00";\
      "01/2017";"20/01/2017"

      """
    let payments = """
      MÊS REFERÊNCIA;MÊS COMPETÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;NIS FAVORECIDO;NOME FAVORECIDO;VALOR PARCELA
      201701;201701;MT;9191;AGUA BOA;\(PaymentsFile.nis(1));PESSOA FICTICIA 1;100,00

      """
    try await withPrumo(engine) { prumo in
      let record = try #require(try await prumo.load(.latin1(withdrawals), by: .tester).committed)
      #expect(record.report?.totals.withoutCpf == nil)
      let withdrawn = try await figure(prumo, "pbf.amount", of: .municipality(aguaBoa), in: "2017-01").value
      #expect(withdrawn?.description == "227.00")
      _ = try await prumo.load(.latin1(payments), by: .tester)
      let paid = try await figure(prumo, "pbf.amount", of: .municipality(aguaBoa), in: "2017-01").value
      #expect(paid?.description == "100.00")
    }
    try await withPrumo(engine) { prumo in
      _ = try await prumo.load(.latin1(payments), by: .tester)
      let record = try #require(try await prumo.load(.latin1(withdrawals), by: .tester).committed)
      #expect(record.report?.notReplaced == 1)
      #expect(record.standing == 0)
      let again = try await prumo.load(.latin1(withdrawals), by: .tester)
      #expect(again.sameFile?.load.id == record.load.id)
      let amount = try await figure(prumo, "pbf.amount", of: .municipality(aguaBoa), in: "2017-01").value
      #expect(amount?.description == "100.00")
    }
  }

  @Test(arguments: Engine.allCases)
  func `the month before is compared over the same municipalities, and a missing month stays a gap`(
    engine: Engine
  ) async throws {
    try await withPrumo(engine) { prumo in
      _ = try await prumo.load(PaymentsFile.aguaBoa(month: "202401", people: 1...4).request(), by: .tester)
      let record = try #require(
        try await prumo.load(PaymentsFile.aguaBoa(month: "202402", people: 1...6).request(), by: .tester)
          .committed)
      #expect(record.report?.previousMonth?.families == 4)
      _ = try await prumo.load(PaymentsFile.aguaBoa(month: "202404", people: 1...5).request(), by: .tester)
      let sheet = try await prumo.municipalitySheet(aguaBoa, month: month("2024-04"), for: .tester)
      let families = try #require(sheet.headlines.first)
      #expect(families.headline.previous == nil)
      #expect(families.series.map(\.month.description) == ["2024-01", "2024-02", "2024-04"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `both engines keep nothing of a person`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      var file = PaymentsFile.aguaBoa(people: 1...40)
      // A row that slipped by one column: the name stands where the value should.
      file.rows.append(.init(person: 41, value: PaymentsFile.name(41)))
      file.rows.append(.init(siafi: PaymentsFile.name(42), person: 42))
      _ = try await prumo.load(file.request(), by: .tester)
      let everything = try await allText(in: prumo.store)
      for person in 1...42 {
        #expect(!everything.contains(PaymentsFile.nis(person)))
      }
      #expect(!everything.contains("FICTICIA"))
      #expect(!everything.contains("123.456"))
    }
  }

  private func allText(in store: any Store) async throws -> String {
    try await offThePool {
      let names = try tableNames(in: store)
      return try store.readBlocking { db in
        var text = ""
        for table in ["load", "load_progress", "load_rejection", "observation", "standing_load"] {
          #expect(names.contains(table))
        }
        try db.forEachRow("SELECT report, refusal, file_name, loaded_by FROM load ORDER BY id") { row in
          for column in ["report", "refusal", "file_name", "loaded_by"] {
            text += try row.textIfAny(column) ?? ""
          }
        }
        try db.forEachRow(
          "SELECT load_id, element, territory, month, value FROM observation ORDER BY load_id, element, territory, month"
        ) { row in text += try "\(row.text("territory"))\(row.text("month")) \(row.integer("value"))\n" }
        return text
      }
    }
  }
}
