import Access
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

@Suite struct TrailQueryTests {
  private let cuiaba = Clock(zone: "America/Cuiaba")

  private func rule(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Problem)?.rule }
  }

  @Test(arguments: ["tipo=x", "coisa=x", "antes=x", "depois=-1", "antes=99999999999999999999"])
  func `a filter that is not understood is refused and not left out`(address: String) {
    #expect(rule { _ = try TrailQuery(FormText(address)) } == "page.unreadable")
  }

  @Test func `days must exist and be in order`() throws {
    func rule(_ address: String) throws -> String? {
      let query = try TrailQuery(FormText(address))
      return self.rule { _ = try query.question(cuiaba) }
    }
    #expect(try rule("de=2026-02-30") == "trail.dayUnreadable")
    #expect(try rule("ate=ontem") == "trail.dayUnreadable")
    #expect(try rule("de=2026-02-02&ate=2026-02-01") == "trail.daysReversed")
    #expect(try rule("de=2026-02-02&ate=2026-02-02") == nil)
  }

  @Test func `a day is the day of the people's clock, to its end`() throws {
    let question = try TrailQuery(FormText("de=2026-02-01&ate=2026-02-28")).question(cuiaba)
    #expect(question.from == Instant("2026-02-01T04:00:00.000Z"))
    #expect(question.until == Instant("2026-03-01T04:00:00.000Z"))
  }

  @Test func `an address is read as it is written`() throws {
    let address =
      "/trilha?quem=Jo%C3%A3o%20%26%20Z%C3%A9&tipo=trabalho&coisa=carga&id=a%2Fb&lugar=MT&de=2026-01-01&antes=7"
    let query = try TrailQuery(FormText(address.split(separator: "?")[1]))
    #expect(query.who == "João & Zé" && query.group == .work && query.thingKind == .load)
    #expect(query.start == .before(7) && query.href == address)
    #expect(
      query.csvHref == address.replacing("/trilha?", with: "/trilha.csv?").replacing("&antes=7", with: ""))
    #expect(try TrailQuery(FormText("")).isFiltered == false)
    #expect(try TrailQuery(FormText("antes=7")).isFiltered == false)
    #expect(try TrailQuery(FormText("quem=a")).isFiltered)
  }

  @Test func `choices have one address each`() {
    for group in AuditGroup.allCases { #expect(AuditGroup(address: group.address) == group) }
    for kind in AuditThing.Kind.allCases { #expect(AuditThing.Kind(address: kind.address) == kind) }
  }

  @Test func `everything that is recorded has words of its own`() {
    #expect(Set(AuditAction.allCases.map(Words.did)).count == AuditAction.allCases.count)
    #expect(Set(AuditField.allCases.map(TrailValueWords.label)).count == AuditField.allCases.count)
  }

  @Test func `what a value cannot be is shown as it stands`() async throws {
    try await withPages { prumo in
      let words = TrailValueWords(roles: prumo.roles, clock: cuiaba, names: ["MT": "Mato Grosso"])
      let read: [(AuditField, String, String)] = [
        (.role, "gestorMunicipal", "Gestor municipal"), (.role, "emperor", "emperor"),
        (.place, "MT", "Mato Grosso"), (.place, "AC", "AC"), (.month, "2023-12", "dez.\u{A0}2023"),
        (.rowsRead, "1234", "1.234"), (.rowsRead, "x", "x"),
        (.rule, "extract.noRows", try #require(Sentences.table["extract.noRows"]?.title)),
        (.method, "secondFactor", "Senha e código do celular"), (.thing, "load/1", "Carga 1"),
        (.validFrom, "2026-01-31", "31\u{A0}jan.\u{A0}2026"), (.state, "ended", "Encerrada"),
      ]
      for (field, stored, shown) in read { #expect(words.value(stored, of: field.rawValue) == shown) }
      #expect(words.value("x", of: "newField") == "x")
    }
  }

  @Test func `a cell that a spreadsheet would run stays text`() throws {
    let evil = "=HYPERLINK(\"http://exemplo\")"
    let entry = AuditEntry(
      number: 1, at: evil, actorID: evil, actorName: evil, viewerID: evil, address: "+1", requestID: "@x",
      action: evil, thingKind: evil, thingID: evil, place: "-1+1",
      before: AuditValues(stored: "=a\n=b"), after: AuditValues(stored: evil), previousHash: evil, hash: evil)
    var csv = SpreadsheetText(TrailDownload.headers)
    csv.add(TrailDownload.cells(entry))
    let lines = csv.text.split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(TrailDownload.cells(entry).count == TrailDownload.headers.count)
    for cell in lines[1].split(separator: ";").dropFirst() {
      #expect(!cell.drop { $0 == "\"" }.hasPrefix("=") && !cell.hasPrefix("+") && !cell.hasPrefix("@"))
    }
  }
}
