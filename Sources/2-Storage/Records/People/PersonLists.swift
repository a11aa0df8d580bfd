public import Access
public import SQLStore
public import Vocabulary

extension PersonRecords {
  /// Most people in one answer.
  public static let maximumListed = 200

  /// Which people of a scope.
  public struct Selection: Hashable, Sendable {
    /// Begins the name or one of its later words, without accents; empty for all.
    public var named: NameKey
    public var states: [Person.State]
    /// Not reviewed since.
    public var reviewedBefore: Instant?

    public init(
      named: NameKey = NameKey(""), states: [Person.State] = Person.State.allCases,
      reviewedBefore: Instant? = nil
    ) {
      self.named = named
      self.states = states
      self.reviewedBefore = reviewedBefore
    }

    var condition: SQLText {
      var conditions: [SQLText] = ["p.state IN \(list: states.map(\.rawValue))"]
      if !named.text.isEmpty { conditions.append(beginning) }
      if let reviewedBefore { conditions.append("p.reviewed_at < \(reviewedBefore)") }
      return .joined(conditions, by: " AND ")
    }

    /// A key holds letters, digits and spaces only, so the character after them bounds a prefix.
    private var beginning: SQLText {
      "p.name_key >= \(named) AND p.name_key < \(named.text + "\u{7F}")"
    }
  }

  /// People inside a scope by name, after `offset` others, with their assignments inside that scope which are not over.
  public static func list(
    _ selection: Selection = Selection(), inside scope: Scope, on today: Day, limit: Int, offset: Int = 0,
    in db: any ReadTransaction
  ) throws -> [ListedPerson] {
    let people = try db.rows(
      """
      SELECT \(columns)
      FROM person p
      WHERE \(selection.condition) AND \(ScopeFilter.people(inside: scope))
      ORDER BY p.name_key, p.id
      LIMIT \(min(limit, maximumListed)) OFFSET \(offset)
      """
    ).map(person)
    let assignments = try AssignmentRecords.open(
      of: people.map(\.id), inside: scope, on: today, in: db)
    return people.map { person in
      ListedPerson(person: person, assignments: assignments.filter { $0.person == person.id })
    }
  }

  public static func count(
    _ selection: Selection = Selection(), inside scope: Scope, in db: any ReadTransaction
  ) throws -> Int {
    try db.firstRow(
      """
      SELECT COUNT(*) AS people
      FROM person p
      WHERE \(selection.condition) AND \(ScopeFilter.people(inside: scope))
      ORDER BY 1
      """
    )?.integer("people") ?? 0
  }
}
