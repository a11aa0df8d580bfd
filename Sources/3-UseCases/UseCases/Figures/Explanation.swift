public import Indicators

/// The answer to "de onde vem este número?".
public struct Explanation: Sendable {
  public let figure: Figure
  public let territoryName: String
  public let parts: [ExplainedPart]
}

public struct ExplainedPart: Sendable {
  public let element: Element
  public let total: ElementTotal?
  /// Loads that the value rests on, largest share first.
  public let contributions: [Contribution]
  /// Loads of the same territory and month that no longer stand, newest first, with what they said.
  public let superseded: [Contribution]
}

public struct Contribution: Sendable {
  public let load: Load
  /// Of this load: how many municipalities and what they add up to.
  public let municipalities: Int
  public let value: Int64
  /// Rejected rows of the load in this territory; those without a municipality are in the load's own report.
  public let rowsRejectedHere: Int
}
