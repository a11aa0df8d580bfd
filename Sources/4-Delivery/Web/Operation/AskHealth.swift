import Hummingbird
import Synchronization
import UseCases

/// `/health`: 200 while pages can be answered, 503 when the store cannot be reached or has another version's schema, and
/// while the program ends, so that a balancer sends nobody here.
final class AskHealth: Sendable {
  private struct Known {
    let health: StoreHealth
    let until: ContinuousClock.Instant
  }

  private let prumo: Prumo
  private let known = Mutex<Known?>(nil)
  private let isEnding = Atomic<Bool>(false)

  /// Anybody may ask, at any rate; the store is asked once in this time.
  private static let kept = Duration.seconds(1)
  private static let longestWait = Duration.seconds(5)

  init(_ prumo: Prumo) {
    self.prumo = prumo
  }

  func end() { isEnding.store(true, ordering: .relaxed) }

  func answer() async -> Response {
    guard !isEnding.load(ordering: .relaxed) else { return Self.sick("o programa está encerrando") }
    switch await health() {
    case .good: return .text("ok\n")
    case .unreachable: return Self.sick("o banco de dados não responde")
    case .otherSchema: return Self.sick("o banco de dados é de outra versão do programa")
    }
  }

  private func health() async -> StoreHealth {
    let now = ContinuousClock.now
    if let known = known.withLock({ $0 }), known.until > now { return known.health }
    let health = await prumo.storeHealth(within: Self.longestWait)
    known.withLock { $0 = Known(health: health, until: .now + Self.kept) }
    return health
  }

  private static func sick(_ reason: String) -> Response {
    var response = Response.text(reason + "\n")
    response.status = .serviceUnavailable
    return response
  }
}
