public import Vocabulary

/// How many wrong tries are taken from one side before it has to wait. No limit hangs on an account alone, so that nobody
/// can lock another person out: docs/decisions/0032-throttling-without-lockout.md.
public struct ThrottleLimit: Hashable, Sendable {
  public let failures: Int
  public let windowSeconds: Int64

  public init(failures: Int, windowSeconds: Int64) {
    self.failures = failures
    self.windowSeconds = windowSeconds
  }

  /// From one network address, which may be that of a whole office.
  public static let network = Self(failures: 100, windowSeconds: 900)
  /// From one network address at one account.
  public static let networkAndAccount = Self(failures: 10, windowSeconds: 900)
  /// From a browser in which the person has signed in before, at that person's account.
  public static let knownDevice = Self(failures: 20, windowSeconds: 900)
  /// Wrong second factors after the right password, from unknown browsers: only who knows the password comes here.
  public static let codes = Self(failures: 30, windowSeconds: 24 * 3_600)
  /// Requests for a recovery link from one network address.
  public static let recoveryRequests = Self(failures: 30, windowSeconds: 3_600)
  /// Letters to one mailbox: further requests are answered alike, and no letter is written.
  public static let recoveryLetters = Self(failures: 3, windowSeconds: 3_600)
}

/// What was counted from one side since its window began.
public struct ThrottleCount: Hashable, Sendable {
  public let failures: Int
  public let windowBeganAt: Instant

  public init(failures: Int, windowBeganAt: Instant) {
    self.failures = failures
    self.windowBeganAt = windowBeganAt
  }

  /// Seconds until the next try is taken, rounded up; nil when it is taken now.
  public func secondsToWait(_ limit: ThrottleLimit, at now: Instant) -> Int64? {
    guard failures >= limit.failures, !isOver(limit, at: now) else { return nil }
    return limit.windowSeconds - Int64(now.seconds(since: windowBeganAt).rounded(.down))
  }

  /// With one more try; a window that is over begins anew.
  public func counting(_ limit: ThrottleLimit, at now: Instant) -> ThrottleCount {
    isOver(limit, at: now)
      ? ThrottleCount(failures: 1, windowBeganAt: now)
      : ThrottleCount(failures: failures + 1, windowBeganAt: windowBeganAt)
  }

  private func isOver(_ limit: ThrottleLimit, at now: Instant) -> Bool {
    now.seconds(since: windowBeganAt) >= Double(limit.windowSeconds)
  }
}
