public import SQLStore

/// How much of everything there is, and of what must not be.
public struct StoreCounts: Sendable {
  public let municipalities: Int
  public let loadsCommitted: Int
  public let loadsInterrupted: Int
  public let observations: Int
  public let standing: Int
  public let uncommittedStanding: Int
  public let standingWithoutObservation: Int
  public let observationsOfUnfinished: Int

  /// The good counts with their Portuguese names.
  public var named: [(name: String, count: Int)] {
    [
      ("municípios", municipalities), ("cargas concluídas", loadsCommitted),
      ("cargas interrompidas", loadsInterrupted), ("valores", observations),
      ("municípios e meses com carga vigente", standing),
    ]
  }

  public static func read(in db: any ReadTransaction) throws -> StoreCounts {
    func count(_ tables: SQLText) throws -> Int {
      try db.firstRow("SELECT COUNT(*) AS found FROM \(tables) ORDER BY 1")?.integer("found") ?? 0
    }
    return StoreCounts(
      municipalities: try count("municipality"), loadsCommitted: try count("load WHERE state = 'committed'"),
      loadsInterrupted: try count("load WHERE state = 'interrupted'"),
      observations: try count("observation"), standing: try count("standing_load"),
      uncommittedStanding: try count(
        "standing_load s JOIN load l ON l.id = s.load_id WHERE l.state <> 'committed'"),
      standingWithoutObservation: try count(
        """
        standing_load s
        WHERE NOT EXISTS (
          SELECT 1
          FROM observation o
          WHERE o.load_id = s.load_id AND o.month = s.month AND o.territory = s.ibge7
        )
        """),
      observationsOfUnfinished: try count(
        "observation o JOIN load l ON l.id = o.load_id WHERE l.state <> 'committed'"))
  }
}
