/// The operators between two values. Those of one level are worked off from left to right, `^` too: `2^3^2`
/// is 64.
public enum FormulaOperator: String, CaseIterable, Hashable, Sendable {
  case or, and
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case greater = ">"
  case notGreater = "<="
  case notLess = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case remainder = "%"
  case power = "^"

  /// The higher, the tighter. Signs stand between `*` and `^`, so that `-3^2` is −9.
  public var level: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .unequal: 3
    case .less, .greater, .notGreater, .notLess: 4
    case .plus, .minus: 5
    case .times, .over, .remainder: 6
    case .power: 8
    }
  }

  static let signLevel = 7
}

/// The operators before one value.
public enum FormulaSign: String, CaseIterable, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case not = "!"
}
