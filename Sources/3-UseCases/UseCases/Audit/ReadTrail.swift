public import Access
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// Entries of the trail on one page.
  public static let trailEntriesPerPage = 50

  /// What the trail tells the reader, newest first. The look is recorded, the same question once an hour.
  /// Throws `access.notAllowed`, and the refusals of `TrailQuestion`.
  public func trail(
    _ question: TrailQuestion, from start: TrailStart = .newest, for actor: Actor
  ) async throws -> TrailPart {
    let scope = try actor.requiredScope(of: .auditRead)
    let today = now().day
    let selection = try await store.read { try question.selection(inside: scope, on: today, in: $0) }
    try await recordLook(
      AuditNote(.trailRead, in: selection.places?.first ?? scope.places.first, after: question.values),
      by: actor)
    return try await store.read { db in
      let limit = Self.trailEntriesPerPage
      let found = try AuditRecords.list(selection, inside: scope, from: start, limit: limit + 1, in: db)
      let hasMore = found.count > limit
      let (entries, hasNewer, hasOlder): (ArraySlice<AuditEntry>, Bool, Bool) =
        switch start {
        case .newest: (found.prefix(limit), false, hasMore)
        case .before: (found.prefix(limit), true, hasMore)
        case .after: (found.suffix(limit), hasMore, true)
        }
      return TrailPart(
        entries: try TrailEntry.named(Array(entries), in: db), hasNewer: hasNewer, hasOlder: hasOlder)
    }
  }

  /// One entry, and how it hangs in the chain. The look is recorded.
  /// Throws `access.notAllowed`, or `trail.unknown` also for one that the reader may not see.
  public func trailEntry(
    _ number: Int, for actor: Actor
  ) async throws -> (entry: TrailEntry, link: AuditLink) {
    let scope = try actor.requiredScope(of: .auditRead)
    let (entry, link) = try await store.read { db in
      guard let entry = try AuditRecords.find(number, inside: scope, in: db) else {
        throw Problem.notFound(rule: "trail.unknown")
      }
      return (try TrailEntry.named([entry], in: db)[0], try AuditRecords.link(of: entry, in: db))
    }
    try await recordLook(
      AuditNote(
        .trailRead, of: AuditThing(.trail, number),
        in: entry.entry.place.flatMap { Place($0) }
          ?? scope.places.first), by: actor)
    return (entry, link)
  }
}
