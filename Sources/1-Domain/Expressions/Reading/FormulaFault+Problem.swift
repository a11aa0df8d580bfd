public import Vocabulary

extension FormulaFault {
  /// The refusal for people: the rule, with `line`, `column` and what else its sentence needs.
  public var problem: Problem {
    switch reason {
    case .empty: refusal(rule: "formula.empty")
    case .tooLong: refusal(rule: "formula.tooLong", ["limit": "\(FormulaLimits.length)"])
    case .tooDeep: refusal(rule: "formula.tooDeep", ["limit": "\(FormulaLimits.depth)"])
    case .tooManyItems: refusal(rule: "formula.tooManyItems", ["limit": "\(FormulaLimits.items)"])
    case .character(let found): refusal(rule: "formula.character", ["found": found])
    case .malformedNumber(let found): refusal(rule: "formula.malformedNumber", ["found": found])
    case .numberTooLong: refusal(rule: "formula.numberTooLong", ["limit": "\(FormulaLimits.digits)"])
    case .noSuchDay(let found): refusal(rule: "formula.noSuchDay", ["found": found])
    case .unclosedText: refusal(rule: "formula.unclosedText")
    case .unknownEscape(let found): refusal(rule: "formula.unknownEscape", ["found": found])
    case .unexpected(let found, let expected):
      refusal(
        rule: "formula.unexpected", ["formulaFound": found, "formulaPart": expected.rawValue])
    case .unknownFunction(let name, let nearest):
      refusal(rule: "formula.unknownFunction", ["found": name, "suggestion": nearest ?? ""])
    case .unknownModifier(let name, let nearest):
      refusal(rule: "formula.unknownModifier", ["found": name, "suggestion": nearest ?? ""])
    case .unknownAggregation(let name, let nearest):
      refusal(rule: "formula.unknownAggregation", ["found": name, "suggestion": nearest ?? ""])
    case .repeatedModifier(let name): refusal(rule: "formula.repeatedModifier", ["modifier": name])
    case .offsetTooFar: refusal(rule: "formula.offsetTooFar", ["limit": "\(FormulaLimits.offsetPeriods)"])
    case .keyTooLong: refusal(rule: "formula.keyTooLong", ["limit": "\(FormulaLimits.keyLength)"])
    case .argumentCount(let function, let found):
      refusal(
        rule: "formula.argumentCount",
        ["function": function.rawValue, "arguments": function.signature.counts, "found": "\(found)"])
    default: checkingProblem
    }
  }

  private var checkingProblem: Problem {
    switch reason {
    case .unknownItem(let key, let nearest):
      refusal(rule: "formula.unknownItem", ["item": key, "suggestion": nearest ?? ""])
    case .unknownChoice(let choice, let nearest):
      refusal(rule: "formula.unknownChoice", ["found": choice, "suggestion": nearest ?? ""])
    case .wrongType(let found, let expected):
      refusal(
        rule: "formula.wrongType", ["foundType": found.description, "expectedType": expected.description])
    case .differentUnits(let left, let right):
      refusal(
        rule: "formula.differentUnits", ["leftUnit": left.description, "rightUnit": right.description])
    case .differentTables(let left, let right):
      refusal(rule: "formula.differentTables", ["left": left, "right": right])
    case .modifierWithoutItem(let name):
      refusal(rule: "formula.modifierWithoutItem", ["modifier": name])
    case .modifierNotAllowed(let name, let item):
      refusal(rule: "formula.modifierNotAllowed", ["modifier": name, "item": item])
    case .placesNotConstant:
      refusal(rule: "formula.placesNotConstant", ["limit": "\(FormulaLimits.places)"])
    case .inexactMoney: refusal(rule: "formula.inexactMoney")
    case .unequalColumns: refusal(rule: "formula.unequalColumns")
    case .tooManyMembers: refusal(rule: "formula.tooManyMembers", ["limit": "\(FormulaLimits.members)"])
    case .wrongInput(let item): refusal(rule: "formula.wrongInput", ["item": item])
    default: refusal(rule: "formula.overflow")
    }
  }

  private func refusal(rule: String, _ details: [String: String] = [:]) -> Problem {
    var all = details
    all["line"] = "\(place.line)"
    all["column"] = "\(place.column)"
    return .invalid(rule: rule, all)
  }
}
