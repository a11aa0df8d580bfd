public import Indicators
public import SQLStore
public import Vocabulary

/// One value as a load brings it.
public struct Observation: Hashable, Sendable {
  public let element: CatalogueKey
  public let territory: TerritoryCode
  public let month: ReferenceMonth
  public let value: Int64

  public init(element: CatalogueKey, territory: TerritoryCode, month: ReferenceMonth, value: Int64) {
    self.element = element
    self.territory = territory
    self.month = month
    self.value = value
  }
}

public enum ObservationWriting {
  public static func add(_ observations: [Observation], of load: ID<Load>, in db: any WriteTransaction) throws
  {
    try db.insert(
      into: "observation", columns: ["load_id", "element", "territory", "month", "value"],
      rows: observations.map {
        [load.sqlValue, $0.element.sqlValue, $0.territory.sqlValue, $0.month.sqlValue, .integer($0.value)]
      })
  }

  public static func addRejections(
    _ rejections: [(municipality: IBGECode?, reason: String, rows: Int)], of load: ID<Load>,
    in db: any WriteTransaction
  ) throws {
    try db.insert(
      into: "load_rejection", columns: ["load_id", "ibge7", "reason", "rejected_rows"],
      rows: rejections.map {
        [
          load.sqlValue, .text($0.municipality?.description ?? ""), .text($0.reason),
          .integer(Int64($0.rows)),
        ]
      })
  }
}
