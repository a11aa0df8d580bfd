/// What has no exact value: logarithms and powers that are not whole. Results are decimals, rounded half up,
/// marked as not exact, and the same on every machine.
extension ExactNumber {
  /// Decimal places of a logarithm, and digits of a power that is not whole.
  public static let inexactDigits = 12
  /// Exponents that are not whole reach from minus to plus this.
  public static let greatestBrokenExponent: Int64 = 100
  /// A power that is not whole is zero when it is smaller than 10 to minus this.
  static let smallestPowerPlaces = 24
  /// A power that is not whole must be below 10 to this.
  static let greatestPowerPlaces = 37

  /// What a logarithm or a power gives when it gives a number at all.
  enum Result {
    case number(ExactNumber)
    /// There is no such number: the logarithm of zero, the root of a negative number, zero to a negative
    /// power.
    case undefined
    /// It does not fit.
    case overflow
  }

  /// nil for zero and below, which have no logarithm.
  var naturalLogarithm: Self? {
    guard numerator > 0 else { return nil }
    let (isNegative, magnitude) = FixedPoint.ln(numerator.magnitude, over: denominator.magnitude)
    return Self.decimal(magnitude, isNegative: isNegative)
  }

  /// nil for zero and below, which have no logarithm.
  var decimalLogarithm: Self? {
    guard numerator > 0 else { return nil }
    let (isNegative, magnitude) = FixedPoint.ln(numerator.magnitude, over: denominator.magnitude)
    return Self.decimal(magnitude / FixedPoint.lnOfTen, isNegative: isNegative)
  }

  func raised(to exponent: Self) -> Result {
    if exponent.isWhole {
      if isZero, exponent.numerator < 0 { return .undefined }
      guard let power = raised(toWhole: exponent.numerator) else { return .overflow }
      return .number(exponent.isExact ? power : power.marked)
    }
    if isZero { return exponent.numerator < 0 ? .undefined : .number(Self.zero.marked) }
    if numerator < 0 { return .undefined }
    guard exponent.magnitude <= Self(Self.greatestBrokenExponent) else { return .overflow }
    return brokenPower(exponent)
  }

  /// By the decimal logarithm of the result, split into its whole part, which moves the point, and the rest,
  /// which makes the digits.
  private func brokenPower(_ exponent: Self) -> Result {
    let (isBaseBelowOne, ofBase) = FixedPoint.ln(numerator.magnitude, over: denominator.magnitude)
    let factor = FixedPoint(exponent.numerator.magnitude, over: exponent.denominator.magnitude)
    let logarithm = ofBase / FixedPoint.lnOfTen * factor
    let isNegative = isBaseBelowOne != (exponent.numerator < 0)
    var pointShift = Int(logarithm.whole)
    var rest = logarithm.fraction
    if isNegative {
      pointShift = -pointShift
      if rest.bits > 0 {
        pointShift -= 1
        rest = FixedPoint.one - rest
      }
    }
    guard pointShift < Self.greatestPowerPlaces else { return .overflow }
    guard pointShift >= -Self.smallestPowerPlaces else { return .number(Self.zero.marked) }
    let digits = Int128((rest * FixedPoint.lnOfTen).exponential.units(decimalPlaces: Self.inexactDigits - 1))
    let places = Self.inexactDigits - 1 - pointShift
    if places >= 0 {
      guard let scale = Self.powerOfTen(places), let power = Self(digits, over: scale, isExact: false) else {
        return .overflow
      }
      return .number(power)
    }
    guard let scale = Self.powerOfTen(-places) else { return .overflow }
    let (whole, isOver) = digits.multipliedReportingOverflow(by: scale)
    guard !isOver, let power = Self(whole, over: 1, isExact: false) else { return .overflow }
    return .number(power)
  }

  private static func decimal(_ magnitude: FixedPoint, isNegative: Bool) -> Self? {
    let units = Int128(magnitude.units(decimalPlaces: inexactDigits))
    guard let scale = powerOfTen(inexactDigits) else { return nil }
    return Self(isNegative ? -units : units, over: scale, isExact: false)
  }
}
