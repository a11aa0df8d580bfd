public import SQLStore
public import Vocabulary

/// How many municipalities a territory had in any month.
public struct MunicipalityCounts: Sendable {
  private let counts: [(validity: Validity, count: Int)]

  public func expected(in month: ReferenceMonth) -> Int {
    counts.reduce(0) { sum, entry in sum + (entry.validity.contains(month) ? entry.count : 0) }
  }

  public static func of(_ territory: TerritoryCode, in db: any ReadTransaction) throws -> MunicipalityCounts {
    let rows = try db.rows(
      """
      SELECT m.valid_from, m.valid_until, COUNT(*) AS municipalities
      FROM municipality m
      WHERE \(MunicipalityFilter.within(territory))
      GROUP BY m.valid_from, m.valid_until
      ORDER BY m.valid_from, m.valid_until
      """)
    return MunicipalityCounts(
      counts: try rows.map { row in
        let validity = Validity(
          from: try row.valueIfAny("valid_from") { Day($0) },
          until: try row.valueIfAny("valid_until") { Day($0) })
        return (validity: validity, count: try row.integer("municipalities"))
      })
  }

  /// Of each state, in one month.
  public static func byState(in month: ReferenceMonth, in db: any ReadTransaction) throws -> [FederativeUnit:
    Int]
  {
    let day = month.firstDay
    var counts: [FederativeUnit: Int] = [:]
    try db.forEachRow(
      """
      SELECT uf, COUNT(*) AS municipalities
      FROM municipality
      WHERE (valid_from IS NULL OR valid_from <= \(day))
        AND (valid_until IS NULL OR valid_until >= \(day))
      GROUP BY uf
      ORDER BY uf
      """
    ) { row in
      counts[try row.value("uf") { FederativeUnit(rawValue: $0) }] = try row.integer("municipalities")
    }
    return counts
  }
}

/// The condition on `municipality m` that keeps those inside a territory.
enum MunicipalityFilter {
  static func within(_ territory: TerritoryCode) -> SQLText {
    switch territory {
    case .country: "m.ibge7 IS NOT NULL"
    case .state(let unit): "m.uf = \(unit)"
    case .municipality(let code): "m.ibge7 = \(code)"
    case .region(let region):
      switch region.kind {
      case .immediate: "m.immediate_region = \(region)"
      case .intermediate: "m.intermediate_region = \(region)"
      case .health: "m.health_region = \(region)"
      }
    }
  }
}
