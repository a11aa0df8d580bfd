/// Why the store did not do what was asked. No text in it ever repeats a bound value: it may reach a log.
public enum StoreError: Error, Hashable, Sendable {
  /// A row with the same key is there. The name is the same on both engines: the constraint's or the unique
  /// index's own, or `table_column_key` and `table_pkey` where the schema gives none.
  case unique(constraint: String)
  /// A row points to one that is not there, or is pointed to by one that is. Named like `unique`
  /// (`table_column_fkey` where the schema gives no name).
  case foreignKey(constraint: String)
  /// A `CHECK` refused the row. Give checks a name: SQLite reports the expression of one that has none.
  case check(constraint: String)
  /// A required value is missing; `table.column`.
  case notNull(column: String)
  /// Another writer kept its turn for too long, or retries were used up. Trying again later is reasonable.
  case busy
  /// The file or the server cannot be reached, or was lost on the way. Nothing was committed, unless the text says
  /// that the outcome is unknown.
  case unreachable(String)
  /// The database was migrated by a newer program: `found` is its last migration, `known` the last of this program.
  case schemaIsNewer(found: Int, known: Int)
  /// A migration that was already applied has another text today, or none.
  case migrationChanged(number: Int)
  /// The program asked for something that cannot work. To be corrected in the code.
  case defect(String)
}
