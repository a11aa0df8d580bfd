import Vocabulary

extension FormulaChecker {
  /// One value or a column of the demanded type; a set is never taken for its members.
  static func demand(_ demand: TypeDemand, of part: CheckedPart) throws(FormulaFault) {
    let fits =
      switch demand {
      case .scalar(let type): part.type.scalar == type && part.type.shape != .set
      case .numberOrDay:
        (part.type.scalar == .number || part.type.scalar == .day) && part.type.shape != .set
      case .single: part.type.shape == .single
      case .many: part.type.shape != .single
      case .same(let type): part.type.scalar == type.scalar && part.type.shape != .set
      }
    guard fits else { throw FormulaFault(.wrongType(part.type, expected: demand), at: part.place) }
  }

  /// Both of one scalar type, none a set.
  static func demandSame(_ left: CheckedPart, _ right: CheckedPart) throws(FormulaFault) {
    if left.type.shape == .set {
      throw FormulaFault(.wrongType(left.type, expected: .single), at: left.place)
    }
    guard right.type.shape != .set, left.type.scalar == right.type.scalar else {
      throw FormulaFault(
        .wrongType(right.type, expected: .same(FormulaType(left.type.scalar))), at: right.place)
    }
  }

  /// A text that is compared with a choice is one of its codes.
  static func demandChoice(_ left: CheckedPart, _ right: CheckedPart) throws(FormulaFault) {
    for (choice, written) in [(left, right), (right, left)] {
      guard !choice.choices.isEmpty, let text = written.writtenText, !choice.choices.contains(text) else {
        continue
      }
      let nearest = NearestName.of(text, among: choice.choices)
      throw FormulaFault(.unknownChoice(text, nearest: nearest), at: written.place)
    }
  }

  /// The unit of two numbers that are added or compared: the same, or one of them plain.
  static func common(
    _ left: CheckedPart, _ right: CheckedPart, at place: TextPlace
  ) throws(FormulaFault) -> UnitOfMeasure {
    if left.unit == right.unit || right.unit.isPlain { return left.unit }
    if left.unit.isPlain { return right.unit }
    throw FormulaFault(.differentUnits(left.unit, right.unit), at: place)
  }

  /// A column when one of the parts is a column: the others stand beside each of its rows.
  static func commonShape(_ parts: [CheckedPart]) throws(FormulaFault) -> FormulaType.Shape {
    var shape = FormulaType.Shape.single
    for part in parts {
      guard case .column(let table) = part.type.shape else { continue }
      if case .column(let other) = shape, other != table {
        throw FormulaFault(.differentTables(other, table), at: part.place)
      }
      shape = part.type.shape
    }
    return shape
  }
}
