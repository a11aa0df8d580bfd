import Access
import ArgumentParser
import Extracts
import Foundation
import Indicators
import SQLStore
import UseCases
import Vocabulary
import Web

struct LoadFiles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Carrega arquivos: pagamentos (CSV ou ZIP) ou contornos (GeoJSON).",
    discussion: """
      O arquivo é reconhecido pelo conteúdo, não pelo nome, e lido uma vez só; nenhum nome, NIS ou CPF é guardado.
      Cada carga vale inteira ou não vale. Carregar de novo o mesmo arquivo não muda nada; um arquivo corrigido do
      mesmo mês passa a valer no lugar do anterior, que continua no histórico.
      """)

  @OptionGroup var database: DatabaseOption
  @Argument(help: ArgumentHelp("Arquivos, como o Portal da Transparência os publica.", valueName: "arquivo"))
  var files: [String]
  @Flag(name: .customLong("dry-run"), help: "Só confere: lê, mostra o relatório e não grava nada.")
  var isDryRun = false
  @Flag(help: "Escreve o resultado em JSON.") var json = false

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openPrumo()
      var worst: ExitCode?
      var results: [LoadResult] = []
      for file in files {
        let result = await load(file, prumo)
        results.append(result)
        if !json { result.write() }
        if let code = result.exitCode {
          worst = max(worst?.rawValue ?? 0, code.rawValue) == code.rawValue ? code : worst
        }
      }
      if json { print(LoadResult.json(results)) }
      try prumo.store.close()
      if let worst { throw worst }
    }
  }

  private func load(_ file: String, _ prumo: Prumo) async -> LoadResult {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let meter = ProgressMeter(name: name, isSilent: json)
    let request = LoadRequest(source: .file(path: file), isDryRun: isDryRun)
    do {
      let outcome = try await prumo.load(request, by: .commandLine) { meter.show($0) }
      meter.finish()
      return LoadResult(file: name, outcome: .success(outcome))
    } catch {
      meter.finish()
      return LoadResult(file: name, outcome: .failure(error))
    }
  }
}
