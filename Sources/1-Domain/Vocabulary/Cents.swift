/// An amount of money in whole cents of real. Sums of a country's payroll (10^12 cents) fit with room to spare.
public struct Cents: Hashable, Comparable, Sendable {
  public let count: Int64

  public init(_ count: Int64) {
    self.count = count
  }

  public static func < (left: Self, right: Self) -> Bool { left.count < right.count }
  public static func + (left: Self, right: Self) -> Self { Self(left.count + right.count) }
  public static func - (left: Self, right: Self) -> Self { Self(left.count - right.count) }
  public static let zero = Self(0)
}
