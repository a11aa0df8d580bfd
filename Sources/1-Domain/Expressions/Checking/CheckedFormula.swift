/// A formula that fits the items it names. Computing it can still meet an overflow, a table whose columns
/// differ, too many members, or a value of the wrong type; nothing else.
public struct CheckedFormula: Hashable, Sendable {
  public let formula: Formula
  /// What it needs, each once, in the order in which it is named first.
  public let inputs: [FormulaInput]
  public let type: FormulaType
  /// Of the result; plain for all but numbers.
  public let unit: UnitOfMeasure
  /// False when a logarithm or a power that is not whole has a part in it.
  public let isExact: Bool
  let node: CheckedNode
  /// Of each input, where it is named first.
  let places: [TextPlace]
}

extension Formula {
  /// Finds its items among those known and sees whether types and units fit.
  ///
  /// - `scalar`: the type that the result must have, as one value; any when nil.
  /// - `unit`: the unit that the result must have; any when nil. A plain result fits every unit.
  ///
  /// Throws the first fault from the left, with its place. A result that is money must be exact.
  public func checked(
    against known: KnownItems, giving scalar: ScalarType? = nil, unit: UnitOfMeasure? = nil
  ) throws(FormulaFault) -> CheckedFormula {
    var checker = FormulaChecker(known)
    let part = try checker.part(tree, InputChange())
    if let scalar, part.type != FormulaType(scalar) {
      throw FormulaFault(.wrongType(part.type, expected: .same(FormulaType(scalar))), at: part.place)
    }
    if let unit, !part.unit.isPlain, part.unit != unit {
      throw FormulaFault(.differentUnits(part.unit, unit), at: part.place)
    }
    if !part.isExact, (unit ?? part.unit).hasMoney { throw FormulaFault(.inexactMoney, at: part.place) }
    return CheckedFormula(
      formula: self, inputs: checker.inputs, type: part.type, unit: part.unit, isExact: part.isExact,
      node: part.node, places: checker.places)
  }
}
