/// The moment at which every test happens, ISO 8601 in UTC: 13:30 in Cuiabá.
public let testInstant = "2026-03-02T17:30:00Z"

/// The same numbers on every run: SplitMix64. Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64 = 1) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A version 4 UUID in lower case, the same on every run.
  public mutating func nextID() -> String {
    let digits = Array(hexadecimal(next()) + hexadecimal(next()))
    var id = String(digits[0..<8]) + "-" + String(digits[8..<12])
    id += "-4" + String(digits[13..<16]) + "-8" + String(digits[17..<20])
    return id + "-" + String(digits[20..<32])
  }

  private func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
