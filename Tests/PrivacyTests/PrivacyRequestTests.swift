import Access
import Privacy
import Testing
import Vocabulary

@Suite struct PrivacyRequestTests {
  private let now = Instant("2026-11-23T15:08:33.000Z")!
  private let celia = ID<Person>("00000000-0000-4000-8000-000000000003")!
  private let ana = ID<Person>("00000000-0000-4000-8000-000000000001")!

  private func request(
    _ text: String = "Meu nome está errado.", beside open: Int = 0, at instant: Instant? = nil
  ) throws -> PrivacyRequest {
    try PrivacyRequest(
      id: ID("00000000-0000-4000-8000-00000000000a")!, of: celia, .correction, text: text, beside: open,
      at: instant ?? now)
  }

  @Test(arguments: ["", " ", "\n\t\u{A0}"]) func `a request says something`(text: String) {
    #expect(throws: Problem.invalid(field: "texto", rule: "privacy.textMissing")) { try request(text) }
  }

  @Test func `a text is at most as long as the page says, and an answer too`() throws {
    let most = PrivacyRequest.maximumTextLength
    #expect(try request(String(repeating: "é", count: most)).isOpen)
    #expect(
      throws: Problem.invalid(field: "texto", rule: "privacy.textTooLong", ["most": String(most)])
    ) { try request(String(repeating: "é", count: most + 1)) }
    #expect(
      throws: Problem.invalid(field: "resposta", rule: "privacy.textTooLong", ["most": String(most)])
    ) {
      try request().answered(.accepted, text: String(repeating: "a", count: most + 1), by: ana, at: now)
    }
  }

  @Test func `a person has at most five open requests`() throws {
    #expect(try request(beside: PrivacyRequest.maximumOpen - 1).isOpen)
    #expect(throws: Problem.conflict(rule: "privacy.tooManyOpen", ["most": "5"])) {
      try request(beside: PrivacyRequest.maximumOpen)
    }
  }

  @Test func `nobody answers the own request, and none is answered twice`() throws {
    #expect(throws: Problem.notAllowed(rule: "privacy.ownRequest")) {
      try request().answered(.accepted, text: "Feito.", by: celia, at: now)
    }
    let answered = try request().answered(.accepted, text: "Feito.", by: ana, at: now)
    #expect(throws: Problem.conflict(rule: "privacy.alreadyEnded")) {
      try answered.answered(.refused, text: "Não.", by: ana, at: now)
    }
    #expect(throws: Problem.conflict(rule: "privacy.alreadyEnded")) { try answered.withdrawn(at: now) }
    #expect(throws: Problem.conflict(rule: "privacy.alreadyEnded")) {
      try request().withdrawn(at: now).answered(.accepted, text: "Feito.", by: ana, at: now)
    }
  }

  @Test func `the term is fifteen days, across months and years`() throws {
    #expect(try request().dueOn.description == "2026-12-08")
    let late = try request(at: Instant("2027-12-20T23:59:59.999Z")!)
    #expect(late.dueOn.description == "2028-01-04")
    #expect(!late.isLate(on: Day("2028-01-04")!))
    #expect(late.isLate(on: Day("2028-01-05")!))
    #expect(try !late.withdrawn(at: now).isLate(on: Day("2030-01-01")!))
  }

  @Test func `a text that looks as if it held numbers names each kind once, the surest first`() {
    #expect(FreeTextWarning("Visita em 12/03/2024.") == nil)
    let text = "NIS talvez 12058472502, CPF 529.982.247-25 e 111.444.777-35, tel. 3401-1234"
    #expect(FreeTextWarning(text)?.kinds == [.cpf, .nis, .telephone])
    #expect(FreeTextWarning("1205847250 2 e 6534011234")?.numbers.map(\.certainty) == [.possible])
    let both = FreeTextWarning("6534011234, (65) 3401-1234")
    #expect(both?.numbers.map(\.certainty) == [.likely])
  }
}
