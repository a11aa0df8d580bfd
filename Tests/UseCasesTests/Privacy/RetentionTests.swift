import Access
import Privacy
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct RetentionTests {
  private static let daySeconds: Int64 = 86_400

  private func count(_ table: SQLText, in prumo: Prumo) async throws -> Int {
    try await prumo.store.read {
      try $0.firstRow("SELECT COUNT(*) AS rows FROM \(table) ORDER BY 1")?.integer("rows") ?? -1
    }
  }

  private func end(_ person: Member, at instant: Instant, in prumo: Prumo) async throws {
    try await prumo.store.write { db in
      try db.run("UPDATE person SET state = 'ended' WHERE id = \(person.id)")
      try AuditWriting.record(
        AuditNote(.personEnded, of: AuditThing(.person, person.id)), by: Actor.tester, at: instant, in: db)
    }
  }

  /// A node of its own over the same store.
  private func node(_ number: Int, over prumo: Prumo) async throws -> Prumo {
    try await openPrumo(
      prumo.store, process: ProcessMark(host: "no\(number)", processID: number, beganAt: 1), now: prumo.now)
  }

  @Test(arguments: Engine.allCases)
  func `who may not answer for privacy neither runs the retention nor sees what is due`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let bento = try await prumo.signedIn(as: .bento).actor
      #expect(try await rule { _ = try await prumo.runRetention(by: bento) } == "access.notAllowed")
      #expect(try await rule { _ = try await prumo.retentionDue(by: bento) } == "access.notAllowed")
      #expect(
        try await rule { _ = try await prumo.retentionRuns(by: bento, limit: 5) } == "access.notAllowed")
      let looking = try await prumo.signedIn(as: .iara, viewing: .bento).actor
      #expect(try await rule { _ = try await prumo.runRetention(by: looking) } == "access.onlyViewing")
    }
  }

  @Test(arguments: Engine.allCases)
  func `on the last day of its term an account still has its name, on the next it has none`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      try await end(.celia, at: clock.now, in: prumo)
      // 2031-11-23, five years after to the day.
      clock.advance(seconds: (5 * 365 + 1) * Self.daySeconds)
      try await prumo.runDailyRetention()
      #expect(
        try await prumo.store.read { try PersonRecords.own(Member.celia.id, in: $0)?.name } == "Célia Exemplo"
      )
      clock.advance(seconds: Self.daySeconds)
      let run = try #require(try await prumo.runDailyRetention())
      #expect(run.state == .done && run.removed == 1)
      let removed = try #require(
        try await prumo.store.read { try PersonRecords.own(Member.celia.id, in: $0) })
      #expect(removed.name == "Pessoa removida" && removed.state == .ended)
      #expect(removed.email.description == "\(Member.celia.id)@removida.invalid")
      let others = try await prumo.store.read { try PersonRecords.own(Member.dora.id, in: $0)?.name }
      #expect(others == "Dora Exemplo")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a removed person leaves no trace but ids and the trail, which still holds together`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      _ = try await prumo.signedIn(as: .celia)
      try await prumo.store.write { db in
        try db.run("INSERT INTO credential (person_id, password_hash) VALUES (\(Member.celia.id), 'hash')")
        try db.run(
          """
          INSERT INTO load (id, dataset, precedence, state, file_name, loaded_by, started_at)
          VALUES ('carga', 'pbf.payments', 1, 'refused', 'folha.csv', 'Célia Exemplo', \(testNow))
          """)
        let actor = Actor(
          Member.celia.person(at: testNow), assignments: [], roles: prumo.roles, on: testNow.day,
          hasSecondFactor: false,
          origin: Actor.Origin.test)
        try AuditWriting.record(
          AuditNote(.loadRefused, of: AuditThing(.load, "carga")), by: actor, at: testNow, in: db)
      }
      try await end(.celia, at: clock.now, in: prumo)
      clock.advance(seconds: 6 * 366 * Self.daySeconds)
      try await prumo.runDailyRetention()
      let found = try await prumo.store.read { db -> [String] in
        var found: [String] = []
        for table in ["credential", "session", "assignment"] as [SQLText] {
          let row = try db.firstRow(
            "SELECT COUNT(*) AS rows FROM \(table) WHERE person_id = \(Member.celia.id) ORDER BY 1")
          if try row?.integer("rows") != 0 { found.append("\(table)") }
        }
        let load = try db.firstRow("SELECT loaded_by FROM load WHERE id = 'carga' ORDER BY id")
        return found + [try load?.text("loaded_by") ?? ""]
      }
      #expect(found == ["Pessoa removida"])
      let firstBreak = try await prumo.store.read { try AuditChain.verify(in: $0).firstBreak }
      #expect(firstBreak == nil)
      #expect(
        try await prumo.told().contains {
          $0.hasPrefix("retention.run") && $0.contains("reason=Contas encerradas")
        })
    }
  }

  @Test(arguments: Engine.allCases)
  func `who came back, or waits for an answer, is not removed`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let dora = try await prumo.signedIn(as: .dora)
      try await prumo.askAboutOwnData(.information, text: "O que guardam?", sendAnyway: false, dora)
      try await end(.dora, at: clock.now, in: prumo)
      try await end(.celia, at: clock.now, in: prumo)
      try await prumo.store.write { db in
        _ = try db.run("UPDATE person SET state = 'active' WHERE id = \(Member.celia.id)")
      }
      clock.advance(seconds: 6 * 366 * Self.daySeconds)
      try await prumo.runDailyRetention()
      let names = try await prumo.store.read { db in
        try [Member.dora, .celia].map { try PersonRecords.own($0.id, in: db)?.name }
      }
      #expect(names == ["Dora Exemplo", "Célia Exemplo"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `an account whose post ended long ago, and an invitation nobody took, lose their names`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      try await prumo.store.write { db in
        try db.run("UPDATE person SET post_ends_on = '2026-12-31' WHERE id = \(Member.bento.id)")
        try db.run("UPDATE person SET state = 'invited' WHERE id = \(Member.enzo.id)")
      }
      clock.advance(seconds: 366 * Self.daySeconds)
      try await prumo.runDailyRetention()
      let afterOneYear = try await prumo.store.read { db in
        try [Member.bento, .enzo].map { try PersonRecords.own($0.id, in: db)?.name }
      }
      #expect(afterOneYear == ["Bento Exemplo", "Pessoa removida"])
      clock.advance(seconds: 5 * 366 * Self.daySeconds)
      try await prumo.runDailyRetention()
      #expect(
        try await prumo.store.read { try PersonRecords.own(Member.bento.id, in: $0)?.name }
          == "Pessoa removida")
    }
  }

  @Test(arguments: Engine.allCases)
  func `rows whose term is over go in pieces, younger ones stay, and the trail counts them`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      try await prumo.store.write { db in
        for number in 1...7 {
          try db.run(
            """
            INSERT INTO account_link (id, kind, token_fingerprint, person_id, created_at, expires_at)
            VALUES (\("link\(number)"), 'recovery', \("f\(number)"), \(Member.celia.id), \(testNow), \(testNow))
            """)
        }
        try db.run(
          """
          INSERT INTO account_link (id, kind, token_fingerprint, person_id, created_at, expires_at)
          VALUES ('young', 'recovery', 'young', \(Member.celia.id), \(testNow),
                  \(testNow.adding(seconds: Self.daySeconds)))
          """)
      }
      clock.advance(seconds: 31 * Self.daySeconds)
      let iara = try await prumo.signedIn(as: .iara).actor
      let due = try await prumo.retentionDue(by: iara).first { $0.rule.subject == .links }
      #expect(due?.count == 7 && due?.keptSince?.description == "2026-11-24")
      let id = try await prumo.beginRetention(by: iara)
      let run = try #require(try await prumo.continueRetention(id, by: iara, pieceSize: 3))
      #expect(run.steps.first { $0.subject == .links }?.removed == 7)
      #expect(run.requestedBy == Member.iara.id && run.state == .done)
      #expect(try await count("account_link", in: prumo) == 1)
      let entries = try await prumo.told().filter { $0.hasPrefix("retention.run removed") }
      #expect(entries == ["retention.run removed=3", "retention.run removed=3", "retention.run removed=1"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `on several nodes the day's run happens once`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let nodes = [
        try await node(1, over: prumo), try await node(2, over: prumo), try await node(3, over: prumo),
      ]
      let runs = try await withThrowingTaskGroup(of: Bool.self) { group in
        for node in nodes {
          group.addTask { try await node.runDailyRetention() != nil }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(runs == 1)
      #expect(try await count("retention_run", in: prumo) == 1)
      clock.advance(seconds: Self.daySeconds)
      #expect(try await nodes[1].runDailyRetention() != nil)
      #expect(try await nodes[0].runDailyRetention() == nil)
      #expect(try await count("retention_run", in: prumo) == 2)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a run whose node died is finished by another, and the dead one does nothing more`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      let iara = try await prumo.signedIn(as: .iara).actor
      let (first, second) = (try await node(1, over: prumo), try await node(2, over: prumo))
      let id = try await first.beginRetention(by: iara)
      #expect(try await rule { _ = try await second.beginRetention(by: iara) } == "privacy.retentionRunning")
      #expect(try await second.runDailyRetention() == nil)
      clock.advance(seconds: Int64(RetentionRun.secondsUntilTakenForDead))
      #expect(try await second.runDailyRetention() == nil)
      clock.advance(seconds: 1)
      let finished = try #require(try await second.runDailyRetention())
      #expect(finished.id == id && finished.state == .done && finished.process == second.process.description)
      let late = try await first.continueRetention(id, by: iara)
      #expect(late?.endedAt == finished.endedAt)
    }
  }

  @Test(arguments: Engine.allCases)
  func `old runs and old requests go too`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let celia = try await prumo.signedIn(as: .celia)
      let request = try await prumo.askAboutOwnData(
        .information, text: "O que guardam?", sendAnyway: false, celia)
      try await prumo.withdraw(request.id, celia)
      try await prumo.runDailyRetention()
      clock.advance(seconds: (5 * 366) * Self.daySeconds)
      let run = try #require(try await prumo.runDailyRetention())
      #expect(run.steps.first { $0.subject == .privacyRequests }?.removed == 1)
      #expect(run.steps.first { $0.subject == .retentionRuns }?.removed == 1)
      #expect(try await count("privacy_request", in: prumo) == 0)
      #expect(try await count("retention_run", in: prumo) == 1)
    }
  }

  /// What sign-in sweeps by itself, sooner, keeps the same terms.
  @Test(arguments: [Engine.sqlite])
  func `links and letters are kept as long as the terms say`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let terms = prumo.privacy.retention
      #expect(terms[.links].term == .period(Int(Prumo.daysLinksAreKept), .days))
      #expect(terms[.mail].term == .period(Int(Prumo.daysLettersAreKept), .days))
    }
  }
}
