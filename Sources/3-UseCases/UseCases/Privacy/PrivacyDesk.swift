public import Access
public import Privacy
import Records
import SQLStore
public import Vocabulary

/// What those who look after personal data see first: who waits for an answer, what is due, what the last runs did.
public struct PrivacyDesk: Sendable {
  public let requests: [ListedRequest]
  public let due: [RetentionDue]
  /// Newest first.
  public let runs: [RetentionRun]
  /// Of the last twelve months.
  public let warnings: [FreeTextWarningTotal]
  public let today: Day

  public init(
    requests: [ListedRequest], due: [RetentionDue], runs: [RetentionRun], warnings: [FreeTextWarningTotal],
    today: Day
  ) {
    self.requests = requests
    self.due = due
    self.runs = runs
    self.warnings = warnings
    self.today = today
  }
}

extension Prumo {
  /// Runs that the desk shows.
  public static let runsOnTheDesk = 10

  /// Looking at it stands in the trail. Throws `access.notAllowed`.
  public func privacyDesk(by actor: Actor) async throws -> PrivacyDesk {
    _ = try actor.requiredScope(of: .privacyWrite)
    try await recordLook(AuditNote(.privacyRead), by: actor)
    let today = now().day
    let yearAgo = RetentionTerm.period(12, .months).keptSince(on: today) ?? today
    return PrivacyDesk(
      requests: try await privacyRequests(by: actor), due: try await retentionDue(by: actor),
      runs: try await retentionRuns(by: actor, limit: Self.runsOnTheDesk),
      warnings: try await store.read { try FreeTextWarningRecords.totals(since: yearAgo, in: $0) },
      today: today)
  }
}
