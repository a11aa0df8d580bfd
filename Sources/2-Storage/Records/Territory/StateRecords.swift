public import SQLStore
public import Vocabulary

public enum StateRecords {
  /// All 27, by name.
  public static func all(in db: any ReadTransaction) throws -> [StateOfFederation] {
    try db.rows(
      """
      SELECT uf, name, country_region
      FROM state
      ORDER BY name_key
      """
    ).map(state)
  }

  public static func find(_ unit: FederativeUnit, in db: any ReadTransaction) throws -> StateOfFederation? {
    try db.firstRow(
      """
      SELECT uf, name, country_region
      FROM state
      WHERE uf = \(unit)
      ORDER BY uf
      """
    ).map(state)
  }

  public static func regionName(_ code: RegionCode, in db: any ReadTransaction) throws -> String? {
    try db.firstRow(
      """
      SELECT name
      FROM region
      WHERE code = \(code)
      ORDER BY code
      """
    )?.text("name")
  }

  /// Official time zones in use in a state, and Brasília's, by which some live against the official one.
  public static func timeZones(of unit: FederativeUnit, in db: any ReadTransaction) throws -> [String] {
    let official = try db.rows(
      """
      SELECT DISTINCT time_zone
      FROM municipality
      WHERE uf = \(unit)
      ORDER BY time_zone
      """
    ).map { try $0.text("time_zone") }
    return Set(official + [brasilia]).sorted()
  }

  private static let brasilia = "America/Sao_Paulo"

  private static func state(_ row: ResultRow) throws -> StateOfFederation {
    StateOfFederation(
      unit: try row.value("uf") { FederativeUnit(rawValue: $0) }, name: try row.text("name"),
      countryRegion: try row.text("country_region"))
  }
}
