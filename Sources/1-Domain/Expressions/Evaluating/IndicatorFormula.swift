/// An indicator: a numerator, or a numerator over a denominator, each a formula of its own. Each side is put
/// together over territory and time first; the division comes last.
public struct IndicatorFormula: Hashable, Sendable {
  public let numerator: CheckedFormula
  public let denominator: CheckedFormula?
  public let missing: MissingTreatment

  /// Throws `wrongType` for a side that is no number, and `inexactMoney`.
  public init(
    numerator: CheckedFormula, denominator: CheckedFormula? = nil, missing: MissingTreatment = .lenient
  ) throws(FormulaFault) {
    for side in [numerator, denominator] {
      guard let side, side.type != FormulaType(.number) else { continue }
      throw FormulaFault(
        .wrongType(side.type, expected: .scalar(.number)), at: side.formula.tree.place)
    }
    self.numerator = numerator
    self.denominator = denominator
    self.missing = missing
    if unit.hasMoney, !isExact { throw FormulaFault(.inexactMoney, at: numerator.formula.tree.place) }
  }

  public var unit: UnitOfMeasure {
    denominator.map { numerator.unit.multiplied(by: $0.unit, power: -1) } ?? numerator.unit
  }

  public var isExact: Bool { numerator.isExact && (denominator?.isExact ?? true) }

  /// What both sides need, each once, the numerator's first.
  public var inputs: [FormulaInput] {
    var inputs = numerator.inputs
    for input in denominator?.inputs ?? [] where !inputs.contains(input) { inputs.append(input) }
    return inputs
  }

  /// Computes both sides and divides. Throws as `CheckedFormula.outcome`.
  public func outcome(value: (FormulaInput) -> FormulaValue?) throws(FormulaFault) -> IndicatorOutcome {
    let above = try numerator.outcome(missing: missing, value: value)
    guard let denominator else {
      return IndicatorOutcome(numerator: above, denominator: nil, value: above.number)
    }
    let below = try denominator.outcome(missing: missing, value: value)
    guard let top = above.number, let bottom = below.number, !bottom.isZero else {
      return IndicatorOutcome(numerator: above, denominator: below, value: nil)
    }
    guard let quotient = top.divided(by: bottom) else {
      throw FormulaFault(.overflow, at: denominator.formula.tree.place)
    }
    return IndicatorOutcome(numerator: above, denominator: below, value: quotient)
  }
}

/// An indicator's value with both sides: what is shown is rounded, what is explained is not.
public struct IndicatorOutcome: Hashable, Sendable {
  public let numerator: FormulaOutcome
  public let denominator: FormulaOutcome?
  /// Nil when a side has no value, or the denominator is zero.
  public let value: ExactNumber?

  /// The items without a value, each once.
  public var missing: [FormulaInput] {
    var missing = numerator.missing
    for input in denominator?.missing ?? [] where !missing.contains(input) { missing.append(input) }
    return missing
  }
}
