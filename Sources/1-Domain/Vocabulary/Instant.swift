/// A moment in universal time, to the millisecond. Text form is `2026-11-23T15:08:33.000Z`, which sorts as text.
public struct Instant: Hashable, Comparable, Sendable {
  public let millisecondsSince1970: Int64

  public init(millisecondsSince1970: Int64) {
    self.millisecondsSince1970 = millisecondsSince1970
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }

  public func adding(seconds: Int64) -> Self {
    Self(millisecondsSince1970: millisecondsSince1970 + seconds * 1_000)
  }

  public func seconds(since other: Self) -> Double {
    Double(millisecondsSince1970 - other.millisecondsSince1970) / 1_000
  }
}

extension Instant: CustomStringConvertible {
  private static let millisecondsPerDay: Int64 = 86_400_000

  /// The day in universal time. Brazil's clocks are two to five hours behind: what ends with a day ends on the evening
  /// of that day there, nowhere a day late.
  public var day: Day { Day(description.prefix(10))! }

  public var description: String {
    var days = millisecondsSince1970 / Self.millisecondsPerDay
    var rest = millisecondsSince1970 % Self.millisecondsPerDay
    if rest < 0 {
      rest += Self.millisecondsPerDay
      days -= 1
    }
    let day = Self.day(daysSince1970: Int(days))
    let seconds = Int(rest / 1_000)
    func two(_ number: Int) -> String { Digits.padded(number, to: 2) }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return "\(day)T\(time).\(Digits.padded(Int(rest % 1_000), to: 3))Z"
  }

  /// Reads exactly what `description` writes.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."),
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Digits.number(bytes[11..<13]), hour < 24,
      let minute = Digits.number(bytes[14..<16]), minute < 60,
      let second = Digits.number(bytes[17..<19]), second < 60,
      let millisecond = Digits.number(bytes[20..<23])
    else { return nil }
    let seconds = Int64(Self.daysSince1970(day)) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(millisecondsSince1970: seconds * 1_000 + Int64(millisecond))
  }

  /// Civil calendar from a day count, by whole 400-year eras of 146,097 days.
  private static func day(daysSince1970: Int) -> Day {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return Day(validYear: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func daysSince1970(_ day: Day) -> Int {
    let year = day.month <= 2 ? day.year - 1 : day.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (day.month > 2 ? day.month - 3 : day.month + 9) + 2) / 5 + day.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
