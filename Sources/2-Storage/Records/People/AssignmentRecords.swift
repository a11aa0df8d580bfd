public import Access
public import SQLStore
public import Vocabulary

public enum AssignmentRecords {
  static let columns: SQLText = """
    a.id, a.person_id, a.role, a.sector, a.place, a.valid_from, a.valid_until, a.granted_by, a.granted_at, a.revoked_at
    """

  /// All that a person ever had, oldest first: for the person's own requests.
  public static func own(of person: ID<Person>, in db: any ReadTransaction) throws -> [Assignment] {
    try db.rows(
      """
      SELECT \(columns)
      FROM assignment a
      WHERE a.person_id = \(person)
      ORDER BY a.valid_from, a.granted_at, a.id
      """
    ).map(assignment)
  }

  /// All that a person ever had inside a scope, oldest first.
  public static func all(
    of person: ID<Person>, inside scope: Scope, in db: any ReadTransaction
  ) throws -> [Assignment] {
    try db.rows(
      """
      SELECT \(columns)
      FROM assignment a
      WHERE a.person_id = \(person) AND \(ScopeFilter.assignments(inside: scope))
      ORDER BY a.valid_from, a.granted_at, a.id
      """
    ).map(assignment)
  }

  /// Those inside a scope that are in force or will be, oldest first.
  static func open(
    of people: [ID<Person>], inside scope: Scope, on today: Day, in db: any ReadTransaction
  ) throws -> [Assignment] {
    try db.rows(
      """
      SELECT \(columns)
      FROM assignment a
      WHERE a.person_id IN \(list: people) AND \(isOpen(on: today)) AND \(ScopeFilter.assignments(inside: scope))
      ORDER BY a.valid_from, a.granted_at, a.id
      """
    ).map(assignment)
  }

  /// Nil also when it is there and outside of the scope.
  public static func find(
    _ id: ID<Assignment>, inside scope: Scope, in db: any ReadTransaction
  ) throws -> Assignment? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM assignment a
      WHERE a.id = \(id) AND \(ScopeFilter.assignments(inside: scope))
      ORDER BY a.id
      """
    ).map(assignment)
  }

  /// The places inside a scope in which anybody has a role that is not over, by state and code.
  public static func places(
    inside scope: Scope, on today: Day, in db: any ReadTransaction
  ) throws -> [Place] {
    try db.rows(
      """
      SELECT DISTINCT a.place, a.uf
      FROM assignment a
      WHERE \(isOpen(on: today)) AND \(ScopeFilter.assignments(inside: scope))
      ORDER BY a.uf, a.place
      """
    ).map { try $0.value("place") { Place($0) } }
  }

  /// On `assignment a`: in force or still to come.
  static func isOpen(on today: Day) -> SQLText {
    "a.revoked_at IS NULL AND (a.valid_until IS NULL OR a.valid_until >= \(today))"
  }

  static func assignment(_ row: ResultRow) throws -> Assignment {
    Assignment(
      id: try row.value("id") { ID<Assignment>($0) },
      person: try row.value("person_id") { ID<Person>($0) },
      role: try row.value("role") { Role(rawValue: $0) },
      sector: try row.valueIfAny("sector") { Sector(rawValue: $0) },
      place: try row.value("place") { Place($0) }, validFrom: try row.value("valid_from") { Day($0) },
      validUntil: try row.valueIfAny("valid_until") { Day($0) },
      grantedBy: try row.valueIfAny("granted_by") { ID<Person>($0) },
      grantedAt: try row.value("granted_at") { Instant($0) },
      revokedAt: try row.valueIfAny("revoked_at") { Instant($0) })
  }
}
