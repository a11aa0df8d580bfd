public import Access
public import Records
import SQLStore
public import Vocabulary

/// The people of a scope, one page of them.
public struct PeopleList: Sendable {
  public let people: [ListedPerson]
  public let count: Int
  /// How many of the scope's accounts wait for their yearly review.
  public let reviewsDue: Int
}

/// One person as an administrator sees them.
public struct PersonSheet: Sendable {
  public let person: Person
  /// Inside the scope, also of the past, oldest first.
  public let assignments: [Assignment]
  public let hasSecondFactor: Bool
  /// When the person was last seen in a session that still lives; nil when in none.
  public let seenAt: Instant?
  /// Until when an unused link can be used.
  public let linkUsableUntil: Instant?
}

extension Prumo {
  public static let peoplePerPage = 50

  /// Throws `access.notAllowed` for whoever may not read people.
  public func people(
    _ selection: PersonRecords.Selection = .init(), page: Int = 1, by actor: Actor
  ) async throws -> PeopleList {
    let scope = try actor.requiredScope(of: .peopleRead)
    let now = now()
    let offset = (max(page, 1) - 1) * Self.peoplePerPage
    return try await store.read { db in
      PeopleList(
        people: try PersonRecords.list(
          selection, inside: scope, on: now.day, limit: Self.peoplePerPage, offset: offset, in: db),
        count: try PersonRecords.count(selection, inside: scope, in: db),
        reviewsDue: try PersonRecords.count(Self.due(at: now), inside: scope, in: db))
    }
  }

  /// Accounts that wait for their yearly review: for the reminder. Nil for whoever does not review.
  public func reviewsDue(for actor: Actor) async throws -> Int? {
    guard let scope = actor.scope(of: .peopleWrite) else { return nil }
    let now = now()
    return try await store.read { try PersonRecords.count(Self.due(at: now), inside: scope, in: $0) }
  }

  /// Which accounts wait for their yearly review.
  public static func due(at now: Instant) -> PersonRecords.Selection {
    PersonRecords.Selection(
      states: [.invited, .active], reviewedBefore: Person.reviewedBefore(now).adding(seconds: 1))
  }

  /// Throws `person.unknown`.
  public func personSheet(_ id: ID<Person>, by actor: Actor) async throws -> PersonSheet {
    let scope = try actor.requiredScope(of: .peopleRead)
    let now = now()
    return try await store.read { db in
      let person = try visible(id, inside: scope, in: db)
      return PersonSheet(
        person: person, assignments: try AssignmentRecords.all(of: id, inside: scope, in: db),
        hasSecondFactor: try CredentialRecords.find(of: id, in: db)?.hasSecondFactor ?? false,
        seenAt: try SessionRecords.all(of: id, in: db).first { $0.isAlive(at: now) }?.seenAt,
        linkUsableUntil: try AccountLinkRecords.unused(of: id, in: db).first?.expiresAt)
    }
  }
}
