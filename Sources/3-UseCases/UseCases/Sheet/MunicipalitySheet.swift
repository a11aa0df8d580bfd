public import Indicators
public import Vocabulary

/// What a municipality's page shows.
public struct MunicipalitySheet: Sendable {
  public let municipality: Municipality
  public let state: StateOfFederation
  public let month: ReferenceMonth
  /// Months that have any monthly value here, newest first.
  public let months: [ReferenceMonth]
  public let headlines: [SheetHeadline]
  public let cras: [Cras]
  /// Network counts of the last year that has them: CRAS and CREAS.
  public let network: [Figure]
  /// The state's official zones that may be chosen as the municipality's clock; none for who may not choose.
  public let timeZones: [String]
  /// All municipalities of the state today, by name.
  public let neighbours: [Neighbour]
}

public struct Neighbour: Sendable {
  public let municipality: Municipality
  /// Its own page may be opened.
  public let isOpen: Bool
}

public struct SheetHeadline: Sendable {
  public let headline: Headline
  /// The whole series of the municipality, oldest first, only months with a value.
  public let series: [Figure]
  public let inState: Position?
  public let amongSamePorte: Position?
  public let stateFigure: Figure
}

/// A place in an order by value, 1 the largest.
public struct Position: Hashable, Sendable {
  public let place: Int
  public let of: Int

  public init(place: Int, of: Int) {
    self.place = place
    self.of = of
  }
}
