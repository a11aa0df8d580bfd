import Vocabulary

/// What was learnt of each provider, and when.
struct Remembered<Value: Sendable>: Sendable {
  private var values: [OpenIDProvider: (value: Value, since: Instant)] = [:]

  /// Nil when nothing is known, or only what is as old as that.
  func value(of provider: OpenIDProvider, youngerThan seconds: Int64, now: Instant) -> Value? {
    guard let known = values[provider], now < known.since.adding(seconds: seconds) else { return nil }
    return known.value
  }

  mutating func keep(_ value: Value, of provider: OpenIDProvider, now: Instant) {
    values[provider] = (value, now)
  }
}
