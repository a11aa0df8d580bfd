import Access
import Privacy
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

extension Prumo {
  /// An administrator who looks through another's account.
  func signedIn(as member: Member, viewing viewed: Member) async throws -> SignedIn {
    let token = try await token(of: member)
    try await viewAs(viewed.id, try #require(try await recognised(token)))
    return try #require(try await recognised(token))
  }

  /// What the trail tells, `action after`, oldest first.
  func told() async throws -> [String] {
    try await store.read { db in
      try db.rows("SELECT action, values_after FROM audit_entry ORDER BY number").map {
        "\(try $0.text("action")) \(try $0.text("values_after"))"
      }
    }
  }
}

@Suite struct PrivacyRequestTests {
  @Test(arguments: Engine.allCases)
  func `who only looks through another's account asks nothing and reads nothing`(engine: Engine) async throws
  {
    try await withClock(engine) { prumo, _ in
      let looking = try await prumo.signedIn(as: .iara, viewing: .celia)
      #expect(looking.actor.viewer == Member.iara.id)
      #expect(
        try await rule { try await prumo.askAboutOwnData(.deletion, text: "x", sendAnyway: false, looking) }
          == "access.onlyViewing")
      #expect(try await rule { _ = try await prumo.ownPrivacyRequests(looking) } == "access.onlyViewing")
      #expect(try await rule { _ = try await prumo.ownData(looking) } == "access.onlyViewing")
      #expect(try await rule { _ = try await prumo.exportOwnData(looking) } == "access.onlyViewing")
    }
  }

  @Test(arguments: Engine.allCases)
  func `requests are answered only by those who may, of people of their territory`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      let request = try await prumo.askAboutOwnData(
        .correction, text: "Meu nome mudou.", sendAnyway: false, celia)
      let bento = try await prumo.signedIn(as: .bento).actor
      #expect(try await rule { _ = try await prumo.privacyRequests(by: bento) } == "access.notAllowed")
      #expect(
        try await rule {
          try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: bento)
        } == "access.notAllowed")
      // The administrator of another state does not see it, by list or by id.
      try await prumo.give(.stateAdministrator, in: "AC", to: .acacio)
      let acacio = try await prumo.actor(of: .acacio)
      #expect(try await prumo.privacyRequests(by: acacio).isEmpty)
      #expect(
        try await rule { _ = try await prumo.privacyRequest(request.id, by: acacio) }
          == "privacy.unknownRequest")
      #expect(
        try await rule {
          try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: acacio)
        } == "privacy.unknownRequest")
      #expect(
        try await rule { try await prumo.withdraw(request.id, try await prumo.signedIn(as: .dora)) }
          == "privacy.unknownRequest")
    }
  }

  @Test(arguments: Engine.allCases)
  func `who has no role anywhere is answered too`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let enzo = try await prumo.signedIn(as: .enzo)
      try await prumo.askAboutOwnData(.information, text: "O que guardam?", sendAnyway: false, enzo)
      let iara = try await prumo.signedIn(as: .iara).actor
      #expect(try await prumo.privacyRequests(by: iara).map(\.person.name) == ["Enzo Exemplo"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a request is asked, listed by its term, answered once, and told in the trail`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, clock in
      let celia = try await prumo.signedIn(as: .celia)
      let first = try await prumo.askAboutOwnData(
        .correction, text: "Meu nome mudou.", sendAnyway: false, celia)
      clock.advance(seconds: 60)
      let second = try await prumo.askAboutOwnData(
        .information, text: "Quem vê meus dados?", sendAnyway: false, celia)
      let iara = try await prumo.signedIn(as: .iara).actor
      #expect(try await prumo.privacyRequests(by: iara).map(\.request.id).count == 2)
      try await prumo.answer(first.id, .accepted, text: "Corrigido.", sendAnyway: false, by: iara)
      #expect(
        try await rule {
          try await prumo.answer(first.id, .refused, text: "Não.", sendAnyway: false, by: iara)
        }
          == "privacy.alreadyEnded")
      try await prumo.withdraw(second.id, celia)
      let own = try await prumo.ownPrivacyRequests(celia)
      #expect(own.map(\.id) == [second.id, first.id])
      #expect(own[0].state == .withdrawn(at: clock.now))
      #expect(
        own[1].state
          == .answered(
            PrivacyRequest.Answer(outcome: .accepted, text: "Corrigido.", by: Member.iara.id), at: clock.now))
      let trail = try await prumo.told()
      #expect(trail.filter { $0.hasPrefix("privacy.requested") }.count == 2)
      #expect(trail.contains { $0.hasPrefix("privacy.answered") && $0.contains("state=withdrawn") })
      #expect(!trail.contains { $0.contains("Meu nome") || $0.contains("Corrigido") }, "the texts stay out")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a sixth open request is refused`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      for _ in 1...PrivacyRequest.maximumOpen {
        try await prumo.askAboutOwnData(.information, text: "O que guardam?", sendAnyway: false, celia)
      }
      #expect(
        try await rule { try await prumo.askAboutOwnData(.information, text: "E?", sendAnyway: false, celia) }
          == "privacy.tooManyOpen")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a number in the text is warned of once, counted, and never kept by the warning`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      let text = "Meu CPF é 529.982.247-25."
      #expect(
        try await rule { try await prumo.askAboutOwnData(.correction, text: text, sendAnyway: false, celia) }
          == "text.looksPersonal")
      #expect(try await prumo.ownPrivacyRequests(celia).isEmpty)
      try await prumo.askAboutOwnData(.correction, text: text, sendAnyway: true, celia)
      let totals = try await prumo.store.read {
        try FreeTextWarningRecords.totals(since: Day("2026-01-01")!, in: $0)
      }
      #expect(totals.map(\.kind) == [.cpf] && totals[0].warned == 1 && totals[0].sentAnyway == 1)
      #expect(!(try await prumo.told()).contains { $0.contains("529") })
    }
  }

  @Test(arguments: Engine.allCases)
  func `a deletion is accepted only when the account has ended, and then makes the person nameless`(
    engine: Engine
  ) async throws {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      let request = try await prumo.askAboutOwnData(
        .deletion, text: "Saí do órgão.", sendAnyway: false, celia)
      let iara = try await prumo.signedIn(as: .iara).actor
      #expect(
        try await rule {
          try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: iara)
        } == "privacy.accountStillOpen")
      #expect(try await prumo.privacyRequest(request.id, by: iara).request.isOpen)
      try await prumo.store.write { db in
        _ = try db.run("UPDATE person SET state = 'ended' WHERE id = \(Member.celia.id)")
      }
      try await prumo.answer(request.id, .accepted, text: "Feito.", sendAnyway: false, by: iara)
      let person = try await prumo.store.read { try PersonRecords.own(Member.celia.id, in: $0) }
      #expect(person?.name == RemovedPerson.name)
    }
  }
}
