public import Access
public import SQLStore
public import Vocabulary

/// Who can still let others in.
public enum AdministratorRecords {
  /// People other than `person` who administer a place today: with an account that may be used and the role in force, in
  /// the place itself or in the whole country.
  public static func others(
    than person: ID<Person>?, in place: Place, on today: Day, db: any ReadTransaction
  ) throws -> Int {
    try db.firstRow(
      """
      SELECT COUNT(DISTINCT p.id) AS people
      FROM person p
      JOIN assignment a ON a.person_id = p.id
      WHERE p.state = 'active' AND (p.post_ends_on IS NULL OR p.post_ends_on >= \(today))
        AND a.role = \(Role.stateAdministrator.rawValue) AND a.place IN \(list: [place.description, "BR"])
        AND a.revoked_at IS NULL AND a.valid_from <= \(today)
        AND (a.valid_until IS NULL OR a.valid_until >= \(today))
        AND p.id <> \(person?.text ?? "")
      ORDER BY 1
      """
    )?.integer("people") ?? 0
  }
}
