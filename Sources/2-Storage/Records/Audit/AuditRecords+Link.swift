public import Access
public import SQLStore

extension AuditRecords {
  /// Whether an entry's hash is that of its content.
  public static func isUnchanged(_ entry: AuditEntry) -> Bool {
    AuditHash.of(entry.canonicalForm) == entry.hash
  }

  /// How an entry hangs between its neighbours, whoever may read those.
  public static func link(of entry: AuditEntry, in db: any ReadTransaction) throws -> AuditLink {
    let neighbours = try db.rows(
      """
      SELECT \(columns)
      FROM audit_entry a
      WHERE a.number IN \(list: [entry.number - 1, entry.number + 1])
      ORDER BY a.number
      """
    ).map(self.entry)
    let previous =
      entry.number == 1 ? .beginning : neighbours.first { $0.number == entry.number - 1 }?.head
    return AuditLink(
      of: entry, previous: previous, next: neighbours.first { $0.number == entry.number + 1 },
      newest: try head(in: db), hash: AuditHash.of)
  }
}
