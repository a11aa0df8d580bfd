public import Access
public import SQLStore
public import Vocabulary

extension AuditRecords {
  /// Most entries in one answer.
  public static let maximumListed = 200
  /// Most entries in one file.
  public static let maximumExported = 50_000

  /// Which entries of a scope; what is nil or empty is not asked about.
  public struct Selection: Hashable, Sendable {
    /// Who acted, or looked through somebody's account.
    public var people: [ID<Person>]?
    public var group: AuditGroup?
    public var thingKind: AuditThing.Kind?
    public var thingID: String?
    /// Entries of one of these places and of what lies inside.
    public var places: [Place]?
    public var from: Instant?
    /// Up to, without it.
    public var until: Instant?

    public init(
      people: [ID<Person>]? = nil, group: AuditGroup? = nil, thingKind: AuditThing.Kind? = nil,
      thingID: String? = nil, places: [Place]? = nil, from: Instant? = nil, until: Instant? = nil
    ) {
      self.people = people
      self.group = group
      self.thingKind = thingKind
      self.thingID = thingID
      self.places = places
      self.from = from
      self.until = until
    }

    /// Of `audit_entry a`.
    func condition(inside scope: Scope) -> SQLText {
      var conditions = [ScopeFilter.auditEntries(inside: scope)]
      if let people {
        conditions.append("(a.actor_id IN \(list: people) OR a.viewer_id IN \(list: people))")
      }
      if let group { conditions.append("a.action IN \(list: group.actions.map(\.rawValue))") }
      if let thingKind { conditions.append("a.thing_kind = \(thingKind.rawValue)") }
      if let thingID { conditions.append("a.thing_id = \(thingID)") }
      if let places { conditions.append(ScopeFilter.auditEntries(ofOneOf: places)) }
      if let from { conditions.append("a.happened_at >= \(from)") }
      if let until { conditions.append("a.happened_at < \(until)") }
      return .joined(conditions, by: " AND ")
    }
  }

  /// Newest first.
  public static func list(
    _ selection: Selection = Selection(), inside scope: Scope, from start: TrailStart = .newest, limit: Int,
    in db: any ReadTransaction
  ) throws -> [AuditEntry] {
    let (bound, order): (SQLText, SQLText) =
      switch start {
      case .newest: ("a.number IS NOT NULL", "DESC")
      case .before(let number): ("a.number < \(number)", "DESC")
      case .after(let number): ("a.number > \(number)", "ASC")
      }
    let entries = try db.rows(
      """
      SELECT \(columns)
      FROM audit_entry a
      WHERE \(bound) AND \(selection.condition(inside: scope))
      ORDER BY a.number \(order)
      LIMIT \(min(limit, maximumListed))
      """
    ).map(entry)
    if case .after = start { return entries.reversed() }
    return entries
  }

  /// Row by row, newest first, with memory that does not grow with the trail.
  public static func walk(
    _ selection: Selection, inside scope: Scope, in db: any ReadTransaction,
    _ body: (AuditEntry) throws -> Void
  ) throws {
    try db.forEachRow(
      """
      SELECT \(columns)
      FROM audit_entry a
      WHERE \(selection.condition(inside: scope))
      ORDER BY a.number DESC
      LIMIT \(maximumExported)
      """
    ) { row in try body(try entry(row)) }
  }

  public static func count(
    _ selection: Selection = Selection(), inside scope: Scope, in db: any ReadTransaction
  ) throws -> Int {
    try db.firstRow(
      """
      SELECT COUNT(*) AS entries
      FROM audit_entry a
      WHERE \(selection.condition(inside: scope))
      ORDER BY 1
      """
    )?.integer("entries") ?? 0
  }

  /// Nil also when the entry is there and outside of the scope.
  public static func find(
    _ number: Int, inside scope: Scope, in db: any ReadTransaction
  ) throws -> AuditEntry? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM audit_entry a
      WHERE a.number = \(number) AND \(ScopeFilter.auditEntries(inside: scope))
      ORDER BY a.number
      """
    ).map(entry)
  }
}
