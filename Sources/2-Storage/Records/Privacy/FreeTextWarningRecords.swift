public import Privacy
public import SQLStore
public import Vocabulary

/// How often free texts looked as if they held a person's number: counts by day, and nothing of the texts.
public enum FreeTextWarningRecords {
  public static func count(
    _ kinds: [PersonalNumber.Kind], in field: FreeTextField, wasSent: Bool, on day: Day,
    db: any WriteTransaction
  ) throws {
    for kind in kinds {
      try db.run(
        """
        INSERT INTO free_text_warning (day, field, kind, warned, sent_anyway)
        VALUES (\(day), \(field.rawValue), \(kind.rawValue), \(!wasSent), \(wasSent))
        ON CONFLICT (day, field, kind) DO UPDATE
        SET warned = free_text_warning.warned + excluded.warned,
            sent_anyway = free_text_warning.sent_anyway + excluded.sent_anyway
        """)
    }
  }

  /// By kind, since a day. Kinds that never occurred are left out.
  public static func totals(since day: Day, in db: any ReadTransaction) throws -> [FreeTextWarningTotal] {
    let totals = try db.rows(
      """
      SELECT kind, CAST(SUM(warned) AS BIGINT) AS warned, CAST(SUM(sent_anyway) AS BIGINT) AS sent_anyway
      FROM free_text_warning
      WHERE day >= \(day)
      GROUP BY kind
      ORDER BY kind
      """
    ).map { row in
      FreeTextWarningTotal(
        kind: try row.value("kind") { PersonalNumber.Kind(rawValue: $0) },
        warned: try row.integer("warned"), sentAnyway: try row.integer("sent_anyway"))
    }
    return PersonalNumber.Kind.allCases.flatMap { kind in totals.filter { $0.kind == kind } }
  }
}
