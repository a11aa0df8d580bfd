/// Comparison whose time does not tell how much of a guess was right.
public enum ConstantTime {
  /// Lengths are no secret: texts of different length are told apart at once.
  public static func areEqual(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
    areEqual(Array(one.utf8), Array(other.utf8))
  }

  static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    var difference: UInt8 = 0
    for (left, right) in zip(one, other) { difference |= left ^ right }
    return difference == 0
  }
}
