import UseCases

/// What answers those who watch over the program.
struct Watching: Sendable {
  let health: AskHealth
  let metrics: AskMetrics

  static let paths: Set<String> = ["/health", "/metrics"]
}

extension Watching {
  /// With nothing counted yet, for this machine alone.
  init(_ prumo: Prumo) {
    self.init(
      health: AskHealth(prumo), metrics: AskMetrics(measurements: Measurements(), token: nil, prumo: prumo))
  }
}
