import Vocabulary

/// Computes a checked tree. All parts of it are computed, whatever their order, so that a fault does not
/// depend on values beside it; only `if` leaves out the branch that is not taken.
struct Evaluator {
  let inputs: [FormulaInput]
  let values: [FormulaValue?]
  /// Whether functions over several values leave missing ones out, or have no value because of them.
  let leavesMissingOut: Bool

  func value(of node: CheckedNode, missingIsZero: Bool) throws(FormulaFault) -> FormulaValue? {
    switch node {
    case .constant(let value): return .one(value)
    case .input(let index):
      if values[index] == nil, missingIsZero, inputs[index].type == FormulaType(.number) {
        return .number(.zero)
      }
      return values[index]
    case .signed(let sign, let operand, let place):
      let value = try value(of: operand, missingIsZero: missingIsZero)
      return try rowByRow([value], givesColumn: false, at: place) { (row) throws(FormulaFault) in
        row[0].map { Self.signed(sign, $0) }
      }
    case .chain(let first, let links, let givesColumn):
      var operands = [try value(of: first, missingIsZero: missingIsZero)]
      for link in links { operands.append(try value(of: link.operand, missingIsZero: missingIsZero)) }
      return try rowByRow(operands, givesColumn: givesColumn, at: links[0].place) {
        (row) throws(FormulaFault) in
        try Self.chained(row, links)
      }
    case .choice(let condition, let yes, let no):
      guard case .one(.truth(let isMet)) = try value(of: condition, missingIsZero: missingIsZero) else {
        return nil
      }
      return try value(of: isMet ? yes : no, missingIsZero: missingIsZero)
    case .call(let function, let arguments, let place, let givesColumn):
      let isZero = missingIsZero && !function.keepsMissing
      var operands: [FormulaValue?] = []
      for argument in arguments { operands.append(try value(of: argument, missingIsZero: isZero)) }
      if !function.isRowByRow {
        return try gathered(function, operands, missingIsZero: missingIsZero, at: place)
      }
      if function == .isNull || function == .isNotNull || function == .firstNonNull,
        Self.hasNoColumn(operands),
        !givesColumn
      {
        return Self.looked(function, operands)
      }
      return try rowByRow(operands, givesColumn: givesColumn, at: place) { (row) throws(FormulaFault) in
        try called(function, row, at: place)
      }
    }
  }

  /// Computes once, or, when there are columns, for each of their rows, with single values beside each. What
  /// should give a column has no value when none of its columns is there.
  private func rowByRow(
    _ operands: [FormulaValue?], givesColumn: Bool, at place: TextPlace,
    _ compute: ([ScalarValue?]) throws(FormulaFault) -> ScalarValue?
  ) throws(FormulaFault) -> FormulaValue? {
    var rows: Int?
    for case .column(let values)? in operands {
      if let rows, rows != values.count { throw FormulaFault(.unequalColumns, at: place) }
      rows = values.count
    }
    guard let rows else {
      if givesColumn { return nil }
      return try compute(operands.map { Self.scalar($0, 0) }).map { .one($0) }
    }
    var column: [ScalarValue?] = []
    for row in 0..<rows { column.append(try compute(operands.map { Self.scalar($0, row) })) }
    return .column(column)
  }

  private static func scalar(_ operand: FormulaValue?, _ row: Int) -> ScalarValue? {
    switch operand {
    case .one(let value): value
    case .column(let values): values[row]
    case .set, nil: nil
    }
  }

  private static func hasNoColumn(_ operands: [FormulaValue?]) -> Bool {
    for case .column? in operands { return false }
    return true
  }

  /// Whether there is a value, for values of any shape that are no columns.
  private static func looked(_ function: FormulaFunction, _ operands: [FormulaValue?]) -> FormulaValue? {
    switch function {
    case .isNull: return .truth(operands[0] == nil)
    case .isNotNull: return .truth(operands[0] != nil)
    default:
      for case let operand? in operands { return operand }
      return nil
    }
  }
}
