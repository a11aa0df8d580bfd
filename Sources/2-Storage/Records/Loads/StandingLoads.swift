public import Indicators
public import SQLStore
public import Vocabulary

/// Which load speaks for a municipality and month today.
public struct StandingLoad: Hashable, Sendable {
  public let municipality: IBGECode
  public let load: ID<Load>
  public let precedence: Load.Precedence
}

public enum StandingLoads {
  /// All of a dataset in a month, by municipality.
  public static func all(
    of dataset: CatalogueKey, in month: ReferenceMonth, db: any ReadTransaction
  ) throws -> [StandingLoad] {
    try db.rows(
      """
      SELECT s.ibge7, s.load_id, l.precedence
      FROM standing_load s
      JOIN load l ON l.id = s.load_id
      WHERE s.dataset = \(dataset) AND s.month = \(month)
      ORDER BY s.ibge7
      """
    ).map { row in
      guard let precedence = Load.Precedence(rawValue: try row.integer("precedence")) else {
        throw StoreError.defect("unknown precedence of a load")
      }
      return StandingLoad(
        municipality: try row.value("ibge7") { IBGECode($0) },
        load: try row.value("load_id") { ID<Load>($0) },
        precedence: precedence)
    }
  }

  /// From now on `load` stands for `taken`; for `emptied` none does.
  public static func replace(
    dataset: CatalogueKey, month: ReferenceMonth, taken: [IBGECode], emptied: [IBGECode], by load: ID<Load>,
    in db: any WriteTransaction
  ) throws {
    for batch in batches(of: taken + emptied) {
      try db.run(
        """
        DELETE FROM standing_load
        WHERE dataset = \(dataset) AND month = \(month) AND ibge7 IN \(list: batch.map(\.description))
        """)
    }
    try db.insert(
      into: "standing_load", columns: ["dataset", "month", "ibge7", "load_id"],
      rows: taken.map { [dataset.sqlValue, month.sqlValue, $0.sqlValue, load.sqlValue] })
  }

  /// Values in one statement; both engines take far more.
  private static let batchSize = 500

  private static func batches(of codes: [IBGECode]) -> [ArraySlice<IBGECode>] {
    stride(from: 0, to: codes.count, by: batchSize).map { codes[$0..<min($0 + batchSize, codes.count)] }
  }
}
