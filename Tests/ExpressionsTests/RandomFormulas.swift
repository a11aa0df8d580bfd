import Expressions
import Vocabulary

/// Trees at random, of any types: what can be written, whether or not it fits.
struct RandomTrees {
  var generator: SeededGenerator

  mutating func tree(depth: Int) -> FormulaTree {
    FormulaTree(kind(depth: depth), at: .start)
  }

  private mutating func kind(depth: Int) -> FormulaTree.Kind {
    switch depth > 0 ? Int.random(in: 0..<9, using: &generator) : Int.random(in: 0..<5, using: &generator) {
    case 0: return .number(number())
    case 1: return .text(text())
    case 2: return .day(day())
    case 3: return .truth(Bool.random(using: &generator))
    case 4: return .item(item())
    case 5: return .signed(pick(FormulaSign.allCases), tree(depth: depth - 1))
    case 6: return chain(depth: depth)
    case 7:
      let function = pick(FormulaFunction.allCases)
      let signature = function.signature
      let most = signature.mostArguments ?? signature.leastArguments + 2
      let count = Int.random(in: signature.leastArguments...most, using: &generator)
      return .call(function, (0..<count).map { _ in tree(depth: depth - 1) })
    default:
      return .modified(bracketable(depth: depth), modifiers())
    }
  }

  /// `^` takes no sign `!` and no chain without a bracket; all of that is the printer's business.
  private mutating func chain(depth: Int) -> FormulaTree.Kind {
    let first = pick(FormulaOperator.allCases)
    let same = FormulaOperator.allCases.filter { $0.level == first.level }
    let links = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      FormulaTree.Link(pick(same), tree(depth: depth - 1), at: .start)
    }
    return .chain(tree(depth: depth - 1), links)
  }

  private mutating func bracketable(depth: Int) -> FormulaTree {
    Bool.random(using: &generator) ? FormulaTree(.item(item()), at: .start) : tree(depth: depth - 1)
  }

  private mutating func modifiers() -> [FormulaModifier] {
    var changes: [FormulaModifier.Change] = [
      .overTerritory(pick(TerritoryAggregation.allCases)), .overTime(pick(TimeAggregation.allCases)),
      .offset(Int.random(in: -240...240, using: &generator)), .yearToDate, .from(day()), .until(day()),
    ]
    changes.shuffle(using: &generator)
    return changes.prefix(Int.random(in: 1...3, using: &generator)).map { FormulaModifier($0, at: .start) }
  }

  private mutating func number() -> ExactNumber {
    let units = Int64.random(in: 0...99_999, using: &generator)
    return ExactNumber(FixedDecimal(units, places: Int.random(in: 0...6, using: &generator))) ?? .zero
  }

  private mutating func text() -> String {
    let letters = Array("aB9 '\"\\çã👩‍👧;#")
    return String((0..<Int.random(in: 0...5, using: &generator)).map { _ in pick(letters) })
  }

  private mutating func day() -> Day {
    Day(
      year: Int.random(in: 1...9999, using: &generator), month: Int.random(in: 1...12, using: &generator),
      day: Int.random(in: 1...28, using: &generator)) ?? Day("2025-01-01")!
  }

  private mutating func item() -> ItemKey { pick(Items.all).key }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }
}

/// Formulas at random whose types fit, with values for their items: what can be computed.
struct RandomCases {
  var generator: SeededGenerator

  mutating func number(_ depth: Int) -> String {
    if depth == 0 {
      return pick(["a", "b", "c", "d", "0", "1", "2", "0.25", "10", "7.5", "1/3"].map(bracketed))
    }
    let below = depth - 1
    switch Int.random(in: 0..<20, using: &generator) {
    case 0...4: return "(\(number(below)) + \(number(below)))"
    case 5...6: return "(\(number(below)) - \(number(below)) - \(number(below)))"
    case 7...9: return "\(number(below)) * \(number(below))"
    case 10: return "(\(number(below)) / \(number(below)))"
    case 11: return "(\(number(below)) % \(number(below)))"
    case 12: return "-\(number(below))"
    case 13: return "(\(number(below)))^\(pick(["2", "0", "-1", "3"]))"
    case 14: return "if(\(truth(below)), \(number(below)), \(number(below)))"
    case 15:
      return
        "\(pick(["sum", "avg", "min", "max", "count"]))(\(number(below)), \(number(below)), \(column(below)))"
    case 16: return "\(pick(["greatest", "least", "firstNonNull"]))(\(number(below)), \(number(below)))"
    case 17: return "round(\(number(below)), \(pick(["0", "2", "-1"])))"
    case 18: return "\(pick(["floor", "ceil", "abs"]))(\(number(below)))"
    default: return "count(\(pick(["I01", "union(I01, I02)", "sizes", "G01.superior"])))"
    }
  }

  mutating func truth(_ depth: Int) -> String {
    if depth == 0 { return pick(["yes", "no", "open", "true", "isNull(a)"]) }
    let below = depth - 1
    switch Int.random(in: 0..<9, using: &generator) {
    case 0...1: return "(\(truth(below)) and \(truth(below)))"
    case 2...3: return "(\(truth(below)) or \(truth(below)))"
    case 4: return "!(\(truth(below)))"
    case 5: return "\(number(below)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(number(below))"
    case 6: return "is(\(number(below)) in \(number(below)), \(number(below)))"
    case 7: return "contains(\(pick(["sizes", "G01.horas * 2"])), \(number(below)))"
    default: return "\(pick(["isNull", "isNotNull"]))(\(number(below)))"
    }
  }

  private mutating func column(_ depth: Int) -> String {
    depth == 0
      ? "G01.horas"
      : pick([
        "sizes", "G01.horas", "G01.horas * \(number(depth - 1))",
        "if(G01.superior, G01.horas, \(number(depth - 1)))",
      ])
  }

  /// Values of the items that these formulas name, some missing.
  mutating func given() -> String {
    let numbers = ["a", "b", "c", "d"].map { "\($0)=\(pick(["?", "0", "1", "-2", "3.5", "1/7", "120"]))" }
    let truths = ["yes", "no", "open"].map { "\($0)=\(pick(["?", "true", "false"]))" }
    let others = [
      "I01=" + pick(["?", "{}", "{\"p0a6\"}", "{\"p0a6\", \"p7a14\"}"]),
      "I02=" + pick(["?", "{}", "{\"p0a6\"}", "{\"p60mais\", \"p7a14\"}"]),
      "sizes=" + pick(["?", "{}", "{1, 2}", "{0.5, -3, 7}"]),
      "G01.horas=" + pick(["?", "[40, ?, 20]", "[40, 30, 20]", "[?, ?, ?]"]),
      "G01.superior=" + pick(["?", "[true, false, ?]", "[true, true, true]"]),
    ]
    return (numbers + truths + others).joined(separator: "; ")
  }

  private func bracketed(_ text: String) -> String { text.contains("/") ? "(\(text))" : text }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }
}
