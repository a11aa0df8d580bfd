public import SQLStore
public import Vocabulary

public enum CrasRecords {
  /// The CRAS of a municipality with the IDCRAS of the last year that has one, by unit number.
  public static func all(of code: IBGECode, in db: any ReadTransaction) throws -> [Cras] {
    try db.rows(
      """
      SELECT c.id, c.ibge7, s.year, s.physical_structure, s.staff, s.services, s.idcras_hundredths
      FROM cras c
      JOIN cras_score s ON s.cras_id = c.id
      WHERE c.ibge7 = \(code)
        AND s.year = (SELECT MAX(l.year) FROM cras_score l WHERE l.cras_id = c.id)
      ORDER BY c.id
      """
    ).map { row in
      Cras(
        id: try row.text("id"), municipality: try row.value("ibge7") { IBGECode($0) },
        year: try row.integer("year"),
        physicalStructure: try row.integer("physical_structure"), staff: try row.integer("staff"),
        services: try row.integer("services"),
        idcras: FixedDecimal(Int64(try row.integer("idcras_hundredths")), places: 2))
    }
  }
}
