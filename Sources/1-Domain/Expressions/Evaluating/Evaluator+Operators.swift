import Vocabulary

extension Evaluator {
  static func signed(_ sign: FormulaSign, _ value: ScalarValue) -> ScalarValue {
    switch (sign, value) {
    case (.minus, .number(let number)): .number(number.negated)
    case (.not, .truth(let truth)): .truth(!truth)
    default: value
    }
  }

  /// One row of a chain, from left to right. A missing value makes what follows missing, except among `and`
  /// and `or`.
  static func chained(_ row: [ScalarValue?], _ links: [CheckedLink]) throws(FormulaFault) -> ScalarValue? {
    switch links[0].operator {
    case .and: return decided(row, by: false)
    case .or: return decided(row, by: true)
    default: break
    }
    var result = row[0]
    for (index, link) in links.enumerated() {
      guard let left = result, let right = row[index + 1] else {
        result = nil
        continue
      }
      result = try joined(left, link, right)
    }
    return result
  }

  /// Three-valued logic: one value that decides is enough; else one unknown makes it unknown.
  private static func decided(_ row: [ScalarValue?], by deciding: Bool) -> ScalarValue? {
    if row.contains(.truth(deciding)) { return .truth(deciding) }
    return row.contains(nil) ? nil : .truth(!deciding)
  }

  private static func joined(
    _ left: ScalarValue, _ link: CheckedLink, _ right: ScalarValue
  ) throws(FormulaFault) -> ScalarValue? {
    switch link.operator {
    case .equal: return .truth(left == right)
    case .unequal: return .truth(left != right)
    case .less: return .truth(isLess(left, right))
    case .greater: return .truth(isLess(right, left))
    case .notGreater: return .truth(!isLess(right, left))
    case .notLess: return .truth(!isLess(left, right))
    default:
      guard case .number(let left) = left, case .number(let right) = right else { return nil }
      return try computed(left, link, right).map { .number($0) }
    }
  }

  static func isLess(_ left: ScalarValue, _ right: ScalarValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.day(let left), .day(let right)): left < right
    default: false
    }
  }

  private static func computed(
    _ left: ExactNumber, _ link: CheckedLink, _ right: ExactNumber
  ) throws(FormulaFault) -> ExactNumber? {
    let result: ExactNumber?
    switch link.operator {
    case .plus: result = left.adding(right)
    case .minus: result = left.subtracting(right)
    case .times: result = left.multiplied(by: right)
    case .over:
      if right.isZero { return nil }
      result = left.divided(by: right)
    case .remainder:
      if right.isZero { return nil }
      result = left.remainder(dividedBy: right)
    default:
      switch left.raised(to: right) {
      case .number(let power): result = power
      case .undefined: return nil
      case .overflow: result = nil
      }
    }
    guard let result else { throw FormulaFault(.overflow, at: link.place) }
    return result
  }
}
