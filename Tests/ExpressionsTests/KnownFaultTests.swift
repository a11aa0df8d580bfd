import Expressions
import Testing
import Vocabulary

/// What other engines of the field got wrong over the years, each once. More of each stands in the vectors.
@Suite struct KnownFaultTests {
  @Test func `an average over units does not take a missing one for zero`() throws {
    let values = ReportedValues("a@aguaBoa:2024-01=6 a@canarana:2024-01=0")
    // Cocalinho did not report: the mean is of two, and says so.
    let result = try outcome("a.over(territory: average)", values, in: "leste", "2024-01")
    #expect(result.outcome.number == ExactNumber(3))
    #expect(result.inputs.map { "\($0.reported) of \($0.expected)" } == ["2 of 3"])
  }

  @Test func `the last value across a year's edge is the latest, and never one from before the period`()
    throws
  {
    let values = ReportedValues("a@aguaBoa:2024-12=5 a@aguaBoa:2025-01=7")
    #expect(
      try outcome("a.over(time: last)", values, in: "aguaBoa", "2024-11", 4).outcome.number == ExactNumber(7))
    #expect(try outcome("a.over(time: last)", values, in: "aguaBoa", "2025-02", 2).outcome.number == nil)
  }

  @Test func `a count in a group without members is zero when it is known to be empty, and missing when not`()
    throws
  {
    let values = ReportedValues("a@caceres:2024-01=1")
    let nobody = try outcome("a", values, in: "vazia", "2024-01")
    #expect(nobody.outcome.value == nil)
    #expect(nobody.inputs.map { $0.expected } == [0])
    let checked = try Formula("count(G01.profissao)").checked(against: Items.known)
    #expect(try checked.outcome(missing: .unknown, values: [.column([])]).number == .zero)
    #expect(try checked.outcome(missing: .unknown, values: [nil]).value == nil)
  }

  @Test func `offsets inside brackets add to those of the bracket`() throws {
    let values = ReportedValues(
      "a@aguaBoa:2025-01=1 a@aguaBoa:2025-02=2 b@aguaBoa:2025-01=4 b@aguaBoa:2025-02=8")
    let result = try outcome("(a.offset(-1) + b).offset(-1)", values, in: "aguaBoa", "2025-03")
    #expect(result.outcome.number == ExactNumber(9))
  }

  @Test func `a formula changed later does not change the past`() throws {
    let old = try Formula("a / 2")
    let new = try Formula("a / 4")
    let first = try #require(Day("2015-09-01"))
    let change = try #require(Day("2025-01-01"))
    let history = try FormulaHistory(old, from: first).adding(new, from: change)
    #expect(history.version(on: try #require(Day("2015-08-31"))) == nil)
    #expect(history.version(on: first)?.formula == old)
    #expect(history.version(on: try #require(Day("2024-12-31")))?.number == 1)
    #expect(history.version(on: change)?.formula == new)
    #expect(history.version(on: change)?.number == 2)
    for day in ["2015-09-01", "2020-01-01", "2025-01-01"] {
      let refused = #expect(throws: Problem.self) {
        try history.adding(old, from: try #require(Day(day)))
      }
      #expect(refused?.rule == "formula.changesThePast")
    }
  }

  private func outcome(
    _ text: String, _ values: ReportedValues, in territory: String, _ month: String, _ months: Int = 1
  ) throws -> AggregatedOutcome {
    let span = try #require(MonthSpan(from: try month.asMonth(), months: months))
    return try Formula(text).checked(against: Items.known)
      .outcome(from: values, in: territory, over: span, missing: .lenient)
  }
}

extension String {
  func asMonth() throws -> ReferenceMonth { try #require(ReferenceMonth(self)) }
}
