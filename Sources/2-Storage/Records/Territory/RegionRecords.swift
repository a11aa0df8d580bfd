public import SQLStore
public import Vocabulary

public enum RegionRecords {
  /// The regions of a state, of whichever body drew them, by name.
  public static func all(of unit: FederativeUnit, in db: any ReadTransaction) throws -> [Region] {
    try db.rows(
      """
      SELECT r.code, r.name
      FROM region r
      WHERE r.uf = \(unit)
      ORDER BY r.name_key, r.code
      """
    ).map { Region(code: try $0.value("code") { RegionCode($0) }, name: try $0.text("name")) }
  }
}
