public import Access
public import SQLStore

extension AuditChain {
  /// Follows the whole trail in one walk, with memory that does not grow with it.
  /// - Parameter noted: a head that somebody noted outside of the store.
  public static func verify(
    noted: AuditHead? = nil, in db: any ReadTransaction
  ) throws -> AuditChain {
    var chain = AuditChain(noted: noted)
    try db.forEachRow(
      """
      SELECT \(AuditRecords.columns)
      FROM audit_entry a
      ORDER BY a.number
      """
    ) { row in
      chain.follow(try AuditRecords.entry(row), hash: AuditHash.of)
    }
    chain.end(at: try AuditRecords.head(in: db))
    return chain
  }
}
