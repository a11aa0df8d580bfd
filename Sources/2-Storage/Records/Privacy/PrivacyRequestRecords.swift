public import Access
public import Privacy
public import SQLStore
public import Vocabulary

public enum PrivacyRequestRecords {
  /// Most requests in one answer.
  public static let maximumListed = 200

  private static let columns: SQLText = """
    q.id, q.person_id, q.kind, q.text, q.state, q.asked_at, q.due_on, q.outcome, q.answer, q.answered_by, q.ended_at
    """

  /// A person's own, newest first.
  public static func own(of person: ID<Person>, in db: any ReadTransaction) throws -> [PrivacyRequest] {
    try db.rows(
      """
      SELECT \(columns)
      FROM privacy_request q
      WHERE q.person_id = \(person)
      ORDER BY q.asked_at DESC, q.id
      LIMIT \(maximumListed)
      """
    ).map { try request($0) }
  }

  public static func countOpen(of person: ID<Person>, in db: any ReadTransaction) throws -> Int {
    try db.firstRow(
      """
      SELECT COUNT(*) AS open
      FROM privacy_request q
      WHERE q.person_id = \(person) AND q.state = 'open'
      ORDER BY 1
      """
    )?.integer("open") ?? 0
  }

  /// Nil also when it is another's.
  public static func find(
    _ id: ID<PrivacyRequest>, of person: ID<Person>, in db: any ReadTransaction
  ) throws -> PrivacyRequest? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM privacy_request q
      WHERE q.id = \(id) AND q.person_id = \(person)
      ORDER BY q.id
      """
    ).map { try request($0) }
  }

  /// Those of people inside a scope; open ones first, by term, then the others, newest first.
  public static func list(
    inside scope: Scope, limit: Int, in db: any ReadTransaction
  ) throws -> [ListedRequest] {
    let requests = try db.rows(
      """
      SELECT \(columns)
      FROM privacy_request q
      JOIN person p ON p.id = q.person_id
      WHERE \(isInside(scope))
      ORDER BY CASE q.state WHEN 'open' THEN 0 ELSE 1 END, CASE q.state WHEN 'open' THEN q.due_on END, q.ended_at DESC,
               q.id
      LIMIT \(min(limit, maximumListed))
      """
    ).map { try request($0) }
    return try requests.map { try listed($0, in: db) }
  }

  /// Nil also when it is there and outside of the scope.
  public static func find(
    _ id: ID<PrivacyRequest>, inside scope: Scope, in db: any ReadTransaction
  ) throws -> ListedRequest? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM privacy_request q
      JOIN person p ON p.id = q.person_id
      WHERE q.id = \(id) AND \(isInside(scope))
      ORDER BY q.id
      """
    ).map { try listed(try request($0), in: db) }
  }

  private static func listed(
    _ request: PrivacyRequest, in db: any ReadTransaction
  ) throws -> ListedRequest {
    guard let person = try PersonRecords.own(request.person, in: db) else {
      throw StoreError.defect("a request of no person")
    }
    return ListedRequest(request: request, person: person)
  }

  /// Who has no role anywhere is nobody's in particular, and must not wait in vain: all who answer may see it.
  private static func isInside(_ scope: Scope) -> SQLText {
    """
    (\(ScopeFilter.people(inside: scope))
      OR NOT EXISTS (SELECT 1 FROM assignment n WHERE n.person_id = p.id))
    """
  }

  private static func request(_ row: ResultRow) throws -> PrivacyRequest {
    PrivacyRequest(
      id: try row.value("id") { ID<PrivacyRequest>($0) },
      person: try row.value("person_id") { ID<Person>($0) },
      kind: try row.value("kind") { PrivacyRequest.Kind(rawValue: $0) }, text: try row.text("text"),
      askedAt: try row.value("asked_at") { Instant($0) }, dueOn: try row.value("due_on") { Day($0) },
      state: try state(row))
  }

  private static func state(_ row: ResultRow) throws -> PrivacyRequest.State {
    switch try row.text("state") {
    case "open": return .open
    case "withdrawn": return .withdrawn(at: try row.value("ended_at") { Instant($0) })
    case "answered":
      let answer = PrivacyRequest.Answer(
        outcome: try row.value("outcome") { PrivacyRequest.Outcome(rawValue: $0) },
        text: try row.text("answer"), by: try row.valueIfAny("answered_by") { ID<Person>($0) })
      return .answered(answer, at: try row.value("ended_at") { Instant($0) })
    default: throw StoreError.defect("unknown state of a request")
    }
  }
}
