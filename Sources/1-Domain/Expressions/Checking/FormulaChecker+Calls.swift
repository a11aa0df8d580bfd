import Vocabulary

extension FormulaChecker {
  func call(
    _ function: FormulaFunction, _ parts: [CheckedPart], at place: TextPlace
  ) throws(FormulaFault) -> CheckedPart {
    for (index, part) in parts.enumerated() {
      try Self.demand(function.signature.parameter(index), of: part, after: parts[0])
    }
    var scalar = ScalarType.number
    var shape = function.isRowByRow ? try Self.commonShape(parts) : .single
    var unit = UnitOfMeasure.plain
    var isExact = true
    for part in parts where !part.isExact { isExact = false }
    switch function {
    case .if:
      try Self.demandAlike(Array(parts.dropFirst()), at: place)
      (scalar, unit) = (parts[1].type.scalar, try Self.common(Array(parts.dropFirst()), at: place))
      if parts[1].type.shape == .set { shape = try Self.setShape(parts, condition: parts[0]) }
    case .firstNonNull:
      try Self.demandAlike(parts, at: place)
      (scalar, unit) = (parts[0].type.scalar, try Self.common(parts, at: place))
      if parts[0].type.shape == .set { shape = .set }
    case .isNull, .isNotNull:
      scalar = .truth
    case .greatest, .least, .min, .max, .sum, .avg:
      try Self.demandOneScalar(parts)
      (scalar, unit) = (parts[0].type.scalar, try Self.common(parts, at: place))
    case .round, .floor, .ceil, .abs:
      unit = parts[0].unit
      if function == .round, parts.count > 1 { try Self.demandPlaces(parts[1]) }
    case .log, .log10:
      isExact = false
      if !parts[0].unit.isPlain {
        throw FormulaFault(.differentUnits(parts[0].unit, .plain), at: parts[0].place)
      }
    case .count:
      try Self.demandOneScalar(parts)
    case .contains, .is:
      scalar = .truth
      try Self.demandNeedle(parts, of: function)
      for part in parts.dropFirst() {
        try Self.demandChoice(parts[0], part)
        _ = try Self.common(parts[0], part, at: part.place)
      }
    case .union:
      try Self.demandOneScalar(parts)
      (scalar, unit) = (parts[0].type.scalar, try Self.common(parts, at: place))
      shape = .set
    case .days: unit = .days
    case .age: unit = .years
    }
    var nodes: [CheckedNode] = []
    for part in parts { nodes.append(part.node) }
    let isChoice = function == .if && !shape.isColumn
    let node: CheckedNode =
      isChoice
      ? .choice(nodes[0], nodes[1], nodes[2])
      : .call(function, nodes, place, givesColumn: shape.isColumn)
    return CheckedPart(
      node: node, type: FormulaType(scalar, shape), unit: unit, isExact: isExact,
      choices: function == .union ? Self.choices(of: parts) : [], place: place)
  }

  /// Whether an argument is what its place asks for by itself; what the arguments have to do with one another
  /// is seen by the function.
  private static func demand(
    _ parameter: FormulaFunction.Parameter, of part: CheckedPart, after first: CheckedPart
  ) throws(FormulaFault) {
    switch parameter {
    case .truth: try demand(.scalar(.truth), of: part)
    case .number: try demand(.scalar(.number), of: part)
    case .day: try demand(.scalar(.day), of: part)
    case .numberOrDay: try demand(.numberOrDay, of: part)
    case .set: try demand(.many, of: part)
    case .numbers where part.type.scalar != .number:
      throw FormulaFault(.wrongType(part.type, expected: .scalar(.number)), at: part.place)
    case .numbersOrDays where part.type.scalar != .number && part.type.scalar != .day:
      throw FormulaFault(.wrongType(part.type, expected: .numberOrDay), at: part.place)
    case .member where part.type.scalar != first.type.scalar || part.type.shape == .set:
      throw FormulaFault(
        .wrongType(part.type, expected: .same(FormulaType(first.type.scalar))), at: part.place)
    case .any, .same, .numbers, .numbersOrDays, .values, .member, .places: break
    }
  }

  /// Of one scalar type; either all sets or none.
  private static func demandAlike(_ parts: [CheckedPart], at place: TextPlace) throws(FormulaFault) {
    let first = parts[0].type
    for part in parts.dropFirst() {
      guard part.type.scalar == first.scalar, (part.type.shape == .set) == (first.shape == .set) else {
        throw FormulaFault(.wrongType(part.type, expected: .same(first)), at: part.place)
      }
    }
  }

  private static func demandOneScalar(_ parts: [CheckedPart]) throws(FormulaFault) {
    let first = FormulaType(parts[0].type.scalar)
    for part in parts where part.type.scalar != first.scalar {
      throw FormulaFault(.wrongType(part.type, expected: .same(first)), at: part.place)
    }
  }

  /// What is looked for is one value: for `contains` in its set, for `is` among values, row by row if there
  /// are rows.
  private static func demandNeedle(_ parts: [CheckedPart], of function: FormulaFunction) throws(FormulaFault)
  {
    if function == .contains {
      try demand(.single, of: parts[1])
    } else if parts[0].type.shape == .set {
      try demand(.single, of: parts[0])
    }
  }

  /// A choice between two sets is made once, not row by row.
  private static func setShape(
    _ parts: [CheckedPart], condition: CheckedPart
  ) throws(FormulaFault) -> FormulaType.Shape {
    try demand(.single, of: condition)
    return .set
  }

  private static func demandPlaces(_ part: CheckedPart) throws(FormulaFault) {
    let limit = Int128(FormulaLimits.places)
    guard let places = part.writtenWhole, (-limit...limit).contains(places) else {
      throw FormulaFault(.placesNotConstant, at: part.place)
    }
  }

  /// The one unit of all, plain numbers aside.
  private static func common(_ parts: [CheckedPart], at place: TextPlace) throws(FormulaFault)
    -> UnitOfMeasure
  {
    var common = parts[0]
    for part in parts.dropFirst() { common.unit = try Self.common(common, part, at: part.place) }
    return common.unit
  }

  private static func choices(of parts: [CheckedPart]) -> [String] {
    var choices: [String] = []
    for part in parts {
      // One of them free text: then anything can be in the union.
      if part.choices.isEmpty { return [] }
      for choice in part.choices where !choices.contains(choice) { choices.append(choice) }
    }
    return choices
  }
}
