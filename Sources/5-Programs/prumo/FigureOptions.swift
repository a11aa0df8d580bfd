import ArgumentParser
import Indicators
import UseCases
import Vocabulary

/// Which figure: `--indicator`, `--territory`, `--period`.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Chave do indicador, como pbf.families.", valueName: "chave"))
  var indicator: String
  @Option(
    help: ArgumentHelp(
      "IBGE de 7 ou 6 dígitos, uma UF (MT), uma região (RI510015) ou BR.", valueName: "código"))
  var territory: String
  @Option(help: ArgumentHelp("Mês, como 2023-12.", valueName: "AAAA-MM"))
  var period: String

  func validate() throws {
    guard CatalogueKey(indicator) != nil else {
      throw ValidationError("--indicator é uma chave, como pbf.families.")
    }
    guard ReferenceMonth(period) != nil else { throw ValidationError("--period é um mês, como 2023-12.") }
  }

  var key: CatalogueKey { CatalogueKey(indicator)! }
  var month: ReferenceMonth { ReferenceMonth(period)! }
}
