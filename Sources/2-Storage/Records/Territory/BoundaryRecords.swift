public import Access
public import SQLStore
public import Vocabulary

/// Outlines as text of our own: rings separated by `;`, points by a space, longitude and latitude in
/// ten-thousandths of a degree by a comma. Compact, exact, and read without a JSON parser.
public enum BoundaryRecords {
  public static func all(of unit: FederativeUnit, in db: any ReadTransaction) throws -> [Boundary] {
    try db.rows(
      """
      SELECT b.ibge7, b.rings
      FROM boundary b
      JOIN municipality m ON m.ibge7 = b.ibge7
      WHERE m.uf = \(unit)
      ORDER BY b.ibge7
      """
    ).map { row in
      Boundary(code: try row.value("ibge7") { IBGECode($0) }, rings: try row.value("rings", rings))
    }
  }

  public static func put(
    _ boundary: Boundary, at instant: Instant, _ permit: Permit<LoadFiles>, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO boundary (ibge7, rings, loaded_at)
      VALUES (\(boundary.code), \(text(boundary.rings)), \(instant))
      ON CONFLICT (ibge7) DO UPDATE
      SET rings = excluded.rings, loaded_at = excluded.loaded_at
      """)
  }

  static func text(_ rings: [[Boundary.Point]]) -> String {
    rings.map { ring in
      ring.map { "\(Int(($0.longitude * 10_000).rounded())),\(Int(($0.latitude * 10_000).rounded()))" }
        .joined(separator: " ")
    }.joined(separator: ";")
  }

  static func rings(_ text: String) -> [[Boundary.Point]]? {
    var rings: [[Boundary.Point]] = []
    for ring in text.split(separator: ";") {
      var points: [Boundary.Point] = []
      for point in ring.split(separator: " ") {
        let parts = point.split(separator: ",")
        guard parts.count == 2, let longitude = Int(parts[0]), let latitude = Int(parts[1]) else {
          return nil
        }
        points.append(
          Boundary.Point(longitude: Double(longitude) / 10_000, latitude: Double(latitude) / 10_000))
      }
      rings.append(points)
    }
    return rings
  }
}
