import Vocabulary

/// Invented numbers with right check digits, computed another way than the finder does: by trying.
enum Numbers {
  /// SplitMix64: the same numbers on every run.
  struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  static func cpf(_ randomness: inout Generator) -> String {
    var digits = (0..<9).map { _ in Int.random(in: 0...9, using: &randomness) }
    for factor in [10, 11] {
      let sum = zip(digits, stride(from: factor, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
      digits.append(sum % 11 < 2 ? 0 : 11 - sum % 11)
    }
    return digits.map(String.init).joined()
  }

  /// Begins with 1 or 2, as NIS do.
  static func nis(_ randomness: inout Generator) -> String {
    while true {
      let number = UInt64.random(in: 1_000_000_000...2_999_999_999, using: &randomness)
      for digit in 0...9 where NIS.hasRightCheckDigit(number * 10 + UInt64(digit)) {
        return String(number * 10 + UInt64(digit))
      }
    }
  }

  static func digits(_ count: Int, _ randomness: inout Generator) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &randomness)) }.joined()
  }

  /// `12345678909`, `[3, 3, 3, 2]`, `["."…]` as `123.456.789-09`.
  static func grouped(_ digits: String, _ sizes: [Int], _ gaps: [String]) -> String {
    var rest = Substring(digits)
    var text = ""
    for (position, size) in sizes.enumerated() {
      text += (position == 0 ? "" : gaps[position - 1]) + rest.prefix(size)
      rest = rest.dropFirst(size)
    }
    return text
  }
}
