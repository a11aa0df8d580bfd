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
    /// Stands in the e-mail address, in lower case; empty for all. With `named`, either is enough.
    public var address: String
    public var states: [Person.State]
    /// Not reviewed since.
    public var reviewedBefore: Instant?
    /// Has such a role inside the scope.
    public var assigned: Assigned?

    /// A role that is not over on a day; what is nil is not asked about.
    public struct Assigned: Hashable, Sendable {
      public var role: Role?
      /// In this place or inside it.
      public var place: Place?
      public let day: Day

      public init(role: Role?, place: Place?, on day: Day) {
        self.role = role
        self.place = place
        self.day = day
      }
    }

    public init(
      named: NameKey = NameKey(""), address: String = "", states: [Person.State] = Person.State.allCases,
      reviewedBefore: Instant? = nil, assigned: Assigned? = nil
    ) {
      self.named = named
      self.address = address
      self.states = states
      self.reviewedBefore = reviewedBefore
      self.assigned = assigned
    }

    /// On `person p`, of those inside a scope.
    func condition(inside scope: Scope) -> SQLText {
      var conditions: [SQLText] = [
        ScopeFilter.people(inside: scope), "p.state IN \(list: states.map(\.rawValue))",
      ]
      if let found { conditions.append(found) }
      if let reviewedBefore { conditions.append("p.reviewed_at < \(reviewedBefore)") }
      if let assigned { conditions.append(assigned.condition(inside: scope)) }
      return .joined(conditions, by: " AND ")
    }

    /// A key holds letters, digits and spaces only, so the character after them bounds a prefix; a text stands in another
    /// when taking it out changes the other.
    private var found: SQLText? {
      var ways: [SQLText] = []
      if !named.text.isEmpty {
        ways.append("(p.name_key >= \(named) AND p.name_key < \(named.text + "\u{7F}"))")
        ways.append("REPLACE(p.name_key, \(" " + named.text), '') <> p.name_key")
      }
      if !address.isEmpty { ways.append("REPLACE(p.email_key, \(address), '') <> p.email_key") }
      return ways.isEmpty ? nil : "(\(SQLText.joined(ways, by: " OR ")))"
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
      WHERE \(selection.condition(inside: scope))
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
      WHERE \(selection.condition(inside: scope))
      ORDER BY 1
      """
    )?.integer("people") ?? 0
  }
}

extension PersonRecords.Selection.Assigned {
  /// Of one and the same role: that it lies inside the scope too, so that a search tells nothing of what lies outside.
  fileprivate func condition(inside scope: Scope) -> SQLText {
    var conditions: [SQLText] = [
      "a.person_id = p.id", AssignmentRecords.isOpen(on: day), ScopeFilter.assignments(inside: scope),
    ]
    if let role { conditions.append("a.role = \(role.rawValue)") }
    if let place, let inside = Scope([place]) {
      conditions.append(ScopeFilter.assignments(inside: inside))
    }
    return """
      EXISTS (
        SELECT 1
        FROM assignment a
        WHERE \(SQLText.joined(conditions, by: " AND "))
      )
      """
  }
}
