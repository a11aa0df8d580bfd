public import SQLStore
public import Vocabulary

/// What is true of this installation as a whole, by name.
public enum InstallationRecords {
  public static func value(of name: String, in db: any ReadTransaction) throws -> String? {
    try db.firstRow(
      """
      SELECT value
      FROM installation
      WHERE name = \(name)
      ORDER BY name
      """
    )?.text("value")
  }

  /// The value that stands afterwards: the first that was written stays.
  public static func putFirst(
    _ value: String, as name: String, at instant: Instant, in db: any WriteTransaction
  ) throws -> String {
    try db.run(
      """
      INSERT INTO installation (name, value, set_at)
      VALUES (\(name), \(value), \(instant))
      ON CONFLICT (name) DO NOTHING
      """)
    return try self.value(of: name, in: db) ?? value
  }
}
