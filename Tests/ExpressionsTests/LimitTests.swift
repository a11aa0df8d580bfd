import Expressions
import Testing
import Vocabulary

/// Each limit of `FormulaLimits`, at the limit and one beyond.
@Suite struct LimitTests {
  @Test func `a formula has at most 4,000 characters`() throws {
    let beyond = fault { try Formula("1" + String(repeating: " ", count: FormulaLimits.length)) }
    #expect(beyond == FormulaFault(.tooLong, at: .start))
    _ = try Formula("1" + String(repeating: " ", count: FormulaLimits.length - 1))
  }

  @Test func `characters are counted, not bytes`() throws {
    _ = try Formula("\"" + String(repeating: "ç", count: FormulaLimits.length - 2) + "\"")
    let beyond = fault { try Formula("\"" + String(repeating: "😀", count: 40_000) + "\"") }
    #expect(beyond?.reason == .tooLong)
  }

  @Test(arguments: [("(", "1", ")"), ("-", "1", ""), ("!", "true", ""), ("abs(", "1", ")"), ("2^-", "1", "")])
  func `brackets, calls and signs stand at most 40 deep`(open: String, inside: String, close: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
    }
    // A sign in an exponent ends with it, so these never become deep.
    if open == "2^-" {
      _ = try Formula(nested(FormulaLimits.depth + 1))
      return
    }
    #expect(fault { try Formula(nested(FormulaLimits.depth + 1)) }?.reason == .tooDeep)
    _ = try Formula(nested(FormulaLimits.depth)).checked(against: Items.known)
  }

  @Test func `too deep a formula says where it becomes so`() {
    let text = String(repeating: "(", count: 2_000)
    #expect(fault { try Formula(text) } == FormulaFault(.tooDeep, at: TextPlace(line: 1, column: 41)))
    #expect(fault { try Formula("2^" + String(repeating: "-", count: 2_000)) }?.reason == .tooDeep)
  }

  @Test func `a long sum is not deep`() throws {
    let terms = FormulaLimits.length / 2
    let text = Array(repeating: "1", count: terms).joined(separator: "+")
    #expect(try number(text) == ExactNumber(Int64(terms)))
  }

  @Test func `a formula names at most 100 items, each time counted`() throws {
    let most = Array(repeating: "a", count: FormulaLimits.items)
    _ = try Formula(most.joined(separator: "+"))
    let beyond = fault { try Formula((most + ["b"]).joined(separator: "+")) }
    #expect(beyond == FormulaFault(.tooManyItems, at: TextPlace(line: 1, column: 201)))
  }

  @Test func `a number has at most 30 digits`() throws {
    let most = String(repeating: "9", count: FormulaLimits.digits)
    _ = try Formula(most)
    #expect(fault { try Formula(most + "9") }?.reason == .numberTooLong)
    #expect(fault { try Formula(String(repeating: "9", count: 3_000)) }?.reason == .numberTooLong)
    #expect(fault { try Formula("0." + most) }?.reason == .numberTooLong)
    _ = try Formula("0." + most.dropLast())
  }

  @Test func `an item moves at most 240 periods, all offsets together`() throws {
    let known = Items.known
    _ = try Formula("a.offset(-240)").checked(against: known)
    _ = try Formula("(a.offset(-120)).offset(-120)").checked(against: known)
    #expect(fault { try Formula("a.offset(-241)") }?.reason == .offsetTooFar)
    #expect(fault { try Formula("a.offset(999999999999999999999999999999)") }?.reason == .offsetTooFar)
    let added = fault { try Formula("(a.offset(-120)).offset(-121)").checked(against: known) }
    #expect(added?.reason == .offsetTooFar)
  }

  @Test func `round takes at most twelve places`() throws {
    #expect(try number("round(1 / 3, 12)")?.description == "0.333333333333")
    #expect(fault { try Formula("round(1, 13)").checked(against: Items.known) }?.reason == .placesNotConstant)
    #expect(try number("round(1 / 3, -12)") == .zero)
    #expect(
      fault { try Formula("round(1, -13)").checked(against: Items.known) }?.reason == .placesNotConstant)
  }

  @Test func `a set and a column have at most 1,000 members`() throws {
    let most = (0..<Int64(FormulaLimits.members)).map { ScalarValue.number(ExactNumber($0)) }
    let more = most + [.number(.one)]
    for (text, full, beyond) in [
      ("1 + count(sizes)", FormulaValue.set(most), FormulaValue.set(more)),
      ("1 + count(G01.horas)", .column(most), .column(more)),
    ] {
      let checked = try Formula(text).checked(against: Items.known)
      #expect(try checked.outcome(missing: .unknown, values: [full]).number == ExactNumber(1_001))
      let fault = fault { try checked.outcome(missing: .unknown, values: [beyond]) }
      #expect(fault == FormulaFault(.tooManyMembers, at: TextPlace(line: 1, column: 11)))
    }
  }

  @Test func `a key has at most 120 characters`() throws {
    let most = String(repeating: "k", count: FormulaLimits.keyLength)
    #expect(ItemKey(most) != nil)
    #expect(ItemKey(most + "k") == nil)
    #expect(fault { try Formula("1 + " + most + "k") }?.reason == .keyTooLong)
    #expect(ItemKey("M[" + String(repeating: "k", count: FormulaLimits.keyLength - 3) + "]") != nil)
    #expect(ItemKey("M[" + String(repeating: "k", count: FormulaLimits.keyLength - 2) + "]") == nil)
  }

  @Test func `a period has at most 120 months`() throws {
    let month = try #require(ReferenceMonth("2024-01"))
    #expect(MonthSpan(from: month, months: 0) == nil)
    #expect(MonthSpan(from: month, months: MonthSpan.mostMonths + 1) == nil)
    #expect(MonthSpan(from: month, months: MonthSpan.mostMonths)?.last.description == "2033-12")
  }

  @Test func `the farthest move of the longest period finds nothing, and does no harm`() throws {
    let first = try #require(MonthSpan(from: "2000-01".asMonth(), months: MonthSpan.mostMonths))
    for text in ["a.offset(-240)", "a.offset(-240).yearToDate", "a.offset(240).yearToDate"] {
      let input = try #require(try Formula(text).checked(against: Items.known).inputs.first)
      let months = input.months(in: first)
      #expect(text.contains("-") ? months.isEmpty : months.count == 12)
    }
  }

  @Test func `a fault repeats at most forty characters of the text`() {
    let found = fault { try Formula(String(repeating: "9", count: 200) + "x") }
    guard case .malformedNumber(let text)? = found?.reason else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(text == String(repeating: "9", count: 40) + "…")
  }

  private func number(_ text: String) throws -> ExactNumber? {
    try Formula(text).checked(against: Items.known).outcome(missing: .unknown, values: []).number
  }
}

/// The fault that it throws; nil, and an issue, when it throws none.
func fault(_ compute: () throws -> some Any, sourceLocation: SourceLocation = #_sourceLocation)
  -> FormulaFault?
{
  #expect(throws: FormulaFault.self, sourceLocation: sourceLocation) { _ = try compute() }
}
