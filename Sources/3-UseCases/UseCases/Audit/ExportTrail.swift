public import Access
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// What the trail tells the reader, handed out entry by entry, newest first. Every export is recorded, with what was
  /// asked and how many entries it has, before the first of them leaves.
  ///
  /// Throws `access.notAllowed`, the refusals of `TrailQuestion`, or `trail.tooManyToExport`.
  /// - Parameter add: called once an entry, again from `start` when the database asks for a repetition.
  public func exportTrail<Output: Sendable>(
    _ question: TrailQuestion, for actor: Actor, into start: Output,
    _ add: @escaping @Sendable (inout Output, AuditEntry) -> Void
  ) async throws -> Output {
    let scope = try actor.requiredScope(of: .auditExport)
    let now = now()
    let (selection, count) = try await store.read { db in
      let selection = try question.selection(inside: scope, on: now.day, in: db)
      return (selection, try AuditRecords.count(selection, inside: scope, in: db))
    }
    guard count <= AuditRecords.maximumExported else {
      throw Problem.invalid(
        rule: "trail.tooManyToExport",
        ["count": String(count), "limit": String(AuditRecords.maximumExported)])
    }
    try await store.write { db in
      var values = question.values
      values[.count] = String(count)
      try AuditWriting.record(
        AuditNote(.trailExported, in: selection.places?.first ?? scope.places.first, after: values),
        by: actor,
        at: now, in: db)
    }
    return try await store.read { db in
      var output = start
      try AuditRecords.walk(selection, inside: scope, in: db) { add(&output, $0) }
      return output
    }
  }
}
