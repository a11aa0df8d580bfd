import Vocabulary

/// What the digits alone can tell. Each takes the digits from left to right, as numbers from 0 to 9.
enum CheckDigits {
  static let cpfDigits = 11
  static let nisDigits = 11
  static let healthCardDigits = 15

  /// Two check digits, each by the weights 10 9 8 … 2 (then 11 10 9 … 2), the rest of ten times the sum by 11.
  static func isCPF(_ digits: [UInt8]) -> Bool {
    guard digits.count == cpfDigits, !areAllEqual(digits) else { return false }
    for position in 9...10 {
      let sum = (0..<position).reduce(0) { $0 + Int(digits[$1]) * (position + 1 - $1) }
      guard sum * 10 % 11 % 10 == Int(digits[position]) else { return false }
    }
    return true
  }

  static func isNIS(_ digits: [UInt8]) -> Bool {
    guard digits.count == nisDigits, !areAllEqual(digits) else { return false }
    return NIS.hasRightCheckDigit(digits.reduce(0) { $0 * 10 + UInt64($1) })
  }

  /// The weighted sum 15 14 … 1 is divisible by 11. A card that begins with 1 or 2 is made of a PIS, then 000 or 001
  /// before the last digit; 7, 8 and 9 begin provisional ones. Source: Ministério da Saúde, routine for the CNS.
  static func isHealthCard(_ digits: [UInt8]) -> Bool {
    guard digits.count == healthCardDigits, !areAllEqual(digits) else { return false }
    switch digits[0] {
    case 1, 2: guard digits[11] == 0, digits[12] == 0, digits[13] <= 1 else { return false }
    case 7, 8, 9: break
    default: return false
    }
    let sum = digits.enumerated().reduce(0) { $0 + Int($1.element) * (healthCardDigits - $1.offset) }
    return sum % 11 == 0
  }

  private static func areAllEqual(_ digits: [UInt8]) -> Bool { digits.allSatisfy { $0 == digits[0] } }
}
