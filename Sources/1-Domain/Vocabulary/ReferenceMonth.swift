/// A calendar month: the month a payroll, a collection or a count refers to.
///
/// Text form is `2023-12`. Months are ordered and can be counted on: `month + 1` is the next one.
public struct ReferenceMonth: Hashable, Comparable, Sendable {
  /// Months since January of year 0; a plain number keeps arithmetic over year ends exact.
  public let index: Int

  /// The files of the ministries start in 2003; anything outside this span is a damaged cell.
  public static let years = 2000...2099

  public init?(year: Int, month: Int) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    index = year * 12 + month - 1
  }

  private init(index: Int) {
    self.index = index
  }

  public var year: Int { index / 12 }
  public var month: Int { index % 12 + 1 }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
  public static func + (month: Self, months: Int) -> Self { Self(index: month.index + months) }
  public static func - (month: Self, months: Int) -> Self { Self(index: month.index - months) }

  /// Whole months from `other` to this one; negative when this one is earlier.
  public func months(since other: Self) -> Int { index - other.index }

  public var firstDay: Day { Day(validYear: year, month: month, day: 1) }
}

extension ReferenceMonth: CustomStringConvertible {
  /// `2023-12`
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Reads `2023-12`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = Digits.number(bytes[0..<4]), let month = Digits.number(bytes[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }
}
