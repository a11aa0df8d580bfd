public import SQLStore
public import Vocabulary

/// What makes a database a demonstration: a mark that is set while nothing is in it, and never taken away. A database
/// without it is a real one.
public enum DemonstrationMark {
  private static let name = "kind"
  private static let demonstration = "demonstration"

  public static func stands(in db: any ReadTransaction) throws -> Bool {
    try InstallationRecords.value(of: name, in: db) == demonstration
  }

  /// Throws `demonstration.real` when anything is there that a demonstration would be mixed with.
  public static func put(at instant: Instant, in db: any WriteTransaction) throws {
    guard try isEmpty(db) else { throw Problem.conflict(rule: "demonstration.real") }
    _ = try InstallationRecords.putFirst(demonstration, as: name, at: instant, in: db)
  }

  private static func isEmpty(_ db: any ReadTransaction) throws -> Bool {
    let counts: [SQLText] = [
      "SELECT COUNT(*) AS found FROM person ORDER BY 1", "SELECT COUNT(*) AS found FROM load ORDER BY 1",
      "SELECT COUNT(*) AS found FROM municipality ORDER BY 1",
      "SELECT COUNT(*) AS found FROM audit_entry ORDER BY 1",
    ]
    return try counts.allSatisfy { try db.firstRow($0)?.integer("found") == 0 }
  }
}
