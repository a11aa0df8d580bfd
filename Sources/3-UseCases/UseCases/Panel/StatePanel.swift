public import Indicators
public import Vocabulary

/// What the state panel shows: one indicator, one month, all municipalities of a state.
public struct StatePanel: Sendable {
  public let state: StateOfFederation
  public let indicator: Indicator
  public let month: ReferenceMonth
  /// Months that have any value of the indicator in the state, newest first; empty before the first load.
  public let months: [ReferenceMonth]
  public let stateFigure: Figure
  public let headlines: [Headline]
  /// Every municipality that existed in the month and may be opened, by name; those without a value too.
  public let rows: [PanelRow]
  /// The rows are the whole state's, and not only those of a person's territory.
  public let isWhole: Bool
}

/// A figure with its past: the month before and a short series, gaps left out.
public struct Headline: Sendable {
  public let figure: Figure
  /// The same figure one month earlier; nil when that month has no value.
  public let previous: Figure?
  /// Up to 13 months up to this one, oldest first, only months with a value.
  public let series: [Figure]
}

public struct PanelRow: Sendable {
  public let municipality: Municipality
  public let figure: Figure
  public let previous: Figure?
  /// 1 is the largest value; equal values share a position; nil without a value.
  public let position: Int?
}
