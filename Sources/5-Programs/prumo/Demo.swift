import ArgumentParser
import SQLStore
import UseCases
import Vocabulary
import Web

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prepara um banco de demonstração: pessoas inventadas, Mato Grosso e Acre.",
    discussion: """
      Começa em um banco vazio e o marca para sempre: um banco de verdade nunca vira demonstração, nem o contrário.
      Em um banco de demonstração, acrescenta o que a versão do programa traz de novo. prumo serve abre as páginas:
        prumo demo --database sqlite:demo.db
        prumo serve --database sqlite:demo.db
      """)

  @OptionGroup var database: DatabaseOption
  @Flag(help: "Apaga tudo o que a demonstração tem e recomeça. Recusa um banco que não seja demonstração.")
  var reset = false
  @Option(
    name: .customLong("families-per-family"),
    help: ArgumentHelp(
      "Uma família inventada no lugar de N, para ficar pronto mais depressa.", valueName: "N"))
  var familiesPerFamily = 1

  func validate() throws {
    guard (1...Self.mostFamiliesPerFamily).contains(familiesPerFamily) else {
      throw ValidationError("--families-per-family vai de 1 a \(Self.mostFamiliesPerFamily).")
    }
  }

  private static let mostFamiliesPerFamily = 1_000

  func run() async throws {
    try await Ending.guarding {
      let opened = try await database.openAsItIs()
      if reset { try await opened.emptyDemonstration() }
      let prumo = try await opened.asDemonstration()
      try await prumo.tell(DemonstrationWorld(familiesPerFamily: familiesPerFamily)) { story in
        Ending.say("Demonstração: \(Self.words[story] ?? story)…")
      }
      print("A demonstração está pronta.")
      try prumo.store.close()
    }
  }

  private static let words = ["cast": "as pessoas", "payments": "treze meses de pagamentos inventados"]
}
