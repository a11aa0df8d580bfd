import Synchronization

/// What was written to a log.
final class Lines: Sendable {
  private let text = Mutex("")

  @Sendable func take(_ line: String) { text.withLock { $0 += line } }

  var all: String { text.withLock { $0 } }
}
