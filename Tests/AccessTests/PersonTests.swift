import Access
import Testing
import Vocabulary

@Suite struct PersonTests {
  @Test func `a name has letters, no more than a hundred and twenty, and no hidden signs`() throws {
    for text in [
      "", "   ", "\u{7}", "--", String(repeating: "a", count: 121), "Ana\u{9}Exemplo", "Ana\u{85}B",
    ] {
      #expect(throws: Problem.self) { try Person.checkedName(text) }
    }
    #expect(try Person.checkedName("  Ana  Exemplo ") == "Ana  Exemplo")
    #expect(try Person.checkedName(String(repeating: "a", count: 120)).count == 120)
  }

  @Test func `an account may be used until the last day of its post`() throws {
    var person = Cast.person(1, "Ana")
    #expect(person.mayEnter(on: Cast.today))
    person.postEndsOn = Cast.today
    #expect(person.mayEnter(on: Cast.today))
    person.postEndsOn = Day("2026-11-22")
    #expect(!person.mayEnter(on: Cast.today))
    for state in [Person.State.invited, .ended] {
      #expect(!Cast.person(1, "Ana", state: state).mayEnter(on: Cast.today))
    }
  }

  @Test func `a link is over after its time or its use`() throws {
    let link = AccountLink(
      id: ID("00000000-0000-4000-8000-0000000000b1")!, .recovery, for: Cast.person(1, "Ana").id, by: nil,
      at: Cast.now)
    _ = try link.usable(at: Cast.now.adding(seconds: 3_599))
    #expect(throws: Problem.conflict(rule: "link.expired")) {
      try link.usable(at: Cast.now.adding(seconds: 3_600))
    }
    let used = AccountLink(
      id: link.id, kind: .recovery, person: link.person, createdAt: Cast.now, createdBy: nil,
      expiresAt: link.expiresAt, usedAt: Cast.now)
    #expect(throws: Problem.conflict(rule: "link.used")) { try used.usable(at: Cast.now) }
  }
}
