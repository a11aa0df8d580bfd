public import Vocabulary

/// The value of one element for one territory and month, with what it rests on.
public struct ElementTotal: Hashable, Sendable {
  /// How the value came to be.
  public enum Basis: String, Hashable, Sendable {
    /// As the file has it for this very territory.
    case reported
    /// The sum of its municipalities.
    case sum
    /// The sum of distinct counts: a person counted in two municipalities counts twice.
    case sumOfDistinct
  }

  public let element: CatalogueKey
  public let value: Int64
  public let basis: Basis
  /// Municipalities that have a value.
  public let municipalitiesReported: Int
  /// The loads it comes from, in order of id.
  public let loads: [ID<Load>]

  public init(
    element: CatalogueKey, value: Int64, basis: Basis, municipalitiesReported: Int, loads: [ID<Load>]
  ) {
    self.element = element
    self.value = value
    self.basis = basis
    self.municipalitiesReported = municipalitiesReported
    self.loads = loads
  }
}
