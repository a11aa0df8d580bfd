/// A number of at least zero with 100 binary places, for logarithms and roots alone: the same bits on the
/// server and in the browser, without a mathematical library. Whole parts stay below 2^27.
struct FixedPoint {
  let bits: UInt128

  static let places = 100
  static let one = Self(bits: 1 << 100)
  /// ln 2 and ln 10, rounded to the last place.
  static let lnOfTwo = Self(bits: 0xB_1721_7F7D_1CF7_9ABC_9E3B_3980)
  static let lnOfTen = Self(bits: 0x24_D763_776A_AA2B_05BA_95B5_8AE1)

  init(bits: UInt128) {
    self.bits = bits
  }

  /// `top / bottom`, both below 2^127 and the quotient below 2^27; the last place is cut off.
  init(_ top: UInt128, over bottom: UInt128) {
    var bits = top / bottom
    var rest = top % bottom
    for _ in 0..<Self.places {
      rest <<= 1
      bits <<= 1
      if rest >= bottom {
        rest -= bottom
        bits |= 1
      }
    }
    self.bits = bits
  }

  static func + (left: Self, right: Self) -> Self { Self(bits: left.bits + right.bits) }
  static func - (left: Self, right: Self) -> Self { Self(bits: left.bits - right.bits) }

  static func * (left: Self, right: Self) -> Self {
    let (high, low) = left.bits.multipliedFullWidth(by: right.bits)
    return Self(bits: high << 28 | low >> 100)
  }

  static func / (left: Self, right: Self) -> Self { Self(left.bits, over: right.bits) }

  /// The natural logarithm of `top / bottom`, both above zero: its sign and its magnitude.
  static func ln(_ top: UInt128, over bottom: UInt128) -> (isNegative: Bool, magnitude: Self) {
    // Shifted so that both have as many bits: the quotient then lies between 1/2 and 2.
    let topShift = top.leadingZeroBitCount - 1
    let bottomShift = bottom.leadingZeroBitCount - 1
    var mantissa = Self(top << topShift, over: bottom << bottomShift)
    var twos = bottomShift - topShift
    if mantissa.bits < one.bits {
      mantissa = Self(bits: mantissa.bits << 1)
      twos -= 1
    }
    let ofMantissa = lnOfMantissa(mantissa)
    let ofTwos = Self(bits: lnOfTwo.bits * twos.magnitudeAsWide)
    if twos >= 0 { return (false, ofTwos + ofMantissa) }
    return ofTwos.bits > ofMantissa.bits ? (true, ofTwos - ofMantissa) : (false, ofMantissa - ofTwos)
  }

  /// For 1 up to 2: ln m = 2 · (z + z³/3 + z⁵/5 + …) with z = (m − 1) / (m + 1), so z is at most 1/3.
  private static func lnOfMantissa(_ mantissa: Self) -> Self {
    let ratio = (mantissa - one) / (mantissa + one)
    let square = ratio * ratio
    var power = ratio
    var sum = ratio
    var odd: UInt128 = 1
    while power.bits > 0 {
      power = power * square
      odd += 2
      sum = sum + Self(bits: power.bits / odd)
    }
    return Self(bits: sum.bits * 2)
  }

  /// e to this power, for at most ln 10: the power series of an eighth, then three squarings.
  var exponential: Self {
    let eighth = Self(bits: bits >> 3)
    var term = Self.one
    var sum = Self.one
    var count: UInt128 = 0
    while term.bits > 0 {
      count += 1
      term = Self(bits: (term * eighth).bits / count)
      sum = sum + term
    }
    for _ in 0..<3 { sum = sum * sum }
    return sum
  }

  var whole: UInt128 { bits >> 100 }

  var fraction: Self { Self(bits: bits & (Self.one.bits - 1)) }

  /// The value in units of the last of `places` decimal places, half up.
  func units(decimalPlaces places: Int) -> UInt128 {
    var units = whole
    var rest = fraction
    for _ in 0..<places {
      rest = Self(bits: rest.bits * 10)
      units = units * 10 + rest.whole
      rest = rest.fraction
    }
    return rest.bits >= Self.one.bits / 2 ? units + 1 : units
  }
}

extension Int {
  fileprivate var magnitudeAsWide: UInt128 { UInt128(magnitude) }
}
