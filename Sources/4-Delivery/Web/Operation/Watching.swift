/// What answers those who watch over the program.
struct Watching: Sendable {
  let health: AskHealth
  let metrics: AskMetrics

  static let paths: Set<String> = ["/health", "/metrics"]
}
