import ArgumentParser
import Indicators
import SQLStore
import UseCases
import Web

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Confere o banco: o que há e o que está fora de prumo.")

  @OptionGroup var database: DatabaseOption

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openAsItIs()
      let check = try await prumo.check(isAlive: { $0.isRunning })
      for (name, count) in check.counts { print("\(Brazilian.whole(count)) \(name)") }
      for fault in check.faults { print("FORA DE PRUMO: \(fault)") }
      if check.faults.isEmpty { print("Tudo no prumo.") }
      try prumo.store.close()
      if !check.faults.isEmpty { throw Ending.badData }
    }
  }
}
