public import Vocabulary

/// Values of elements by territory and month, as they were reported.
public protocol Observations {
  associatedtype Territory: Hashable

  /// What was reported for this very territory and month; nil when nothing was.
  func value(of item: ItemKey, in territory: Territory, _ month: ReferenceMonth) -> ExactNumber?

  /// The next smaller territories of which it is made; nil for the smallest, empty for a group without
  /// members.
  func parts(of territory: Territory) -> [Territory]?
}

/// One value put together over territory and time, with what it rests on.
public struct AggregatedValue: Hashable, Sendable {
  /// How the value came to be.
  public enum Basis: String, Hashable, Sendable {
    /// As it was reported for this very territory.
    case reported
    /// Put together from smaller territories.
    case parts
  }

  /// Nil when nothing was reported.
  public let value: ExactNumber?
  public let basis: Basis
  /// Smallest territories that have a value in the period.
  public let reported: Int
  /// Smallest territories that there are.
  public let expected: Int

  public init(value: ExactNumber?, basis: Basis, reported: Int, expected: Int) {
    self.value = value
    self.basis = basis
    self.reported = reported
    self.expected = expected
  }
}
