/// A figure that people ask for, declared in `Catalogue/indicators.yaml`: a part, or one part divided by another.
public struct Indicator: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    /// A plain count of what `countedThing` names.
    case count
    /// Reais, from cents: two decimal places.
    case reais
    /// A fraction from 0 to 1 with four decimal places; pages show it as percent.
    case fraction
  }

  /// Which way is better; `neither` where more is neither good nor bad in itself.
  public enum Direction: String, CaseIterable, Sendable {
    case higher
    case lower
    case neither
  }

  public let key: CatalogueKey
  public let label: String
  /// A few words for narrow places.
  public let shortLabel: String
  /// What it says, in plain Portuguese.
  public let explanation: String
  public let numerator: CatalogueKey
  public let denominator: CatalogueKey?
  public let unit: Unit
  /// What the unit is called on the screen and in JSON: `famílias`, `reais por família`.
  public let unitLabel: String
  public let decimalPlaces: Int
  public let direction: Direction
  public let source: String
  /// An assumption of the specification that must be visible beside the figure; nil when there is none.
  public let assumption: String?

  public init(
    key: CatalogueKey, label: String, shortLabel: String, explanation: String, numerator: CatalogueKey,
    denominator: CatalogueKey?, unit: Unit, unitLabel: String, decimalPlaces: Int, direction: Direction,
    source: String, assumption: String?
  ) {
    self.key = key
    self.label = label
    self.shortLabel = shortLabel
    self.explanation = explanation
    self.numerator = numerator
    self.denominator = denominator
    self.unit = unit
    self.unitLabel = unitLabel
    self.decimalPlaces = decimalPlaces
    self.direction = direction
    self.source = source
    self.assumption = assumption
  }

  /// The elements it needs, before anything is computed.
  public var elements: [CatalogueKey] { denominator.map { [numerator, $0] } ?? [numerator] }
}
