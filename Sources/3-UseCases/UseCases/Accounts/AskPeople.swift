public import Access
import Records
import SQLStore
public import Vocabulary

/// The people of a scope, one page of them.
public struct PeopleList: Sendable {
  public let people: [ListedPerson]
  public let count: Int
  /// How many of the scope's accounts wait for their yearly review; nil for whoever does not review.
  public let reviewsDue: Int?
  /// When each last signed in; nil for whoever does not look after accounts.
  public let enteredAt: [ID<Person>: Instant]?
  /// In which people can be looked for: each has somebody's role.
  public let places: [Place]
  public let names: TerritoryNames
}

/// Which people somebody looks for.
public struct PeopleQuestion: Hashable, Sendable {
  public static let maximumWords = 80

  /// As `Selection.named` and `address`, as it was typed.
  public var words = ""
  public var states: [Person.State] = [.invited, .active]
  public var isReviewDue = false
  public var role: Role?
  public var place: Place?

  public init() {}
}

extension Prumo {
  public static let peoplePerPage = 50

  /// Those inside the scope, by name. That they were looked at is recorded. Throws `access.notAllowed` for whoever may not
  /// read people, and `search.tooLong`.
  public func people(
    _ question: PeopleQuestion = .init(), page: Int = 1, by actor: Actor
  ) async throws -> PeopleList {
    let scope = try actor.requiredScope(of: .peopleRead)
    let selection = try selection(question)
    try await recordLook(Self.look(question, page: page), by: actor)
    let now = now()
    let offset = (max(page, 1) - 1) * Self.peoplePerPage
    return try await store.read { db in
      let people = try PersonRecords.list(
        selection, inside: scope, on: now.day, limit: Self.peoplePerPage, offset: offset, in: db)
      let places = try AssignmentRecords.places(inside: scope, on: now.day, in: db)
      let care = actor.scope(of: .peopleWrite)
      return PeopleList(
        people: people, count: try PersonRecords.count(selection, inside: scope, in: db),
        reviewsDue: try care.map { try PersonRecords.count(Self.due(at: now), inside: $0, in: db) },
        enteredAt: care == nil ? nil : try AuditRecords.lastSignIns(of: people.map(\.person.id), in: db),
        places: places,
        names: try TerritoryNames.of(
          (places + people.flatMap { $0.assignments.map(\.place) }).flatMap(\.named)
            + (question.place?.named ?? []), in: db))
    }
  }

  /// Accounts that wait for their yearly review: for the reminder. Nil for whoever does not review.
  public func reviewsDue(for actor: Actor) async throws -> Int? {
    guard let scope = actor.scope(of: .peopleWrite) else { return nil }
    let now = now()
    return try await store.read { try PersonRecords.count(Self.due(at: now), inside: scope, in: $0) }
  }

  /// Which accounts wait for their yearly review.
  static func due(at now: Instant) -> PersonRecords.Selection {
    PersonRecords.Selection(
      states: [.invited, .active], reviewedBefore: Person.reviewedBefore(now).adding(seconds: 1))
  }

  private func selection(_ question: PeopleQuestion) throws(Problem) -> PersonRecords.Selection {
    guard question.words.count <= PeopleQuestion.maximumWords else {
      throw .invalid(
        field: "q", rule: "search.tooLong", ["limit": String(PeopleQuestion.maximumWords)])
    }
    let now = now()
    let isAboutRoles = question.role != nil || question.place != nil
    return PersonRecords.Selection(
      named: NameKey(question.words), address: question.words.lowercased().filter { !$0.isWhitespace },
      states: question.states,
      reviewedBefore: question.isReviewDue ? Self.due(at: now).reviewedBefore : nil,
      assigned: isAboutRoles
        ? .init(role: question.role, place: question.place, on: now.day) : nil)
  }

  /// What was searched for stays out of the trail: it may be a name.
  private static func look(_ question: PeopleQuestion, page: Int) -> AuditNote {
    var values: [AuditField: String] = [.page: String(page)]
    values[.role] = question.role?.rawValue
    values[.place] = question.place?.description
    return AuditNote(.peopleRead, after: values)
  }
}

extension Place {
  /// The territories by whose names people know it.
  var named: [TerritoryCode] {
    switch territory {
    case .municipality(let code): [territory, .state(code.federativeUnit)]
    default: [territory]
    }
  }
}
