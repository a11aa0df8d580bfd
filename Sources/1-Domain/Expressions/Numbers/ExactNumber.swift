public import Vocabulary

/// A number of the formula language: a whole number above the line and one below it, in lowest terms, so that
/// neither `0.1 + 0.2` nor a third of a real loses anything on the way. No binary fraction occurs anywhere.
///
/// Both parts are below 2^127 (38 digits). What does not fit is nil here and `formula.overflow` in a formula;
/// it never traps.
public struct ExactNumber: Sendable {
  public let numerator: Int128
  /// Above zero; one for whole numbers.
  public let denominator: Int128
  /// False once a logarithm or a root had a part in it: then the value is good to `inexactDigits` digits.
  public let isExact: Bool

  private init(reducedNumerator numerator: Int128, denominator: Int128, isExact: Bool) {
    self.numerator = numerator
    self.denominator = denominator
    self.isExact = isExact
  }

  public init(_ whole: Int64) {
    self.init(reducedNumerator: Int128(whole), denominator: 1, isExact: true)
  }

  /// Nil when the denominator is zero or the number, in lowest terms, does not fit.
  public init?(_ numerator: Int128, over denominator: Int128, isExact: Bool = true) {
    // The least Int128 has no opposite; it is beyond the limit by one.
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(
      reducedNumerator: sign * (numerator / divisor), denominator: sign * (denominator / divisor),
      isExact: isExact)
  }

  /// Nil beyond 38 decimal places.
  public init?(_ decimal: FixedDecimal) {
    guard let scale = Self.powerOfTen(decimal.places) else { return nil }
    self.init(Int128(decimal.units), over: scale)
  }

  /// The amount in reais.
  public init(_ amount: Cents) {
    let divisor = Int128(Self.greatestCommonDivisor(Int128(amount.count).magnitude, 100))
    self.init(
      reducedNumerator: Int128(amount.count) / divisor, denominator: 100 / divisor, isExact: true)
  }

  /// Nil when the denominator is zero: missing is not zero.
  public init?(_ ratio: Ratio) {
    self.init(Int128(ratio.numerator), over: Int128(ratio.denominator))
  }

  public static let zero = Self(0)
  public static let one = Self(1)

  public var isZero: Bool { numerator == 0 }
  public var isWhole: Bool { denominator == 1 }

  /// The same value, marked as one that a logarithm or a root had a part in.
  var marked: Self { Self(reducedNumerator: numerator, denominator: denominator, isExact: false) }

  /// 10^`exponent`; nil below zero or when it does not fit.
  static func powerOfTen(_ exponent: Int) -> Int128? {
    guard (0...38).contains(exponent) else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// Of two numbers, the second not zero.
  static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 {
      // Two short numbers go on in one register: most numbers are short, and division of long ones is slow.
      if left <= UInt128(UInt64.max), right <= UInt128(UInt64.max) {
        var (short, shorter) = (UInt64(left), UInt64(right))
        while shorter != 0 { (short, shorter) = (shorter, short % shorter) }
        return UInt128(short)
      }
      (left, right) = (right, left % right)
    }
    return left
  }
}

/// Two numbers are equal when their values are, however they came to be.
extension ExactNumber: Hashable, Comparable {
  public static func == (left: Self, right: Self) -> Bool {
    left.numerator == right.numerator && left.denominator == right.denominator
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }

  /// Whole parts first, then the upside-down rests: never a product, so nothing can overflow.
  public static func < (left: Self, right: Self) -> Bool {
    var (top, bottom) = (left.numerator, left.denominator)
    var (otherTop, otherBottom) = (right.numerator, right.denominator)
    while true {
      let whole = floored(top, by: bottom)
      let otherWhole = floored(otherTop, by: otherBottom)
      if whole != otherWhole { return whole < otherWhole }
      let rest = self.rest(top, by: bottom)
      let otherRest = self.rest(otherTop, by: otherBottom)
      // Both rests lie in 0..<1. Of the upside-down rests the smaller belongs to the greater number.
      if otherRest == 0 { return false }
      if rest == 0 { return true }
      (top, bottom, otherTop, otherBottom) = (otherBottom, otherRest, bottom, rest)
    }
  }

  static func floored(_ top: Int128, by bottom: Int128) -> Int128 {
    let quotient = top / bottom
    return top % bottom < 0 ? quotient - 1 : quotient
  }

  /// What is above the floor, from zero to below `bottom`.
  private static func rest(_ top: Int128, by bottom: Int128) -> Int128 {
    let rest = top % bottom
    return rest < 0 ? rest + bottom : rest
  }
}
