import Access
import ArgumentParser
import Indicators
import SQLStore
import UseCases
import Vocabulary
import Web

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Confere o banco: o que há e o que está fora de prumo.")

  @OptionGroup var database: DatabaseOption

  @Option(
    name: .customLong("trail-head"),
    help: ArgumentHelp(
      "Confere também que a trilha de auditoria ainda contém a ponta anotada antes, fora do banco.",
      valueName: "NÚMERO:HASH"))
  var trailHead: String?

  func run() async throws {
    try await Ending.guarding {
      let noted = try trailHead.map { text in
        guard let head = AuditHead(text) else { throw Problem.invalid(rule: "trail.headUnreadable") }
        return head
      }
      let prumo = try await database.openAsItIs()
      let check = try await prumo.check(trailHead: noted, isAlive: { $0.isRunning })
      for (name, count) in check.counts { print("\(Brazilian.whole(count)) \(name)") }
      if let head = check.trailHead { print("ponta da trilha de auditoria: \(head)") }
      for fault in check.faults { print("FORA DE PRUMO: \(fault)") }
      if check.faults.isEmpty { print("Tudo no prumo.") }
      try prumo.store.close()
      if !check.faults.isEmpty { throw Ending.badData }
    }
  }
}
