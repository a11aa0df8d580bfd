import Foundation
import Indicators
import SQLStore
import Secrets
import Synchronization
import TestCast
import TestSupport
import UseCases
import Vocabulary

/// The program over a fresh store with the territory in it, a clock that stands still and ids that count.
func withPrumo<R>(_ engine: Engine, _ body: (Prumo) async throws -> R) async throws -> R {
  try await withStore(engine, prepared: territory) { store in try await body(try await openPrumo(store)) }
}

/// As `withPrumo`, with the fixed cast in it.
func withMembers<R>(_ engine: Engine, _ body: (Prumo) async throws -> R) async throws -> R {
  try await withStore(engine, prepared: territoryAndCast) { store in
    try await body(try await openPrumo(store))
  }
}

let territory = Preparation("territory") { store in
  try await openPrumo(store).prepareReferenceTables()
}

let territoryAndCast = Preparation("territory and members") { store in
  let prumo = try await openPrumo(store)
  try await prumo.prepareReferenceTables()
  try await prumo.putCast()
}

func openPrumo(
  _ store: any Store, process: ProcessMark = testProcess,
  accounts: AccountSettings = AccountSettings(passwordCost: .tests),
  now: @escaping @Sendable () -> Instant = { testNow }
) async throws -> Prumo {
  let generator = CountingGenerator()
  return try await Prumo.open(
    store, process: process, accounts: accounts, now: now, random: { generator.next() })
}

let testNow = Instant("2026-11-23T15:08:33.000Z")!

let testProcess = ProcessMark(host: "teste", processID: 1, beganAt: 1)

private final class CountingGenerator: Sendable {
  private let generator = Mutex(SeededGenerator(seed: UInt64.random(in: 0...UInt64.max)))

  func next() -> UInt64 { generator.withLock { $0.next() } }
}

func month(_ text: String) -> ReferenceMonth { ReferenceMonth(text)! }
func key(_ text: String) -> CatalogueKey { CatalogueKey(text)! }

let aguaBoa = IBGECode("5100201")!
let cuiaba = IBGECode("5103403")!
let rioBranco = IBGECode("1200401")!
