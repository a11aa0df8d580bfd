/// Names of places by their codes, read in one go for a page that names many.
public struct TerritoryNames: Hashable, Sendable {
  private let names: [TerritoryCode: String]

  public init(_ names: [TerritoryCode: String] = [:]) { self.names = names }

  /// The code itself where there is no name.
  public subscript(code: TerritoryCode) -> String { names[code] ?? code.description }
}
