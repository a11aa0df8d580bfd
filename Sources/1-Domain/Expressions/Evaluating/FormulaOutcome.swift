/// What came of a formula, and what it rests on.
public struct FormulaOutcome: Hashable, Sendable {
  /// Nil when there is no value: items were missing, a divisor was zero, there is no such logarithm or power.
  public let value: FormulaValue?
  /// The values that the formula asks for.
  public let inputs: [FormulaInput]
  /// Those of them that had none, whether or not the result needed them.
  public let missing: [FormulaInput]

  /// Whether a rule fires, or a question is relevant: only when the formula is true; unknown is not.
  public var isTrue: Bool { value == .truth(true) }

  public var number: ExactNumber? {
    if case .one(.number(let number)) = value { number } else { nil }
  }

  public var isComplete: Bool { missing.isEmpty }
}

extension CheckedFormula {
  /// Computes it. `value` is asked once for each of `inputs`, in their order.
  ///
  /// Throws `overflow`, `unequalColumns`, `tooManyMembers` or `wrongInput`, with the place in the formula.
  public func outcome(
    missing treatment: MissingTreatment, value: (FormulaInput) -> FormulaValue?
  ) throws(FormulaFault) -> FormulaOutcome {
    var values: [FormulaValue?] = []
    for input in inputs { values.append(value(input)) }
    return try outcome(missing: treatment, values: values)
  }

  /// The same with the values in the order of `inputs`; where there are fewer, the others are missing.
  public func outcome(
    missing treatment: MissingTreatment, values given: [FormulaValue?]
  ) throws(FormulaFault) -> FormulaOutcome {
    var values: [FormulaValue?] = []
    var missing: [FormulaInput] = []
    for (index, input) in inputs.enumerated() {
      let value = index < given.count ? given[index] : nil
      if let value {
        guard value.fits(input.type) else {
          throw FormulaFault(.wrongInput(input.item.description), at: places[index])
        }
        guard value.memberCount <= FormulaLimits.members else {
          throw FormulaFault(.tooManyMembers, at: places[index])
        }
      } else {
        missing.append(input)
      }
      values.append(value)
    }
    let hasNothing =
      switch treatment {
      case .lenient: !inputs.isEmpty && missing.count == inputs.count
      case .strict: !missing.isEmpty
      case .unknown: false
      }
    let evaluator = Evaluator(inputs: inputs, values: values, leavesMissingOut: treatment == .lenient)
    return FormulaOutcome(
      value: hasNothing ? nil : try evaluator.value(of: node, missingIsZero: treatment == .lenient),
      inputs: inputs, missing: missing)
  }
}
