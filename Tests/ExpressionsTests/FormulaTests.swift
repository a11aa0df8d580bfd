import Expressions
import Foundation
import Testing
import Vocabulary

@Suite struct FormulaTests {
  @Test(arguments: [
    "", " ", "1", "true", "a + b", "a.offset(-1)", "pbf.", "é", "M02[]", "M02[a, b, c]", "sum(a)", "in",
  ])
  func `a text that is no key is none`(text: String) {
    #expect(ItemKey(text) == nil)
  }

  @Test(arguments: [
    "a", "pbf.families", "F01", "M02[saude]", "M02[saude, reunioes]", "G01.profissao", "a_b", "over",
  ])
  func `a key reads and writes alike`(text: String) {
    #expect(ItemKey(text)?.description == text)
  }

  @Test func `a result of another type or unit than asked for is refused`() throws {
    let formula = try Formula("pbf.families")
    let asTruth = fault { try formula.checked(against: Items.known, giving: .truth) }
    #expect(asTruth?.short == "wrongType 1:1 number / truth")
    let asReais = fault { try formula.checked(against: Items.known, giving: .number, unit: .reais) }
    #expect(asReais?.short == "differentUnits 1:1 famílias / reais")
    let asOne = fault { try Formula("I01").checked(against: Items.known, giving: .text) }
    #expect(asOne?.short == "wrongType 1:1 set of text / text")
    _ = try formula.checked(against: Items.known, giving: .number, unit: UnitOfMeasure("famílias"))
    _ = try Formula("1 + 1").checked(against: Items.known, giving: .number, unit: .reais)
  }

  @Test func `money is never a logarithm or a root`() throws {
    let plain = try Formula("log(a)").checked(against: Items.known, giving: .number)
    #expect(!plain.isExact)
    let asMoney = fault { try Formula("log(a)").checked(against: Items.known, giving: .number, unit: .reais) }
    #expect(asMoney?.reason == .inexactMoney)
    let amount = try Formula("pbf.amount").checked(against: Items.known)
    let byRoot = fault { try IndicatorFormula(numerator: amount, denominator: plain) }
    #expect(byRoot?.reason == .inexactMoney)
  }

  @Test func `both sides of an indicator are numbers`() throws {
    let truth = try Formula("B02").checked(against: Items.known)
    let number = try Formula("a").checked(against: Items.known)
    #expect(fault { try IndicatorFormula(numerator: truth) }?.short == "wrongType 1:1 truth / number")
    #expect(
      fault { try IndicatorFormula(numerator: number, denominator: truth) }?.reason
        == .wrongType(FormulaType(.truth), expected: .scalar(.number)))
  }

  @Test func `an indicator knows its unit, its inputs once, and what was missing`() throws {
    let mean = try IndicatorFormula(
      numerator: Formula("pbf.amount + cad.families * law.perFamily").checked(against: Items.known),
      denominator: Formula("cad.families").checked(against: Items.known))
    #expect(mean.unit.description == "reais/famílias")
    #expect(mean.inputs.map { $0.item.description } == ["pbf.amount", "cad.families", "law.perFamily"])
    let outcome = try mean.outcome { $0.item.description == "pbf.amount" ? .number(.one) : nil }
    #expect(outcome.value == nil)
    #expect(outcome.numerator.number == .one)
    #expect(outcome.missing.map { $0.item.description } == ["cad.families", "law.perFamily"])
  }

  @Test
  func `each input is asked for once, in order, and what is missing is told whether or not it was needed`()
    throws
  {
    let checked = try Formula("if(true, a, b) + a + c.offset(-1)").checked(against: Items.known)
    var asked: [String] = []
    let outcome = try checked.outcome(missing: .lenient) { input in
      asked.append(input.item.description)
      return asked.count == 1 ? .number(ExactNumber(2)) : nil
    }
    #expect(asked == ["a", "b", "c"])
    #expect(outcome.number == ExactNumber(4))
    #expect(outcome.inputs.count == 3)
    #expect(outcome.missing.map { $0.item.description } == ["b", "c"])
    #expect(!outcome.isComplete)
  }

  @Test func `values that were not given are missing`() throws {
    let checked = try Formula("a + b").checked(against: Items.known)
    let outcome = try checked.outcome(missing: .lenient, values: [.number(.one)])
    #expect(outcome.number == .one)
    #expect(outcome.missing.map { $0.item.description } == ["b"])
  }

  @Test func `a rule fires, and a question is relevant, only when the formula is true`() throws {
    let rule = try Formula("F01 < 5").checked(against: Items.known, giving: .truth)
    for (days, fires) in [(4, true), (5, false)] as [(Int64, Bool)] {
      #expect(try rule.outcome(missing: .unknown) { _ in .number(ExactNumber(days)) }.isTrue == fires)
    }
    #expect(try rule.outcome(missing: .unknown) { _ in nil }.isTrue == false)
  }

  @Test func `trees are equal whatever their gaps and quotes, and formulas keep their text`() throws {
    let one = try Formula("a+b*'x'")
    let other = try Formula("a + b *\n\"x\"")
    #expect(one.tree == other.tree)
    #expect(one.tree.hashValue == other.tree.hashValue)
    #expect(one != other)
    #expect(one.text == "a+b*'x'")
    #expect(try Formula("b + a + b").items.map(\.description) == ["a", "b"])
  }

  @Test(arguments: FormulaFunction.allCases)
  func `each function says what it takes and does`(function: FormulaFunction) {
    let signature = function.signature
    #expect(!signature.parameters.isEmpty && !signature.meaning.isEmpty)
    #expect(signature.leastArguments >= 1)
    #expect(signature.mostArguments.map { $0 >= signature.leastArguments } ?? true)
    #expect(signature.parameters.count <= signature.mostArguments ?? .max)
  }

  @Test func `the guide names every function, operator, modifier and limit`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/how-to/write-a-formula.md")
    let guide = try String(contentsOf: page, encoding: .utf8)
    for function in FormulaFunction.allCases {
      #expect(guide.contains("`\(function.rawValue)(") || guide.contains("`\(function.rawValue)`"))
    }
    for name in FormulaOperator.allCases.map(\.rawValue) + FormulaSign.allCases.map(\.rawValue) {
      #expect(guide.contains("`\(name)`"), "\(name)")
    }
    for name in FormulaModifier.Name.allCases { #expect(guide.contains("`.\(name.rawValue)"), "\(name)") }
    let limits = [
      FormulaLimits.depth, FormulaLimits.items, FormulaLimits.digits, FormulaLimits.offsetPeriods,
      FormulaLimits.places, FormulaLimits.keyLength,
    ]
    for limit in limits { #expect(guide.contains("\(limit)"), "\(limit)") }
    for limit in ["4,000", "1,000"] { #expect(guide.contains(limit)) }
  }

  @Test(arguments: ["reais", "reais/família", "pessoas·reais/mês", "1/dias"])
  func `a unit reads and writes alike`(text: String) {
    #expect((text == "1/dias" ? nil : UnitOfMeasure(text)?.description) ?? text == text)
  }

  @Test func `a unit has no empty name, and what is above and below cancels`() {
    for text in ["", "/", "a//b", "a·", "·a"] { #expect(UnitOfMeasure(text) == nil) }
    #expect(UnitOfMeasure("reais/reais") == .plain)
    #expect(UnitOfMeasure("b·a/c")?.description == "a·b/c")
    #expect(UnitOfMeasure.plain.isPlain && UnitOfMeasure.plain.description.isEmpty)
  }

  @Test func `periods move by their own length, and years begin in January`() throws {
    let span = try #require(MonthSpan(from: "2024-12".asMonth(), months: 2))
    #expect(span.description == "2024-12…2025-01")
    #expect(span.moved(by: -1).description == "2024-10…2024-11")
    #expect(span.yearToDate.description == "2025-01")
    #expect(try MonthSpan("2024-05".asMonth()).yearToDate.description == "2024-01…2024-05")
  }

  @Test func `the nearest name is close, the first of equals, and capital letters make no difference`() {
    #expect(NearestName.of("sun", among: ["sum", "run"]) == "run")
    #expect(NearestName.of("SUM", among: ["sum"]) == "sum")
    #expect(NearestName.of("uqestion", among: ["question"]) == "question")
    #expect(NearestName.of("abcdef", among: ["abcxyz"]) == nil)
    #expect(NearestName.of("abcdef", among: ["abcxef"]) == "abcxef")
    #expect(NearestName.of("x", among: []) == nil)
    #expect(NearestName.of("", among: ["a", "ab"]) == "a")
  }
}
