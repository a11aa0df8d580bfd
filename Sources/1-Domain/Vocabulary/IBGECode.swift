/// A municipality's IBGE code of seven digits. Well-formed: the state exists and the check digit is right.
/// That the municipality exists is the territory's to say.
public struct IBGECode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int

  /// Codes whose seventh digit is not the check digit: exactly these nine of 5,571 (IBGE's own irregularity).
  /// Source: recomputed over IBGE's list of municipalities, DTB 2020 and 2025.
  public static let checkDigitExceptions: Set<Int> = [
    2_201_919, 2_201_988, 2_202_251, 2_611_533, 3_117_836, 3_152_131, 4_305_871, 5_203_939, 5_203_962,
  ]

  public init?(_ number: Int) {
    guard (1_000_000...9_999_999).contains(number), FederativeUnit(ibgeCode: number / 100_000) != nil,
      number % 10 == Self.checkDigit(ofFirstSix: number / 10) || Self.checkDigitExceptions.contains(number)
    else { return nil }
    self.number = number
  }

  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let number = Digits.number(text) else { return nil }
    self.init(number)
  }

  public var federativeUnit: FederativeUnit { FederativeUnit(ibgeCode: number / 100_000)! }

  /// The code without its check digit, as many ministries' files write it. The way back is by table only.
  public var sixDigits: Int { number / 10 }

  public var description: String { String(number) }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// Weights 1 2 1 2 1 2 from the left, digits of each product added, complement to ten.
  static func checkDigit(ofFirstSix six: Int) -> Int {
    var sum = 0
    var rest = six
    for position in 0..<6 {
      let product = rest % 10 * (position % 2 == 0 ? 2 : 1)
      sum += product / 10 + product % 10
      rest /= 10
    }
    return (10 - sum % 10) % 10
  }
}
