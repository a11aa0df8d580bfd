import Access
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// Links that ended stay for this long, so that who uses one is told that it is over rather than unknown.
  public static let daysLinksAreKept: Int64 = 30
  /// Envelopes of letters, without their bodies.
  public static let daysLettersAreKept: Int64 = 90

  /// Takes away what has ended by itself: sessions, second steps, known browsers, counts, old links and envelopes.
  /// Returns how many rows.
  @discardableResult
  public func sweepAccounts() async throws -> Int {
    let now = now()
    func daysAgo(_ days: Int64) -> Instant { now.adding(seconds: -days * 24 * 3_600) }
    let (links, letters) = (daysAgo(Self.daysLinksAreKept), daysAgo(Self.daysLettersAreKept))
    let idle = now.adding(seconds: -Session.idleSeconds)
    // The longest window of a limit.
    let counts = now.adding(seconds: -ThrottleLimit.codes.windowSeconds)
    return try await store.write { db in
      try SessionWriting.sweep(at: now, seenBefore: idle, in: db)
        + SignInWriting.sweep(at: now, countsBefore: counts, in: db)
        + AccountLinkWriting.sweep(endedBefore: links, in: db)
        + OutgoingMailRecords.sweep(endedBefore: letters, in: db)
    }
  }
}
