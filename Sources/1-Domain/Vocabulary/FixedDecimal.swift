/// An exact decimal: `units` of the last of `places` decimal places. `FixedDecimal(66525, places: 2)` is 665.25.
/// Results that are money or rates are never binary floats.
public struct FixedDecimal: Hashable, Sendable {
  public let units: Int64
  public let places: Int

  public init(_ units: Int64, places: Int) {
    self.units = units
    self.places = places
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// With a point and no separator of thousands: `708489.00`. Pages write the Brazilian form.
  public var description: String {
    let digits = String(units.magnitude)
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// For drawing only; never for a figure that is shown or kept.
  public var approximate: Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return Double(units) / scale
  }
}

extension FixedDecimal: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    let places = max(left.places, right.places)
    return left.widened(to: places) < right.widened(to: places)
  }

  private func widened(to wider: Int) -> Int128 {
    var widened = Int128(units)
    for _ in places..<wider { widened *= 10 }
    return widened
  }
}
