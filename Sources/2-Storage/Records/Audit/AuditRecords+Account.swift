public import Access
public import SQLStore
public import Vocabulary

extension AuditRecords {
  /// What happened to an account and its roles, newest first: without who looked at it, which the whole trail tells.
  public static func ofAccount(
    _ person: ID<Person>, assignments: [ID<Assignment>], inside scope: Scope, limit: Int,
    in db: any ReadTransaction
  ) throws -> [AuditEntry] {
    try db.rows(
      """
      SELECT \(columns)
      FROM audit_entry a
      WHERE ((a.thing_kind = \(AuditThing.Kind.person.rawValue) AND a.thing_id = \(person))
          OR (a.thing_kind = \(AuditThing.Kind.assignment.rawValue) AND a.thing_id IN \(list: assignments)))
        AND a.action NOT IN \(list: AuditGroup.reading.actions.map(\.rawValue))
        AND \(ScopeFilter.auditEntries(inside: scope))
      ORDER BY a.number DESC
      LIMIT \(min(limit, maximumListed))
      """
    ).map(entry)
  }

  /// When each of these people last signed in, as far back as the trail goes.
  public static func lastSignIns(
    of people: [ID<Person>], in db: any ReadTransaction
  ) throws -> [ID<Person>: Instant] {
    var instants: [ID<Person>: Instant] = [:]
    try db.forEachRow(
      """
      SELECT a.actor_id, MAX(a.happened_at) AS entered_at
      FROM audit_entry a
      WHERE a.action = \(AuditAction.sessionOpened.rawValue) AND a.actor_id IN \(list: people)
      GROUP BY a.actor_id
      ORDER BY a.actor_id
      """
    ) { row in
      instants[try row.value("actor_id") { ID<Person>($0) }] = try row.value("entered_at") { Instant($0) }
    }
    return instants
  }
}
