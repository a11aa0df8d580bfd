/// Judges how fast a client talks and listens on one connection. Knows no clock: every moment is handed in, in
/// milliseconds of whatever counts them.
///
/// A client is slow only while it is waited for. An upload that waits because we read it slowly is not.
struct ConnectionWatch {
  enum Verdict: Equatable {
    case fine
    /// Nothing is under way: the connection may go without a word.
    case closeQuietly
    /// It was about to ask, or in the middle of it.
    case tooSlow
    /// It does not take its answer.
    case notListening
  }

  private enum Phase: Equatable {
    case waitingForHead(since: Int64, isFirst: Bool)
    case readingBody
  }

  private let limits: RequestLimits
  private var phase: Phase
  /// Since when a byte of the body is asked for and has not come.
  private var askedAt: Int64?
  private var waitedMilliseconds: Int64 = 0
  private var bodyBytes: Int64 = 0
  private var writesUnderWay = 0
  private var progressAt: Int64 = 0
  /// Requests whose answer has not ended; several when a client asks ahead.
  private(set) var answersUnderWay = 0

  init(_ limits: RequestLimits, at now: Int64) {
    self.limits = limits
    phase = .waitingForHead(since: now, isFirst: true)
  }

  mutating func headArrived(at now: Int64) {
    phase = .readingBody
    answersUnderWay += 1
    (waitedMilliseconds, bodyBytes, askedAt) = (0, 0, nil)
  }

  mutating func readAsked(at now: Int64) {
    if phase == .readingBody, askedAt == nil { askedAt = now }
  }

  mutating func bodyArrived(_ bytes: Int, at now: Int64) {
    stopWaiting(at: now)
    bodyBytes += Int64(bytes)
  }

  mutating func requestEnded(at now: Int64) {
    stopWaiting(at: now)
    phase = .waitingForHead(since: now, isFirst: false)
  }

  /// What is left of the request's body, if anything, is read and let go.
  mutating func answerEnded(at now: Int64) {
    answersUnderWay -= 1
    if phase != .readingBody { phase = .waitingForHead(since: now, isFirst: false) }
  }

  mutating func writeBegan(at now: Int64) {
    if writesUnderWay == 0 { progressAt = now }
    writesUnderWay += 1
  }

  mutating func writeEnded(at now: Int64) {
    writesUnderWay -= 1
    progressAt = now
  }

  func verdict(at now: Int64) -> Verdict {
    if writesUnderWay > 0, now - progressAt >= limits.answerSeconds * 1_000 { return .notListening }
    switch phase {
    case .waitingForHead(let since, let isFirst):
      let allowed = (isFirst ? limits.headSeconds : limits.idleSeconds) * 1_000
      guard now - since >= allowed, answersUnderWay == 0, writesUnderWay == 0 else { return .fine }
      return isFirst ? .tooSlow : .closeQuietly
    case .readingBody: return bodyVerdict(at: now)
    }
  }

  private func bodyVerdict(at now: Int64) -> Verdict {
    guard let askedAt else { return .fine }
    let silence = now - askedAt
    if silence >= limits.silenceSeconds * 1_000 { return .tooSlow }
    let waited = waitedMilliseconds + silence
    guard waited >= limits.graceSeconds * 1_000 else { return .fine }
    return bodyBytes * 1_000 < limits.bytesPerSecond * waited ? .tooSlow : .fine
  }

  private mutating func stopWaiting(at now: Int64) {
    guard let asked = askedAt else { return }
    waitedMilliseconds += now - asked
    askedAt = nil
  }
}
