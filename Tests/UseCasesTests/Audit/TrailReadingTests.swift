import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct TrailReadingTests {
  /// The administrator of one state only, beside the cast.
  private func acreAdministrator(in prumo: Prumo) async throws -> Actor {
    let assignment = Assignment(
      id: prumo.newID(), person: Member.acacio.id, role: .stateAdministrator, sector: nil,
      place: Place("AC")!, validFrom: Day("2026-01-01")!, validUntil: nil, grantedBy: nil,
      grantedAt: prumo.now())
    try await prumo.store.write {
      try AssignmentWriting.grant(assignment, try Actor.tester.permit(GrantRoles.self), in: $0)
    }
    return try await prumo.actor(of: .acacio)
  }

  private func rule(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Problem)?.rule }
  }

  private func actions(_ part: TrailPart) -> [String] { part.entries.map(\.entry.action) }

  @Test(arguments: Engine.allCases) func `who has no right to the trail reads, opens and exports nothing`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      for member in [Member.ana, .bento, .celia, .dora, .enzo] {
        let actor = try await prumo.actor(of: member)
        #expect(await rule { _ = try await prumo.trail(TrailQuestion(), for: actor) } == "access.notAllowed")
        #expect(await rule { _ = try await prumo.trailEntry(1, for: actor) } == "access.notAllowed")
        let export = await rule {
          _ = try await prumo.exportTrail(TrailQuestion(), for: actor, into: 0) { count, _ in count += 1 }
        }
        #expect(export == "access.notAllowed")
      }
    }
  }

  @Test(arguments: Engine.allCases) func `another state's entries are not there`(engine: Engine) async throws
  {
    try await withMembers(engine) { prumo in
      try await prumo.chooseTimeZone("America/Sao_Paulo", for: aguaBoa, by: .tester)
      let number = try await prumo.store.read { try AuditRecords.head(in: $0)?.number } ?? 0
      let acre = try await acreAdministrator(in: prumo)
      let seen = try await prumo.trail(TrailQuestion(group: .work), for: acre)
      #expect(!actions(seen).contains("clock.chosen"))
      #expect(await rule { _ = try await prumo.trailEntry(number, for: acre) } == "trail.unknown")
      let exported = try await prumo.exportTrail(TrailQuestion(), for: acre, into: [String]()) {
        $0.append($1.action)
      }
      #expect(!exported.contains("clock.chosen"))
      #expect(
        await rule { _ = try await prumo.trail(TrailQuestion(place: "Água Boa"), for: acre) }
          == "trail.placeUnknown")
      #expect(
        await rule { _ = try await prumo.trail(TrailQuestion(who: "Bento"), for: acre) }
          == "trail.personUnknown")
    }
  }

  @Test(arguments: Engine.allCases) func `a question that cannot be answered is refused, not left out`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let iara = try await prumo.actor(of: .iara)
      let limit = TrailQuestion.maximumTextLength
      let longest = String(repeating: "a", count: limit)
      for question in [
        TrailQuestion(who: longest + "a"), TrailQuestion(thingID: longest + "a"),
        TrailQuestion(place: longest + "a"),
      ] {
        #expect(await rule { _ = try await prumo.trail(question, for: iara) } == "trail.textTooLong")
      }
      #expect(
        await rule { _ = try await prumo.trail(TrailQuestion(who: longest), for: iara) }
          == "trail.personUnknown")
      #expect(
        await rule { _ = try await prumo.trail(TrailQuestion(place: "!"), for: iara) } == "trail.placeUnknown"
      )
    }
  }

  @Test(arguments: Engine.allCases) func `people and places are found by name, things by kind and id`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let bento = try await prumo.actor(of: .bento)
      try await prumo.chooseTimeZone("America/Sao_Paulo", for: aguaBoa, by: bento)
      try await prumo.chooseTimeZone("America/Sao_Paulo", for: cuiaba, by: .tester)
      let iara = try await prumo.actor(of: .iara)
      for question in [
        TrailQuestion(who: "bento"), TrailQuestion(who: Member.bento.id.text),
        TrailQuestion(group: .work, place: "agua boa"), TrailQuestion(place: "5100201"),
        TrailQuestion(thingKind: .municipality, thingID: "5100201"),
      ] {
        let found = try await prumo.trail(question, for: iara).entries.filter {
          $0.entry.action == "clock.chosen"
        }
        #expect(found.map(\.placeName) == ["Água Boa (MT)"], "\(question)")
        #expect(found.map(\.thingName) == ["Água Boa (MT)"] && found.allSatisfy(\.isUnchanged))
      }
      let state = try await prumo.trail(TrailQuestion(group: .work, place: "mato grosso"), for: iara)
      #expect(actions(state) == ["clock.chosen", "clock.chosen"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a look is recorded once an hour for each question, an export always`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let iara = try await prumo.actor(of: .iara)
      func looks() async throws -> [String] {
        try await prumo.store.read { db in
          try AuditRecords.list(.init(group: .reading), inside: .country, limit: 100, in: db)
            .map { "\($0.action) \($0.after.text)" }.reversed()
        }
      }
      _ = try await prumo.trail(TrailQuestion(), for: iara)
      _ = try await prumo.trail(TrailQuestion(), from: .before(2), for: iara)
      _ = try await prumo.trail(TrailQuestion(who: "bento"), for: iara)
      _ = try await prumo.trailEntry(1, for: iara)
      _ = try await prumo.trailEntry(1, for: iara)
      var seen = try await looks()
      #expect(seen == ["trail.read ", "trail.read name=bento", "trail.read "])
      for _ in 0..<2 {
        let count = try await prumo.exportTrail(
          TrailQuestion(group: .work), for: iara, into: 0
        ) { count, _ in count += 1 }
        seen = try await looks()
        #expect(seen.last == "trail.exported count=\(count)\ngroup=work")
      }
      #expect(seen.count == 5)
      let later = try await openPrumo(prumo.store, now: { testNow.adding(seconds: 3_600) })
      _ = try await later.trail(TrailQuestion(), for: iara)
      let last = try await looks()
      #expect(last.count == 6)
    }
  }

  @Test(arguments: Engine.allCases) func `pages of the trail lead to one another`(engine: Engine) async throws
  {
    try await withMembers(engine) { prumo in
      try await prumo.store.write { db in
        for number in 0..<120 {
          try AuditWriting.record(
            AuditNote(.personReviewed, of: AuditThing(.person, number), in: Place("MT")), by: .tester,
            at: testNow, in: db)
        }
      }
      let iara = try await prumo.actor(of: .iara)
      let question = TrailQuestion(group: .people)
      let first = try await prumo.trail(question, for: iara)
      #expect(first.entries.count == Prumo.trailEntriesPerPage && !first.hasNewer && first.hasOlder)
      let oldest = first.entries[first.entries.count - 1].entry.number
      let second = try await prumo.trail(question, from: .before(oldest), for: iara)
      #expect(second.entries[0].entry.number == oldest - 1 && second.hasNewer && second.hasOlder)
      let back = try await prumo.trail(
        question, from: .after(second.entries[0].entry.number), for: iara)
      #expect(back.entries.map(\.entry) == first.entries.map(\.entry) && !back.hasNewer && back.hasOlder)
      let end = try await prumo.trail(
        question, from: .before(second.entries[49].entry.number), for: iara)
      #expect(end.entries.count == 20 && end.hasNewer && !end.hasOlder)
    }
  }

  @Test(arguments: Engine.allCases) func `a file has as many entries as it may, and no more are given`(
    engine: Engine
  ) async throws {
    try await withMembers(engine) { prumo in
      let iara = try await prumo.actor(of: .iara)
      try await fill(AuditRecords.maximumExported, in: prumo)
      let question = TrailQuestion(thingKind: .setting)
      let count = try await prumo.exportTrail(question, for: iara, into: 0) { count, _ in count += 1 }
      #expect(count == AuditRecords.maximumExported)
      try await fill(1, in: prumo)
      let export = await rule {
        _ = try await prumo.exportTrail(question, for: iara, into: 0) { count, _ in count += 1 }
      }
      #expect(export == "trail.tooManyToExport")
    }
  }

  /// Rows as they are, without a chain: only their number matters.
  private func fill(_ count: Int, in prumo: Prumo) async throws {
    try await prumo.store.write { db in
      let first = (try AuditRecords.head(in: db)?.number ?? 0) + 1_000_000
      try db.insert(
        into: "audit_entry",
        columns: [
          "number", "happened_at", "actor_name", "address", "request_id", "action", "thing_kind",
          "values_before", "values_after", "previous_hash", "hash",
        ],
        rows: (0..<count).map { row in
          [
            .integer(Int64(first + row + (count == 1 ? 1_000_000 : 0)))
          ] + [testNow.description, "x", "x", "x", "x", "setting", "", "", "", ""].map { .text($0) }
        })
    }
  }
}
