extension ExactNumber {
  /// Over the least common denominator. Nil when a part of the way there does not fit.
  public func adding(_ other: Self) -> Self? {
    guard let common = common(with: other) else { return nil }
    let (sum, isOver) = common.left.addingReportingOverflow(common.right)
    guard !isOver else { return nil }
    return Self(sum, over: common.denominator, isExact: isExact && other.isExact)
  }

  public func subtracting(_ other: Self) -> Self? {
    adding(other.negated)
  }

  /// Factors are cancelled crosswise first, so that only a result that does not fit is nil.
  public func multiplied(by other: Self) -> Self? {
    let first = Int128(Self.greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let second = Int128(Self.greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    let (top, isTopOver) = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
    let (bottom, isBottomOver) =
      (denominator / second).multipliedReportingOverflow(by: other.denominator / first)
    guard !isTopOver, !isBottomOver else { return nil }
    return Self(top, over: bottom, isExact: isExact && other.isExact)
  }

  /// Nil when the result does not fit, and for a divisor of zero, which is to be looked at before.
  public func divided(by other: Self) -> Self? {
    guard let upsideDown = Self(other.denominator, over: other.numerator, isExact: other.isExact) else {
      return nil
    }
    return multiplied(by: upsideDown)
  }

  /// What remains after dividing as often as it goes whole; it has the sign of the dividend: −7 by 3 leaves
  /// −1. Nil as in `divided`.
  public func remainder(dividedBy other: Self) -> Self? {
    guard !other.isZero, let common = common(with: other) else { return nil }
    return Self(common.left % common.right, over: common.denominator, isExact: isExact && other.isExact)
  }

  public var negated: Self {
    // Neither part is ever the least Int128, so both have an opposite and the fraction stays in lowest terms.
    Self(-numerator, over: denominator, isExact: isExact) ?? self
  }

  public var magnitude: Self { numerator < 0 ? negated : self }

  /// To a whole power, by squaring; 0^0 is 1. Nil when the result does not fit, and for zero to a negative
  /// power.
  func raised(toWhole exponent: Int128) -> Self? {
    var base = self
    if exponent < 0 {
      guard let upsideDown = Self(denominator, over: numerator, isExact: isExact) else { return nil }
      base = upsideDown
    }
    var rest = exponent.magnitude
    var power = isExact ? Self.one : Self.one.marked
    while rest > 0 {
      if rest % 2 == 1 {
        guard let next = power.multiplied(by: base) else { return nil }
        power = next
      }
      rest /= 2
      if rest > 0 {
        guard let square = base.multiplied(by: base) else { return nil }
        base = square
      }
    }
    return power
  }

  /// Both numerators over the least common denominator.
  private func common(with other: Self) -> (left: Int128, right: Int128, denominator: Int128)? {
    let divisor = Int128(
      Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let widening = other.denominator / divisor
    let (left, isLeftOver) = numerator.multipliedReportingOverflow(by: widening)
    let (right, isRightOver) = other.numerator.multipliedReportingOverflow(by: denominator / divisor)
    let (bottom, isBottomOver) = denominator.multipliedReportingOverflow(by: widening)
    // The least Int128 has no opposite, so that dividing it can overflow too.
    guard !isLeftOver, !isRightOver, !isBottomOver, left != .min, right != .min else { return nil }
    return (left, right, bottom)
  }
}
