public import SQLStore
public import Vocabulary

extension TerritoryNames {
  /// In one query, whatever kinds of place they are.
  public static func of(
    _ codes: some Sequence<TerritoryCode>, in db: any ReadTransaction
  ) throws -> TerritoryNames {
    var names: [TerritoryCode: String] = [.country: "Brasil"]
    let codes = Set(codes.map(\.description)).sorted()
    try db.forEachRow(
      """
      SELECT m.ibge7 AS code, m.name
      FROM municipality m
      WHERE m.ibge7 IN \(list: codes)
      UNION ALL
      SELECT r.code, r.name
      FROM region r
      WHERE r.code IN \(list: codes)
      UNION ALL
      SELECT s.uf, s.name
      FROM state s
      WHERE s.uf IN \(list: codes)
      ORDER BY 1
      """
    ) { row in names[try row.value("code") { TerritoryCode($0) }] = try row.text("name") }
    return TerritoryNames(names)
  }
}
