import Hummingbird
import Logging
import Metrics

/// One line of the log, and the counts, for each request. Neither has what was asked for, only the route's pattern: an
/// address may hold a token, a name, a search.
struct RequestLog: Sendable {
  private let logger: Logger
  private let measurements: Measurements
  private let inFlight: Meter

  static let unknownRoute = "?"
  /// What the router calls an address that it does not know.
  private static let routerUnknown = "NotFound"

  init(_ measurements: Measurements, logger: Logger) {
    self.logger = logger
    self.measurements = measurements
    inFlight = Meter(label: MetricNames.requestsInFlight, dimensions: [], factory: measurements)
  }

  func begin() { inFlight.increment() }

  /// - Parameters:
  ///   - status: 0 when the client went away before there was one.
  ///   - bytes: nil for an answer whose length is not known beforehand.
  func end(
    _ request: Request, route: String?, status: Int, bytes: Int?, _ facts: RequestFacts,
    since began: ContinuousClock.Instant
  ) {
    inFlight.decrement()
    let took = ContinuousClock.now - began
    let route = route.flatMap { $0 == Self.routerUnknown ? nil : $0 } ?? Self.unknownRoute
    let method = Self.methods.contains(request.method.rawValue) ? request.method.rawValue : "?"
    Counter(
      label: MetricNames.requests,
      dimensions: [("method", method), ("route", route), ("status", "\(status)")],
      factory: measurements
    ).increment()
    Timer(label: MetricNames.requestSeconds, dimensions: [("route", route)], factory: measurements)
      .recordNanoseconds(Int64(took / .nanoseconds(1)))
    var metadata: Logger.Metadata = [
      "request": "\(facts.id)", "method": "\(method)", "route": "\(route)", "status": "\(status)",
      "ms": "\(Int64(took / .milliseconds(1)))",
    ]
    if let bytes { metadata["bytes"] = "\(bytes)" }
    if let person = facts.notes.person { metadata["person"] = "\(person)" }
    logger.log(
      level: Watching.paths.contains(route) ? .debug : .info, "Pedido atendido", metadata: metadata)
  }

  private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
