public import SQLStore
public import Vocabulary

/// Which edition of a reference table the database holds, so that a second start has nothing to do.
public enum ReferenceEditions {
  public static func fingerprint(of name: String, in db: any ReadTransaction) throws -> String? {
    try db.firstRow(
      """
      SELECT fingerprint
      FROM reference_edition
      WHERE name = \(name)
      ORDER BY name
      """
    )?.text("fingerprint")
  }

  public static func put(
    _ name: String, fingerprint: String, at instant: Instant, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      INSERT INTO reference_edition (name, fingerprint, applied_at)
      VALUES (\(name), \(fingerprint), \(instant))
      ON CONFLICT (name) DO UPDATE
      SET fingerprint = excluded.fingerprint, applied_at = excluded.applied_at
      """)
  }
}
