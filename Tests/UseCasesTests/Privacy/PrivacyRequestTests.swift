import Access
import Privacy
import Records
import SQLStore
import TestSupport
import Testing
import UseCases
import Vocabulary

extension Prumo {
  func signedIn(_ person: Person, viewing viewed: Person? = nil) async throws -> SignedIn {
    let token = try await openSession(
      for: person.id, hasSecondFactor: true, origin: Cast.origin, client: "Navegador de teste")
    let own = try #require(try await recognise(sessionToken: token, origin: Cast.origin))
    guard let viewed else { return own }
    try await store.write { _ = try SessionWriting.view(as: viewed.id, in: own.session.id, db: $0) }
    return try #require(try await recognise(sessionToken: token, origin: Cast.origin))
  }

  /// What the trail tells, `action after`, oldest first.
  func trail() async throws -> [String] {
    try await store.read { db in
      try db.rows("SELECT action, thing_id, values_after FROM audit_entry ORDER BY number").map {
        "\(try $0.text("action")) \(try $0.text("values_after"))"
      }
    }
  }
}

func ruleOf(_ body: () async throws -> Void) async -> String? {
  do {
    try await body()
    return nil
  } catch { return (error as? Problem)?.rule ?? "\(error)" }
}

@Suite struct PrivacyRequestTests {
  @Test(arguments: Engine.allCases)
  func `who only looks through another's account asks nothing and reads nothing`(engine: Engine) async throws
  {
    try await withCast(engine) { prumo, cast, _ in
      let looking = try await prumo.signedIn(cast.ana, viewing: cast.celia)
      #expect(looking.actor.viewer == cast.ana.id)
      #expect(
        await ruleOf { try await prumo.askAboutOwnData(.deletion, text: "x", sendAnyway: false, looking) }
          == "access.onlyViewing")
      #expect(await ruleOf { _ = try await prumo.ownPrivacyRequests(looking) } == "access.onlyViewing")
      #expect(await ruleOf { _ = try await prumo.ownData(looking) } == "access.onlyViewing")
      #expect(await ruleOf { _ = try await prumo.exportOwnData(looking) } == "access.onlyViewing")
    }
  }

  @Test(arguments: Engine.allCases)
  func `requests are answered only by those who may, of people of their territory`(engine: Engine)
    async throws
  {
    try await withCast(engine) { prumo, cast, _ in
      let celia = try await prumo.signedIn(cast.celia)
      let request = try await prumo.askAboutOwnData(
        .correction, text: "Meu nome mudou.", sendAnyway: false, celia)
      let bento = try await prumo.signedIn(cast.bento).actor
      #expect(await ruleOf { _ = try await prumo.privacyRequests(by: bento) } == "access.notAllowed")
      #expect(
        await ruleOf {
          try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: bento)
        } == "access.notAllowed")
      // The administrator of another state does not see it, by list or by id.
      let other = Cast.person(9, "Acácio", "acacio@exemplo.gov.br")
      try await prumo.store.write { db in
        try PersonWriting.add(other, try Cast.program.permit(ChangePeople.self), in: db)
      }
      try await Cast.give(.stateAdministrator, in: "AC", to: other, prumo)
      let acacio = try await prumo.signedIn(other).actor
      #expect(try await prumo.privacyRequests(by: acacio).isEmpty)
      #expect(
        await ruleOf { _ = try await prumo.privacyRequest(request.id, by: acacio) }
          == "privacy.unknownRequest")
      #expect(
        await ruleOf {
          try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: acacio)
        } == "privacy.unknownRequest")
      #expect(
        await ruleOf { try await prumo.withdraw(request.id, try await prumo.signedIn(cast.dora)) }
          == "privacy.unknownRequest")
    }
  }

  @Test(arguments: Engine.allCases)
  func `who has no role anywhere is answered too`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let enzo = try await prumo.signedIn(cast.enzo)
      try await prumo.askAboutOwnData(.information, text: "O que guardam?", sendAnyway: false, enzo)
      let ana = try await prumo.signedIn(cast.ana).actor
      #expect(try await prumo.privacyRequests(by: ana).map(\.person.name) == ["Enzo"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a request is asked, listed by its term, answered once, and told in the trail`(engine: Engine)
    async throws
  {
    try await withCast(engine) { prumo, cast, clock in
      let celia = try await prumo.signedIn(cast.celia)
      let first = try await prumo.askAboutOwnData(
        .correction, text: "Meu nome mudou.", sendAnyway: false, celia)
      clock.advance(seconds: 60)
      let second = try await prumo.askAboutOwnData(
        .information, text: "Quem vê meus dados?", sendAnyway: false, celia)
      let ana = try await prumo.signedIn(cast.ana).actor
      #expect(try await prumo.privacyRequests(by: ana).map(\.request.id).count == 2)
      try await prumo.answer(first.id, .accepted, text: "Corrigido.", sendAnyway: false, by: ana)
      #expect(
        await ruleOf { try await prumo.answer(first.id, .refused, text: "Não.", sendAnyway: false, by: ana) }
          == "privacy.alreadyEnded")
      try await prumo.withdraw(second.id, celia)
      let own = try await prumo.ownPrivacyRequests(celia)
      #expect(own.map(\.id) == [second.id, first.id])
      #expect(own[0].state == .withdrawn(at: clock.now))
      #expect(
        own[1].state
          == .answered(
            PrivacyRequest.Answer(outcome: .accepted, text: "Corrigido.", by: cast.ana.id), at: clock.now))
      let trail = try await prumo.trail()
      #expect(trail.filter { $0.hasPrefix("privacy.requested") }.count == 2)
      #expect(trail.contains { $0.hasPrefix("privacy.answered") && $0.contains("state=withdrawn") })
      #expect(!trail.contains { $0.contains("Meu nome") || $0.contains("Corrigido") }, "the texts stay out")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a sixth open request is refused`(engine: Engine) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let celia = try await prumo.signedIn(cast.celia)
      for _ in 1...PrivacyRequest.maximumOpen {
        try await prumo.askAboutOwnData(.information, text: "O que guardam?", sendAnyway: false, celia)
      }
      #expect(
        await ruleOf { try await prumo.askAboutOwnData(.information, text: "E?", sendAnyway: false, celia) }
          == "privacy.tooManyOpen")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a number in the text is warned of once, counted, and never kept by the warning`(engine: Engine)
    async throws
  {
    try await withCast(engine) { prumo, cast, _ in
      let celia = try await prumo.signedIn(cast.celia)
      let text = "Meu CPF é 529.982.247-25."
      #expect(
        await ruleOf { try await prumo.askAboutOwnData(.correction, text: text, sendAnyway: false, celia) }
          == "text.looksPersonal")
      #expect(try await prumo.ownPrivacyRequests(celia).isEmpty)
      try await prumo.askAboutOwnData(.correction, text: text, sendAnyway: true, celia)
      let totals = try await prumo.store.read {
        try FreeTextWarningRecords.totals(since: Day("2026-01-01")!, in: $0)
      }
      #expect(totals.map(\.kind) == [.cpf] && totals[0].warned == 1 && totals[0].sentAnyway == 1)
      #expect(!(try await prumo.trail()).contains { $0.contains("529") })
    }
  }

  @Test(arguments: Engine.allCases)
  func `a deletion is accepted only when the account has ended, and then makes the person nameless`(
    engine: Engine
  ) async throws {
    try await withCast(engine) { prumo, cast, _ in
      let celia = try await prumo.signedIn(cast.celia)
      let request = try await prumo.askAboutOwnData(
        .deletion, text: "Saí do órgão.", sendAnyway: false, celia)
      let ana = try await prumo.signedIn(cast.ana).actor
      #expect(
        await ruleOf {
          try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: ana)
        } == "privacy.accountStillOpen")
      #expect(try await prumo.privacyRequest(request.id, by: ana).request.isOpen)
      try await prumo.store.write { db in
        _ = try db.run("UPDATE person SET state = 'ended' WHERE id = \(cast.celia.id)")
      }
      try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: ana)
      let person = try await prumo.store.read { try PersonRecords.own(cast.celia.id, in: $0) }
      #expect(person?.name == RemovedPerson.name)
    }
  }
}
