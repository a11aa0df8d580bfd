import Vocabulary

/// A tree to a checked formula: finds the items, and whether types and units fit one another.
struct FormulaChecker {
  private let known: KnownItems
  private(set) var inputs: [FormulaInput] = []
  private(set) var places: [TextPlace] = []
  private var indexes: [FormulaInput: Int] = [:]

  init(_ known: KnownItems) {
    self.known = known
  }

  mutating func part(_ tree: FormulaTree, _ change: InputChange) throws(FormulaFault) -> CheckedPart {
    let place = tree.place
    switch tree.kind {
    case .number(let number):
      return CheckedPart(
        node: .constant(.number(number)), type: FormulaType(.number),
        writtenWhole: number.isWhole ? number.numerator : nil, place: place)
    case .text(let text):
      return CheckedPart(
        node: .constant(.text(text)), type: FormulaType(.text), writtenText: text, place: place)
    case .day(let day):
      return CheckedPart(node: .constant(.day(day)), type: FormulaType(.day), place: place)
    case .truth(let truth):
      return CheckedPart(node: .constant(.truth(truth)), type: FormulaType(.truth), place: place)
    case .item(let key):
      return try item(key, change, at: place)
    case .modified(let operand, let modifiers):
      if operand.items.isEmpty, let first = modifiers.first {
        throw FormulaFault(.modifierWithoutItem(first.label), at: first.place)
      }
      return try part(operand, change.adding(modifiers))
    case .signed(let sign, let operand):
      return try signed(sign, part(operand, change), at: place)
    case .chain(let first, let links):
      var chain = try part(first, change)
      let firstNode = chain.node
      var checked: [CheckedLink] = []
      for link in links {
        let operand = try part(link.operand, change)
        chain = try joined(chain, link, operand)
        checked.append(CheckedLink(operator: link.operator, operand: operand.node, place: link.place))
      }
      chain.node = .chain(firstNode, checked, givesColumn: chain.type.shape.isColumn)
      return chain
    case .call(let function, let arguments):
      var parts: [CheckedPart] = []
      for argument in arguments { parts.append(try part(argument, change)) }
      return try call(function, parts, at: place)
    }
  }

  private mutating func item(
    _ key: ItemKey, _ change: InputChange, at place: TextPlace
  ) throws(FormulaFault) -> CheckedPart {
    guard let item = known[key] else {
      throw FormulaFault(.unknownItem(key.description, nearest: known.nearest(to: key)), at: place)
    }
    for modifier in change.modifiers where !item.allows(modifier.change) {
      throw FormulaFault(.modifierNotAllowed(modifier.label, item: key.description), at: modifier.place)
    }
    guard abs(change.offset) <= FormulaLimits.offsetPeriods else {
      throw FormulaFault(.offsetTooFar, at: place)
    }
    let input = FormulaInput(item, change)
    let index: Int
    if let known = indexes[input] {
      index = known
    } else {
      index = inputs.count
      indexes[input] = index
      inputs.append(input)
      places.append(place)
    }
    return CheckedPart(
      node: .input(index), type: item.type, unit: item.unit, choices: item.choices, place: place)
  }

  private func signed(
    _ sign: FormulaSign, _ operand: CheckedPart, at place: TextPlace
  ) throws(FormulaFault) -> CheckedPart {
    try Self.demand(.scalar(sign == .not ? .truth : .number), of: operand)
    var whole = operand.writtenWhole
    if sign == .minus { whole = whole.map { -$0 } }
    return CheckedPart(
      node: .signed(sign, operand.node, place), type: operand.type, unit: operand.unit,
      isExact: operand.isExact, writtenWhole: whole, place: place)
  }

  /// What is known of a chain with one more link; its node is made when the chain has come to its end. A
  /// chain of comparisons compares a truth, which is refused as any wrong type.
  private func joined(
    _ left: CheckedPart, _ link: FormulaTree.Link, _ right: CheckedPart
  ) throws(FormulaFault) -> CheckedPart {
    var scalar = ScalarType.number
    var unit = UnitOfMeasure.plain
    var isExact = left.isExact && right.isExact
    switch link.operator {
    case .or, .and:
      try Self.demand(.scalar(.truth), of: left)
      try Self.demand(.scalar(.truth), of: right)
      scalar = .truth
    case .equal, .unequal:
      try Self.demandSame(left, right)
      try Self.demandChoice(left, right)
      unit = try Self.common(left, right, at: link.place)
      (scalar, unit) = (.truth, .plain)
    case .less, .greater, .notGreater, .notLess:
      try Self.demand(.numberOrDay, of: left)
      try Self.demandSame(left, right)
      unit = try Self.common(left, right, at: link.place)
      (scalar, unit) = (.truth, .plain)
    case .plus, .minus, .remainder:
      try Self.demandNumbers(left, right)
      unit = try Self.common(left, right, at: link.place)
    case .times:
      try Self.demandNumbers(left, right)
      unit = left.unit.multiplied(by: right.unit)
    case .over:
      try Self.demandNumbers(left, right)
      unit = left.unit.multiplied(by: right.unit, power: -1)
    case .power:
      try Self.demandNumbers(left, right)
      unit = try Self.unit(of: left, raisedTo: right, at: link.place)
      if right.writtenWhole == nil { isExact = false }
    }
    let shape = try Self.commonShape([left, right])
    return CheckedPart(
      node: left.node, type: FormulaType(scalar, shape), unit: unit, isExact: isExact, place: left.place)
  }

  private static func demandNumbers(_ left: CheckedPart, _ right: CheckedPart) throws(FormulaFault) {
    try demand(.scalar(.number), of: left)
    try demand(.scalar(.number), of: right)
  }

  /// A number with a unit has only powers that say how often; any other power is of plain numbers.
  private static func unit(
    of base: CheckedPart, raisedTo exponent: CheckedPart, at place: TextPlace
  ) throws(FormulaFault) -> UnitOfMeasure {
    if !exponent.unit.isPlain { throw FormulaFault(.differentUnits(exponent.unit, .plain), at: place) }
    if base.unit.isPlain { return .plain }
    guard let power = exponent.writtenWhole, (-9...9).contains(power) else {
      throw FormulaFault(.differentUnits(base.unit, .plain), at: place)
    }
    return UnitOfMeasure.plain.multiplied(by: base.unit, power: Int(power))
  }
}
