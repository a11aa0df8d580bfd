import Access
import Testing
import Vocabulary

@Suite struct AssignmentTests {
  private let person = Cast.person(1, "Ana")

  private func rule(_ assignment: Assignment) throws -> String? {
    do {
      _ = try assignment.checked(against: try Cast.table())
      return nil
    } catch { return (error as? Problem)?.rule }
  }

  @Test func `a role is given only where it can be`() throws {
    #expect(try rule(Cast.assignment(person, .gestorMunicipal, "MT")) == "role.levelNotOffered")
    #expect(try rule(Cast.assignment(person, .stateAdministrator, "5100201")) == "role.levelNotOffered")
    #expect(try rule(Cast.assignment(person, .gestorMunicipal, "5100201")) == nil)
  }

  @Test func `a role of one sector names it, and no other does`() throws {
    #expect(try rule(Cast.assignment(person, .sectorCounterpart, "MT")) == "role.sectorNeeded")
    #expect(
      try rule(Cast.assignment(person, .gestorMunicipal, "5100201", sector: .saude))
        == "role.sectorNotOffered")
    #expect(try rule(Cast.assignment(person, .sectorCounterpart, "MT", sector: .saude)) == nil)
  }

  @Test func `an assignment does not end before it begins`() throws {
    let reversed = Cast.assignment(
      person, .gestorMunicipal, "5100201", from: "2026-02-02", until: "2026-02-01")
    #expect(try rule(reversed) == "role.validityReversed")
    let oneDay = Cast.assignment(
      person, .gestorMunicipal, "5100201", from: "2026-02-02", until: "2026-02-02")
    #expect(try rule(oneDay) == nil)
  }

  @Test func `a table of roles has every role once`() throws {
    let all = try Cast.table().all
    #expect(throws: Problem.self) { try RoleTable(all + [all[0]]) }
    #expect(throws: Problem.self) { try RoleTable(Array(all.dropFirst())) }
  }

  @Test func `places are read as they are written, and nothing else`() {
    for text in ["BR", "MT", "RI510015", "5100201", "5100201/51002003261"] {
      #expect(Place(text)?.description == text)
    }
    for text in [
      "", "XX", "5100202", "5100201/", "5100201/5100200326", "5100201/510020032611", "MT/51002003261",
      "5100201/51002003261/1",
    ] {
      #expect(Place(text) == nil)
    }
  }

  @Test func `e-mail addresses are compared without case and refused when they cannot be one`() {
    #expect(EmailAddress("Ana@Exemplo.gov.br") == EmailAddress("ana@exemplo.gov.br"))
    for text in [
      "", "ana", "@exemplo.gov.br", "ana@", "ana@exemplo", "a@b@exemplo.br", "ana @exemplo.br",
      "ana@exemplo..br",
      "ana\n@exemplo.br", "<ana@exemplo.br>", "ana@-exemplo.br",
      String(repeating: "a", count: 254 - 14) + "@exemplo.gov.br",
    ] { #expect(EmailAddress(text) == nil, "\(text)") }
    #expect(EmailAddress(String(repeating: "a", count: 254 - 15) + "@exemplo.gov.br") != nil)
  }
}
