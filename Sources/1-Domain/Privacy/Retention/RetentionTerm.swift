public import Vocabulary

/// For how long something is kept. Text forms: `30 days`, `6 months`, `5 years`, `permanent`, `notStored`, `outside`.
public enum RetentionTerm: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case days, months, years
  }

  case period(Int, Unit)
  case permanent
  /// Read, counted, and forgotten at once.
  case notStored
  /// Kept by other programs of the state, which set the term.
  case outside

  public static let maximumCount = 999

  public init?(_ text: some StringProtocol) {
    switch text {
    case "permanent": self = .permanent
    case "notStored": self = .notStored
    case "outside": self = .outside
    default:
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, let count = Digits.number(parts[0]), (1...Self.maximumCount).contains(count),
        let unit = Unit(rawValue: String(parts[1]))
      else { return nil }
      self = .period(count, unit)
    }
  }

  /// The first day whose things are still kept on `today`: what began its term before it is due. Counted back from
  /// today, so that a short month never shortens a term. Nil where nothing becomes due by time.
  public func keptSince(on today: Day) -> Day? {
    guard case .period(let count, let unit) = self else { return nil }
    return switch unit {
    case .days: today.before(days: count)
    case .months: today.before(months: count)
    case .years: today.before(months: count * 12)
    }
  }
}

extension Day {
  /// The same day so many months ago, or the month's last where it is shorter. The first of all days at the earliest.
  func before(months: Int) -> Day {
    let sinceZero = year * 12 + month - 1 - months
    let (year, month) = (sinceZero / 12, sinceZero % 12 + 1)
    guard sinceZero >= 12 else { return Day(year: 1, month: 1, day: 1)! }
    return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))!
  }

  func before(days: Int) -> Day {
    var (year, month, day) = (year, month, day - days)
    while day < 1 {
      month -= 1
      if month == 0 { (year, month) = (year - 1, 12) }
      guard year >= 1 else { return Day(year: 1, month: 1, day: 1)! }
      day += Day.length(ofMonth: month, year: year)
    }
    return Day(year: year, month: month, day: day)!
  }
}

extension Day {
  func after(days: Int) -> Day {
    var (year, month, day) = (year, month, day + days)
    while day > Day.length(ofMonth: month, year: year) {
      day -= Day.length(ofMonth: month, year: year)
      month += 1
      if month == 13 { (year, month) = (year + 1, 1) }
      guard year <= 9_999 else { return Day(year: 9_999, month: 12, day: 31)! }
    }
    return Day(year: year, month: month, day: day)!
  }
}
