public import Vocabulary

extension ExactNumber {
  /// To `places` decimal places, half away from zero: half up, as the acts say (docs/quirks.md). Negative
  /// places round to tens, hundreds and so on. Nil when the result does not fit.
  public func rounded(places: Int) -> Self? {
    guard places >= 0 else {
      guard let ten = Self.powerOfTen(-places), let scale = Self(ten, over: 1) else { return nil }
      return divided(by: scale)?.rounded(places: 0)?.multiplied(by: scale)
    }
    guard let scale = Self.powerOfTen(places) else { return nil }
    if scale % denominator == 0 { return self }
    guard let units = units(places: places) else { return nil }
    return Self(units, over: scale, isExact: isExact)
  }

  /// Rounded as above, with its places kept for showing; nil when it does not fit in 64 bits.
  public func fixed(places: Int) -> FixedDecimal? {
    guard let units = units(places: places), let short = Int64(exactly: units) else { return nil }
    return FixedDecimal(short, places: places)
  }

  /// The greatest whole number that is not above it.
  public var floored: Self {
    // A whole number of no greater magnitude than the numerator always fits.
    Self(Self.floored(numerator, by: denominator), over: 1, isExact: isExact) ?? self
  }

  /// The least whole number that is not below it.
  public var ceiled: Self { negated.floored.negated }

  /// The value in units of the last of `places` places, half away from zero; nil when it does not fit.
  private func units(places: Int) -> Int128? {
    guard (0...38).contains(places) else { return nil }
    let bottom = denominator.magnitude
    var units = numerator.magnitude / bottom
    var rest = numerator.magnitude % bottom
    for _ in 0..<places {
      // The next digit by adding the rest ten times: the rest is below 2^127, so a sum of two always fits.
      var digit: UInt128 = 0
      var sum: UInt128 = 0
      for _ in 0..<10 {
        sum += rest
        if sum >= bottom {
          sum -= bottom
          digit += 1
        }
      }
      rest = sum
      let (tenfold, isOver) = units.multipliedReportingOverflow(by: 10)
      guard !isOver, tenfold <= UInt128.max - digit else { return nil }
      units = tenfold + digit
    }
    if rest * 2 >= bottom, units < .max { units += 1 }
    guard let whole = Int128(exactly: units) else { return nil }
    return numerator < 0 ? -whole : whole
  }
}

extension ExactNumber: CustomStringConvertible {
  /// `2.5` when the decimals come to an end, else `1/3`; with `≈` before it when it is not exact.
  public var description: String {
    (isExact ? "" : "≈") + (decimal ?? "\(numerator)/\(denominator)")
  }

  /// Written out when the denominator has no factor but 2 and 5 and the digits fit.
  private var decimal: String? {
    var rest = denominator
    var (twos, fives) = (0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let places = max(twos, fives)
    guard rest == 1, let scale = Self.powerOfTen(places) else { return nil }
    let (units, isOver) = numerator.multipliedReportingOverflow(by: scale / denominator)
    guard !isOver else { return nil }
    let digits = String(units.magnitude)
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
