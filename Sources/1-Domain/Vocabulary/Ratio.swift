/// A numerator and a denominator that stay together; division happens last and only for display.
/// A zero denominator gives no value, never zero.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int64
  public let denominator: Int64

  public init(_ numerator: Int64, of denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `numerator / denominator` times 10^`shift`, rounded half away from zero at `places`
  /// (half up, as the acts say; see docs/quirks.md). Nil when the denominator is zero or the result does not fit.
  public func rounded(places: Int, shift: Int = 0) -> FixedDecimal? {
    guard denominator != 0 else { return nil }
    var top = Int128(numerator)
    var bottom = Int128(denominator)
    let power = places + shift
    for _ in 0..<abs(power) {
      if power > 0 { top *= 10 } else { bottom *= 10 }
    }
    if bottom < 0 {
      top = -top
      bottom = -bottom
    }
    let half = bottom / 2 + (bottom % 2 == 0 ? 0 : 1)
    var quotient = top / bottom
    let rest = (top % bottom).magnitude
    if rest >= half.magnitude, rest > 0 { quotient += top < 0 ? -1 : 1 }
    guard let units = Int64(exactly: quotient) else { return nil }
    return FixedDecimal(units, places: places)
  }
}
