public import Vocabulary

/// A period of whole months: a month, a bimester, a half-year, a year, beginning in any month.
public struct MonthSpan: Hashable, Sendable, CustomStringConvertible {
  public let first: ReferenceMonth
  public let months: Int

  /// Longest period: ten years.
  public static let mostMonths = 120

  /// Nil below one month and beyond ten years.
  public init?(from first: ReferenceMonth, months: Int) {
    guard (1...Self.mostMonths).contains(months) else { return nil }
    self.first = first
    self.months = months
  }

  public init(_ month: ReferenceMonth) {
    first = month
    months = 1
  }

  private init(validFrom first: ReferenceMonth, months: Int) {
    self.first = first
    self.months = months
  }

  public var last: ReferenceMonth { first + (months - 1) }

  /// As many periods of the same length later.
  public func moved(by periods: Int) -> Self { Self(validFrom: first + periods * months, months: months) }

  /// From January of the year in which it ends.
  public var yearToDate: Self {
    // Moved far enough, a period lies before the year 0, where a remainder is negative.
    let before = (last.index % 12 + 12) % 12
    return Self(validFrom: last - before, months: before + 1)
  }

  /// `2024-11…2025-02`
  public var description: String {
    months == 1 ? first.description : "\(first.description)…\(last.description)"
  }
}
