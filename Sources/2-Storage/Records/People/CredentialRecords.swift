public import Access
public import SQLStore
public import Vocabulary

/// How a person proves who they are. For the person's own sign-in only; no list ever holds it.
public struct Credential: Sendable {
  public let passwordHash: String?
  public let passwordChangedAt: Instant?
  /// Sealed with the installation's key.
  public let timeCodeSecret: String?
  public let timeCodeConfirmedAt: Instant?
  public let timeCodeLastStep: Int64?

  public var hasSecondFactor: Bool { timeCodeConfirmedAt != nil }
}

public enum CredentialRecords {
  public static func find(of person: ID<Person>, in db: any ReadTransaction) throws -> Credential? {
    try db.firstRow(
      """
      SELECT c.password_hash, c.password_changed_at, c.time_code_secret, c.time_code_confirmed_at,
             c.time_code_last_step
      FROM credential c
      WHERE c.person_id = \(person)
      ORDER BY c.person_id
      """
    ).map { row in
      Credential(
        passwordHash: try row.textIfAny("password_hash"),
        passwordChangedAt: try row.valueIfAny("password_changed_at") { Instant($0) },
        timeCodeSecret: try row.textIfAny("time_code_secret"),
        timeCodeConfirmedAt: try row.valueIfAny("time_code_confirmed_at") { Instant($0) },
        timeCodeLastStep: try row.integerIfAny("time_code_last_step").map { Int64($0) })
    }
  }

  public static func unusedRecoveryCodes(of person: ID<Person>, in db: any ReadTransaction) throws -> Int {
    try db.firstRow(
      """
      SELECT COUNT(*) AS codes
      FROM recovery_code
      WHERE person_id = \(person) AND used_at IS NULL
      ORDER BY 1
      """
    )?.integer("codes") ?? 0
  }
}
