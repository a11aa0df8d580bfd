import Vocabulary

extension Evaluator {
  /// One row of a function that takes columns row by row.
  func called(
    _ function: FormulaFunction, _ row: [ScalarValue?], at place: TextPlace
  ) throws(FormulaFault) -> ScalarValue? {
    switch function {
    case .if:
      guard case .truth(let isMet) = row[0] else { return nil }
      return isMet ? row[1] : row[2]
    case .isNull: return .truth(row[0] == nil)
    case .isNotNull: return .truth(row[0] != nil)
    case .firstNonNull:
      for case let value? in row { return value }
      return nil
    case .greatest, .least: return extreme(row, isGreatest: function == .greatest)
    case .is: return membership(of: row[0], among: Array(row.dropFirst()))
    case .days, .age:
      guard case .day(let first) = row[0], case .day(let second) = row[1] else { return nil }
      if function == .days { return .number(ExactNumber(Int64(second.days(since: first)))) }
      return second < first ? nil : .number(ExactNumber(Int64(second.completedYears(since: first))))
    default:
      guard case .number(let number) = row[0] else { return nil }
      return try computed(function, number, places: row.count > 1 ? row[1] : nil, at: place).map {
        .number($0)
      }
    }
  }

  private func computed(
    _ function: FormulaFunction, _ number: ExactNumber, places: ScalarValue?, at place: TextPlace
  ) throws(FormulaFault) -> ExactNumber? {
    switch function {
    case .abs: return number.magnitude
    case .floor: return number.floored
    case .ceil: return number.ceiled
    case .log: return number.naturalLogarithm
    case .log10: return number.decimalLogarithm
    default:
      var count = 0
      if case .number(let written) = places { count = Int(written.numerator) }
      guard let rounded = number.rounded(places: count) else { throw FormulaFault(.overflow, at: place) }
      return rounded
    }
  }

  /// A function that makes one value, or one set, of all its arguments poured together.
  func gathered(
    _ function: FormulaFunction, _ operands: [FormulaValue?], missingIsZero: Bool, at place: TextPlace
  ) throws(FormulaFault) -> FormulaValue? {
    if function == .contains {
      guard let operand = operands[0], case .one(let needle) = operands[1] else { return nil }
      return membership(of: needle, among: Self.members(of: operand)).map { .one($0) }
    }
    var members: [ScalarValue] = []
    var hasMissing = false
    for operand in operands {
      guard let operand else {
        hasMissing = true
        continue
      }
      for member in Self.members(of: operand) {
        if let member { members.append(member) } else { hasMissing = true }
      }
    }
    if hasMissing, !leavesMissingOut { return nil }
    switch function {
    case .count: return .number(ExactNumber(Int64(members.count { $0 != .truth(false) })))
    case .union: return .set(Self.distinct(members))
    case .min, .max:
      return extreme(members.map { Optional($0) }, isGreatest: function == .max).map { .one($0) }
    default:
      // A table without rows adds up to zero; values that are all missing do not, except where missing is
      // zero.
      if members.isEmpty, function == .avg || (hasMissing && !missingIsZero) { return nil }
      let sum = try Self.sum(members, at: place)
      guard function == .avg else { return .number(sum) }
      guard let average = sum.divided(by: ExactNumber(Int64(members.count))) else {
        throw FormulaFault(.overflow, at: place)
      }
      return .number(average)
    }
  }

  private static func members(of value: FormulaValue) -> [ScalarValue?] {
    switch value {
    case .one(let value): [value]
    case .set(let values): distinct(values).map { Optional($0) }
    case .column(let values): values
    }
  }

  private static func distinct(_ values: [ScalarValue]) -> [ScalarValue] {
    var seen: Set<ScalarValue> = []
    var distinct: [ScalarValue] = []
    for value in values where seen.insert(value).inserted { distinct.append(value) }
    return distinct
  }

  private static func sum(_ members: [ScalarValue], at place: TextPlace) throws(FormulaFault) -> ExactNumber {
    var sum = ExactNumber.zero
    for case .number(let number) in members {
      guard let next = sum.adding(number) else { throw FormulaFault(.overflow, at: place) }
      sum = next
    }
    return sum
  }

  private func extreme(_ values: [ScalarValue?], isGreatest: Bool) -> ScalarValue? {
    var extreme: ScalarValue?
    for value in values {
      guard let value else {
        if leavesMissingOut { continue }
        return nil
      }
      if let known = extreme, isGreatest ? !Self.isLess(known, value) : !Self.isLess(value, known) {
        continue
      }
      extreme = value
    }
    return extreme
  }

  /// True when one is the same; unknown when none is, and one of them is unknown.
  private func membership(of needle: ScalarValue?, among members: [ScalarValue?]) -> ScalarValue? {
    guard let needle else { return nil }
    var hasMissing = false
    for member in members {
      guard let member else {
        hasMissing = true
        continue
      }
      if member == needle { return .truth(true) }
    }
    return hasMissing && !leavesMissingOut ? nil : .truth(false)
  }
}
