import Expressions
import Testing
import Vocabulary

@testable import Web

/// What people are told about a formula: in Portuguese, with the place, without a gap.
@Suite struct FormulaSentenceTests {
  private static let known = KnownItems(
    ["a", "amount", "families", "choice", "first.column", "second.column", "answer"].compactMap { name in
      ItemKey(name).map { key in
        switch name {
        case "amount": .element(key, time: .sum, unit: .reais)
        case "families": .element(key, time: .last, unit: UnitOfMeasure("famílias") ?? .plain)
        case "choice": KnownItem(key, .answer, .text, choices: ["sim", "nao"])
        case "first.column": KnownItem(key, .column(table: "first"), .number)
        case "second.column": KnownItem(key, .column(table: "second"), .number)
        case "answer": KnownItem(key, .answer, .number)
        default: .element(key, time: .sum)
        }
      }
    })

  @Test(arguments: [
    ("a +", "Linha 1, coluna 4: há o fim da fórmula onde era esperado um valor: um número"),
    ("a a", "Linha 1, coluna 3: há “a” onde era esperado um operador ou o fim da fórmula"),
    ("(a", "há o fim da fórmula onde era esperado “)”"),
    ("amunt", "“amunt”. O nome mais parecido é “amount”. Confira"),
    ("zzzzz", "“zzzzz”. Confira"),
    ("sun(a)", "O nome mais parecido é “sum”."),
    ("a.ofset(1)", "O nome mais parecido é “offset”."),
    ("a.over(time: lst)", "O nome mais parecido é “last”."),
    ("choice == \"sin\"", "O nome mais parecido é “sim”."),
    ("a + true", "há uma condição (verdadeiro ou falso) onde cabe um número"),
    ("first.column and true", "há uma coluna de números onde cabe uma condição"),
    ("contains(a, 1)", "há um número onde cabe um conjunto de opções ou uma coluna de tabela"),
    ("amount + families", "“reais” e “famílias” não se somam"),
    ("log(amount)", "“reais” e um número sem unidade não se somam"),
    ("first.column + second.column", "as linhas de first não correspondem às de second"),
    ("if(true)", "if pede 3 valor(es), e há 1"), ("round(1, 2, 3)", "round pede de 1 a 2 valores, e há 3"),
    ("sum()", "sum pede 1 valor(es) ou mais, e há 0"),
    ("answer.offset(1)", "“offset” não se aplica a answer"), ("(1).offset(1)", "“offset” vale para itens"),
    ("1,5", "há “,” onde era esperado um operador"), ("R$", "“$”"), ("01", "“01”"),
    ("2025-02-30", "“2025-02-30”"),
  ])
  func `a fault is told with its place, and what to do`(text: String, words: String) throws {
    let fault = #expect(throws: FormulaFault.self) { try Formula(text).checked(against: Self.known) }
    let problem = try #require(fault?.problem)
    let sentence = Sentences.of(problem)
    #expect(sentence.text.contains(words), "\(sentence.text)")
    #expect(sentence.text.contains("Linha 1, coluna"))
    #expect(!sentence.text.contains("{") && !sentence.text.contains("…"))
  }

  @Test(arguments: FormulaFault.Expectation.allCases)
  func `everything that can be expected has its words`(expectation: FormulaFault.Expectation) {
    let words = Sentences.formulaWord("formulaPart", expectation.rawValue) ?? ""
    #expect(words != expectation.rawValue && !words.isEmpty)
    let isWord = expectation.rawValue.count > 2
    #expect(!isWord || !words.hasPrefix("“"), "\(words)")
  }

  @Test(arguments: [
    FormulaFault.Reason.empty, .tooLong, .tooDeep, .tooManyItems, .numberTooLong, .unclosedText,
    .unknownEscape("\\n"),
    .repeatedModifier("from"), .offsetTooFar, .keyTooLong, .placesNotConstant, .inexactMoney, .overflow,
    .unequalColumns, .tooManyMembers, .wrongInput("a"), .character("ç"),
  ])
  func `every other fault has a sentence without a gap`(reason: FormulaFault.Reason) {
    let sentence = Sentences.of(FormulaFault(reason, at: TextPlace(line: 2, column: 3)).problem)
    #expect(!sentence.text.contains("{") && !sentence.text.contains("…"))
  }
}
