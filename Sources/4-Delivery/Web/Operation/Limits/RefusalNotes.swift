import Metrics
import Logging

/// Counts refusals by reason, and tells the log of them at the level that is off as a rule: whoever floods the server
/// should not flood the log as well.
struct RefusalNotes: Sendable {
  private let counters: [RequestRefusal: Counter]
  private let logger: Logger

  init(_ measurements: Measurements, logger: Logger) {
    counters = Dictionary(
      uniqueKeysWithValues: RequestRefusal.allCases.map {
        (
          $0,
          Counter(label: MetricNames.refusals, dimensions: [("reason", $0.rawValue)], factory: measurements)
        )
      })
    self.logger = logger
  }

  func note(_ refusal: RequestRefusal) {
    counters[refusal]?.increment()
    logger.debug("Pedido recusado", metadata: ["reason": "\(refusal.rawValue)"])
  }
}
