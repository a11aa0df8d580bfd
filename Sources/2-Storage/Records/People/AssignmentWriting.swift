public import Access
public import SQLStore
public import Vocabulary

public enum AssignmentWriting {
  public static func grant(
    _ assignment: Assignment, _ permit: Permit<GrantRoles>, in db: any WriteTransaction
  ) throws {
    let territory = assignment.place.territory
    try db.run(
      """
      INSERT INTO assignment (
        id, person_id, role, sector, place, territory, uf, valid_from, valid_until, granted_by, granted_at
      )
      VALUES (
        \(assignment.id), \(assignment.person), \(assignment.role.rawValue), \((assignment.sector?.rawValue).sqlValue),
        \(assignment.place), \(territory), \(territory.federativeUnit.sqlValue), \(assignment.validFrom),
        \(assignment.validUntil.sqlValue), \(assignment.grantedBy.sqlValue), \(assignment.grantedAt)
      )
      """)
  }

  /// False when it had been taken away before.
  public static func revoke(
    _ id: ID<Assignment>, at instant: Instant, _ permit: Permit<GrantRoles>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE assignment
      SET revoked_at = \(instant), revoked_by = \(permit.actor.person.sqlValue)
      WHERE id = \(id) AND revoked_at IS NULL
      """) == 1
  }
}
