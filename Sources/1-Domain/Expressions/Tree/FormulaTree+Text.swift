import Vocabulary

extension FormulaTree: CustomStringConvertible {
  /// In the usual form; reading it gives this tree again.
  public var description: String {
    switch kind {
    case .number(let number): return number.description
    case .text(let text): return Self.quoted(text)
    case .day(let day): return day.description
    case .truth(let truth): return truth ? "true" : "false"
    case .item(let key): return key.description
    case .signed(let sign, let operand):
      return sign.rawValue + operand.text(bracketedBelow: FormulaOperator.signLevel)
    case .chain(let first, let links):
      // Operands of the same level are brackets: without them they would be links of this chain.
      let level = (links.first?.operator.level ?? 0) + 1
      var text = first.text(bracketedBelow: level)
      for link in links {
        text += " " + link.operator.rawValue + " " + link.operand.text(bracketedBelow: level)
      }
      return text
    case .call(.is, let arguments):
      return "is(" + (arguments.first?.description ?? "") + " in " + Self.listed(arguments.dropFirst()) + ")"
    case .call(let function, let arguments):
      return function.rawValue + "(" + Self.listed(arguments[...]) + ")"
    case .modified(let operand, let modifiers):
      var text = operand.description
      if case .item = operand.kind {} else { text = "(" + text + ")" }
      for modifier in modifiers { text += modifier.description }
      return text
    }
  }

  private func text(bracketedBelow level: Int) -> String {
    self.level < level ? "(" + description + ")" : description
  }

  private var level: Int {
    switch kind {
    case .signed: FormulaOperator.signLevel
    case .chain(_, let links): links.first?.operator.level ?? 0
    default: FormulaOperator.power.level + 1
    }
  }

  private static func listed(_ trees: ArraySlice<FormulaTree>) -> String {
    var text = ""
    for (index, tree) in trees.enumerated() { text += (index == 0 ? "" : ", ") + tree.description }
    return text
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

extension FormulaModifier: CustomStringConvertible {
  /// `.over(territory: sum)`
  public var description: String {
    switch change {
    case .overTerritory(let aggregation): ".over(territory: \(aggregation.rawValue))"
    case .overTime(let aggregation): ".over(time: \(aggregation.rawValue))"
    case .offset(let periods): ".offset(\(periods))"
    case .yearToDate: ".yearToDate"
    case .from(let day): ".from(\(day.description))"
    case .until(let day): ".until(\(day.description))"
    }
  }
}
