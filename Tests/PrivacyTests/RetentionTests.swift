import Privacy
import Testing
import Vocabulary

@Suite struct RetentionTests {
  private func day(_ text: String) -> Day { Day(text)! }

  private func rule(
    _ subject: RetentionSubject = .links, _ term: String = "30 days",
    _ outcome: RetentionRule.Outcome = .deleted
  ) throws -> RetentionRule {
    try RetentionRule(
      subject: subject, label: "Links", term: RetentionTerm(term)!, countedFrom: "o fim da validade",
      outcome: outcome, reason: "Por um mês ainda se pode ver", source: "Lei 13.709/2018, art. 6º, III",
      toConfirm: nil)
  }

  @Test(arguments: [
    "", "30", "days", "30 weeks", "0 days", "-1 days", "1000 days", "30  days", "30 days ", "3.5 years",
    "for ever",
  ]) func `what is no term is none`(text: String) {
    #expect(RetentionTerm(text) == nil)
  }

  @Test func `a term is read as it is written, up to its limit`() {
    #expect(RetentionTerm("30 days") == .period(30, .days))
    #expect(RetentionTerm("999 months") == .period(RetentionTerm.maximumCount, .months))
    #expect(RetentionTerm("5 years") == .period(5, .years))
    #expect(RetentionTerm("permanent") == .permanent)
    #expect(RetentionTerm("notStored") == .notStored && RetentionTerm("outside") == .outside)
  }

  @Test func `an outcome without a term, and a term without an outcome, are refused`() {
    #expect(throws: Problem.invalid(rule: "privacy.endlessTerm", ["subject": "links"])) {
      try rule(.links, "permanent", .deleted)
    }
    #expect(throws: Problem.invalid(rule: "privacy.termWithoutOutcome", ["subject": "links"])) {
      try rule(.links, "30 days", .kept)
    }
  }

  @Test func `a table that repeats a subject or leaves one out is refused`() throws {
    let all = try RetentionSubject.allCases.map { try rule($0) }
    #expect(throws: Problem.invalid(rule: "privacy.repeatedRetention", ["subject": "mail"])) {
      try RetentionTable(all + [try rule(.mail)])
    }
    #expect(throws: Problem.invalid(rule: "privacy.missingRetention", ["subject": "mail"])) {
      try RetentionTable(all.filter { $0.subject != .mail })
    }
  }

  @Test func `on the last day of its term a thing is kept, on the day after it is due`() throws {
    let thirty = try rule()
    #expect(!thirty.isDue(day("2026-10-24"), on: day("2026-11-23")))
    #expect(thirty.isDue(day("2026-10-24"), on: day("2026-11-24")))
    let five = try rule(.endedPeople, "5 years", .anonymised)
    #expect(!five.isDue(day("2021-11-23"), on: day("2026-11-23")))
    #expect(five.isDue(day("2021-11-23"), on: day("2026-11-24")))
    #expect(!five.isDue(day("2026-11-24"), on: day("2026-11-23")), "what is still to come")
  }

  @Test(arguments: ["permanent", "notStored", "outside"])
  func `without a period nothing becomes due`(term: String) throws {
    #expect(try !rule(.trail, term, .kept).isDue(day("0001-01-01"), on: day("9999-12-31")))
  }

  @Test func `short months and leap years never shorten a term`() {
    func since(_ term: String, _ today: String) -> String? {
      RetentionTerm(term)?.keptSince(on: day(today))?.description
    }
    #expect(since("1 months", "2026-03-31") == "2026-02-28")
    #expect(since("1 months", "2024-03-31") == "2024-02-29")
    #expect(since("6 months", "2026-01-15") == "2025-07-15")
    #expect(since("1 years", "2024-02-29") == "2023-02-28")
    #expect(since("1 days", "2024-03-01") == "2024-02-29")
    #expect(since("365 days", "2025-01-01") == "2024-01-02")
    #expect(since("999 years", "0500-01-01") == "0001-01-01")
    #expect(since("999 days", "0001-12-31") == "0001-01-01")
  }

  /// A due thing stays due, so that a run that was missed is made up for by the next.
  @Test func `what is due stays due, and what is younger is never due before what is older`() {
    var randomness = Numbers.Generator(seed: 6)
    for _ in 0..<2_000 {
      let unit = RetentionTerm.Unit.allCases.randomElement(using: &randomness)!
      let term = RetentionTerm.period(Int.random(in: 1...60, using: &randomness), unit)
      func random() -> Day {
        Day(
          year: Int.random(in: 1990...2060, using: &randomness),
          month: Int.random(in: 1...12, using: &randomness), day: Int.random(in: 1...28, using: &randomness))!
      }
      let days = [random(), random()].sorted()
      #expect(term.keptSince(on: days[0])! <= term.keptSince(on: days[1])!)
      #expect(term.keptSince(on: days[0])! < days[0])
    }
  }

  @Test func `what is due on a day is told for every subject that has a period`() throws {
    let table = try RetentionTable(
      RetentionSubject.allCases.map {
        $0 == .trail ? try rule($0, "permanent", .kept) : try rule($0)
      })
    let due = table.due(on: day("2026-11-23"))
    #expect(due.count == RetentionSubject.allCases.count - 1)
    #expect(due.allSatisfy { $0.keptSince == day("2026-10-24") && $0.subject != .trail })
  }

  @Test func `a removed person has an address of its own that reaches nobody`() {
    #expect(RemovedPerson.email(ofID: "1") == "1@removida.invalid")
  }
}
