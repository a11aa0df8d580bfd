import Access
import Indicators
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

/// What people do leaves its entry, and what is refused before it is done leaves none.
@Suite struct TrailOfWorkTests {
  private func newest(_ count: Int = 1, in prumo: Prumo) async throws -> [AuditEntry] {
    try await prumo.store.read { try AuditRecords.list(inside: .country, limit: count, in: $0) }
  }

  private func head(of prumo: Prumo) async throws -> AuditHead? {
    try await prumo.store.read { try AuditRecords.head(in: $0) }
  }

  private func after(_ entry: AuditEntry) -> [String: String] {
    Dictionary(uniqueKeysWithValues: entry.after.pairs.map { ($0.field, $0.value) })
  }

  @Test(arguments: Engine.allCases) func `who may not do it, and who asks for nonsense, leaves nothing`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let before = try await head(of: prumo)
      for member in [Member.celia, .dora, .enzo] {
        let actor = try await prumo.actor(of: member)
        await #expect(throws: Problem.self) {
          try await prumo.load(PaymentsFile.aguaBoa(people: 1...2).request(), by: actor)
        }
        await #expect(throws: Problem.self) {
          try await prumo.chooseTimeZone("America/Sao_Paulo", for: cuiaba, by: actor)
        }
      }
      await #expect(throws: Problem.self) {
        try await prumo.chooseTimeZone("Europe/Lisbon", for: aguaBoa, by: .tester)
      }
      await #expect(throws: Problem.self) {
        try await prumo.chooseTimeZone("America/Sao_Paulo", for: cuiaba, by: prumo.actor(of: .bento))
      }
      let after = try await head(of: prumo)
      #expect(before == after)
    }
  }

  @Test(arguments: Engine.allCases) func `a chosen clock tells who, where, before and after`(engine: Engine)
    async throws
  {
    try await withMembers(engine) { prumo in
      let bento = try await prumo.actor(of: .bento)
      try await prumo.chooseTimeZone("America/Sao_Paulo", for: aguaBoa, by: bento)
      let entry = try await newest(in: prumo)[0]
      #expect(entry.action == "clock.chosen")
      #expect(entry.actorID == Member.bento.id.text && entry.actorName == Member.bento.name)
      #expect(entry.address == "127.0.0.1" && entry.requestID == "teste")
      #expect(entry.thingKind == "municipality" && entry.thingID == "5100201" && entry.place == "5100201")
      #expect(entry.before.text == "timeZone=America/Cuiaba")
      #expect(entry.after.text == "timeZone=America/Sao_Paulo")
      try await prumo.chooseTimeZone(nil, for: aguaBoa, by: bento)
      let back = try await newest(in: prumo)[0]
      #expect(back.after.text == "timeZone=America/Cuiaba")
    }
  }

  @Test(arguments: Engine.allCases) func `a load tells its file, month and rows, and nothing of its people`(
    engine: Engine
  ) async throws {
    try await withPrumo(engine) { prumo in
      let record = try #require(
        try await prumo.load(PaymentsFile.aguaBoa(people: 1...3).request(), by: .tester).committed)
      let entry = try await newest(in: prumo)[0]
      #expect(entry.action == "load.committed")
      #expect(entry.thingID == record.load.id.text)
      let values = after(entry)
      #expect(values["file"] == "folha.csv" && values["month"] == "2023-12" && values["rowsRead"] == "3")
      #expect(values["sha256"] == record.load.file.sha256)
      #expect(!entry.canonicalForm.contains(PaymentsFile.name(1)))
      #expect(!entry.canonicalForm.contains(PaymentsFile.nis(1)))
    }
  }

  @Test(arguments: Engine.allCases) func `a refused file tells the rule, a file known already tells nothing`(
    engine: Engine
  ) async throws {
    try await withPrumo(engine) { prumo in
      await #expect(throws: Problem.self) {
        try await prumo.load(PaymentsFile(rows: []).request(), by: .tester)
      }
      let refused = try await newest(in: prumo)[0]
      #expect(refused.action == "load.refused" && after(refused)["rule"] == "extract.noRows")
      let file = PaymentsFile.aguaBoa(people: 1...3)
      _ = try await prumo.load(file.request(), by: .tester)
      let before = try await head(of: prumo)
      _ = try await prumo.load(file.request(), by: .tester)
      _ = try await prumo.load(PaymentsFile.aguaBoa(people: 1...4).request(isDryRun: true), by: .tester)
      let after = try await head(of: prumo)
      #expect(before == after)
    }
  }

  @Test(arguments: Engine.allCases) func `a cancellation is told once, by who asked for it`(engine: Engine)
    async throws
  {
    try await withMembers(engine) { prumo in
      let load = Load(
        id: prumo.newID(), dataset: CatalogueKey("pbf.payments")!, layout: nil, state: .reading,
        file: LoadedFile(name: "folha.csv", bytes: 10, sha256: nil), month: nil, loadedBy: "Ana (teste)",
        startedAt: prumo.now(), finishedAt: nil, rows: nil, refusal: nil)
      try await prumo.store.write { db in
        try LoadWriting.begin(
          load, precedence: .payments, process: "", try Actor.tester.permit(LoadFiles.self), in: db)
      }
      let before = try await head(of: prumo)?.number ?? 0
      let ana = try await prumo.actor(of: .ana)
      try await prumo.requestCancel(of: load.id, by: ana)
      try await prumo.requestCancel(of: load.id, by: ana)
      let entry = try await newest(in: prumo)[0]
      #expect(entry.number == before + 1)
      #expect(entry.action == "load.cancelled" && entry.actorID == Member.ana.id.text)
      try await prumo.sweepInterruptedLoads(isAlive: { _ in false })
      let swept = try await newest(in: prumo)[0]
      #expect(swept.action == "load.interrupted" && swept.actorID == nil && swept.actorName == "Prumo")
    }
  }

  @Test(arguments: Engine.allCases) func `a check names the break and hands out the newest entry`(
    engine: Engine
  ) async throws {
    try await withPrumo(engine) { prumo in
      _ = try await prumo.load(PaymentsFile.aguaBoa(people: 1...3).request(), by: .tester)
      let whole = try await prumo.check(isAlive: { _ in true })
      #expect(whole.faults == [])
      let newest = try await head(of: prumo)
      #expect(whole.trailHead == newest)
      let noted = AuditHead(number: 1, hash: String(repeating: "a", count: 64))
      let compared = try await prumo.check(trailHead: noted, isAlive: { _ in true })
      #expect(
        compared.faults == [
          "Trilha de auditoria: o registro 1 não é o que foi anotado fora do banco; a trilha foi reescrita."
        ])
      try await prumo.store.write { try $0.run("UPDATE audit_entry SET actor_name = 'x' WHERE number = 2") }
      let changed = try await prumo.check(isAlive: { _ in true })
      #expect(
        changed.faults == ["Trilha de auditoria: o registro 2 foi alterado depois de gravado."])
    }
  }
}
