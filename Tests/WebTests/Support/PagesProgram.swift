import Logging
import SQLStore
import Secrets
import Synchronization
import TestCast
import TestSupport
import UseCases
import Vocabulary

@testable import Web

/// The program over a fresh store with the territory in it, a clock that stands still and ids that count: the same
/// pages on every run.
func withPages<R>(
  accounts: AccountSettings = .tests, _ body: (Prumo) async throws -> R
) async throws -> R {
  try await withStore(.sqlite, prepared: territory) { store in
    try await body(try await pagesProgram(store, seed: 3, accounts: accounts))
  }
}

extension AccountSettings {
  static var tests: AccountSettings { AccountSettings(passwordCost: .tests) }
}

/// When the pages are asked for; what stands there before was made an hour earlier.
let pagesInstant = Instant(millisecondsSince1970: 1_795_446_513_000)

private let territory = Preparation("pages") { store in
  let prumo = try await pagesProgram(store, seed: 2, at: pagesInstant.adding(seconds: -3_600))
  try await prumo.prepareReferenceTables()
  try await prumo.putCast()
}

/// Ids are drawn from `seed`; what is prepared and what a test adds must not draw the same.
func pagesProgram(
  _ store: any Store, seed: UInt64, at instant: Instant = pagesInstant, accounts: AccountSettings = .tests
) async throws -> Prumo {
  let generator = CountingGenerator(seed: seed)
  return try await Prumo.open(
    store, process: ProcessMark(host: "teste", processID: 1, beganAt: 1), accounts: accounts,
    now: { instant }, random: { generator.next() })
}

private final class CountingGenerator: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

  func next() -> UInt64 { generator.withLock { $0.next() } }
}

extension Prumo {
  /// Answers as pages get them, with addresses that do not change with the style sheet; as the administrator sees them.
  func surroundings(_ unit: FederativeUnit) async throws -> Surroundings {
    try await surroundings(unit, for: .iara)
  }

  func surroundings(
    _ unit: FederativeUnit, for member: Member, isDemonstration: Bool = false
  ) async throws -> Surroundings {
    let signedIn = try await signedIn(as: member)
    let states = try await states(for: signedIn.actor)
    return Surroundings(
      state: states.first { $0.unit == unit }, states: states, home: .MT, assets: .sample, signedIn: signedIn,
      isDemonstration: isDemonstration)
  }
}
