/// Brazilian area codes and what may follow them. Source: Anatel, national numbering plan; mobile numbers have nine digits
/// and begin with 9 in the whole country since 2016.
enum AreaCodes {
  static let all: Set<Int> = [
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33, 34, 35, 37, 38,
    41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69,
    71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89, 91, 92, 93, 94, 95, 96, 97, 98, 99,
  ]

  /// `65`, or `065` as it is dialled.
  static func isOne(_ digits: some Collection<UInt8>) -> Bool {
    let rest = digits.count == 3 && digits.first == 0 ? digits.dropFirst() : digits[...]
    guard rest.count == 2 else { return false }
    return all.contains(rest.reduce(0) { $0 * 10 + Int($1) })
  }

  static func isMobile(_ digits: some Collection<UInt8>) -> Bool { digits.count == 9 && digits.first == 9 }

  /// Eight digits of a line in a house; `orOldMobile` also takes mobiles as they were until 2016.
  static func isFixed(_ digits: some Collection<UInt8>, orOldMobile: Bool = false) -> Bool {
    guard digits.count == 8, let first = digits.first else { return false }
    return first >= 2 && first <= (orOldMobile ? 9 : 5)
  }
}
