import Access
import ArgumentParser
import Indicators
import SQLStore
import UseCases
import Vocabulary
import Web

struct Figures: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mostra um número: indicador, lugar e mês.",
    discussion: """
      Exemplo:
        prumo figures --indicator pbf.amount --territory MT --period 2023-12 --json

      Sem valor quer dizer que falta o dado: falta não é zero.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: FigureOptions
  @Flag(help: "Escreve em JSON.") var json = false
  @Flag(help: "Escreve em CSV, com cabeçalho.") var csv = false

  func validate() throws {
    guard !(json && csv) else { throw ValidationError("Escolha --json ou --csv.") }
  }

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openPrumo()
      let actor = Actor.commandLine
      let territory = try await prumo.territory(options.territory, for: actor)
      let figure = try await prumo.figure(options.key, of: territory, in: options.month, for: actor)
      var loads: [Load] = []
      for id in figure.loads { loads.append(try await prumo.load(id, for: actor).load) }
      let output = FigureOutput(figure: figure, loads: loads, catalogue: prumo.catalogue)
      print(json ? output.json : csv ? output.csv : output.words)
      try prumo.store.close()
    }
  }
}

/// One figure, written for people, scripts and spreadsheets.
struct FigureOutput {
  let figure: Figure
  /// In the order of `figure.loads`.
  let loads: [Load]
  let catalogue: Catalogue

  /// Keys: indicator, territory, period, value, numerator, denominator, unit, coverage, load, loads.
  /// `load` is the one load behind the figure, or the first of `loads` where several are.
  var json: String {
    func load(_ load: Load) -> JSONText {
      .object([
        ("id", .text(load.id.text)), ("file", .text(load.file.name)), ("sha256", .optional(load.file.sha256)),
      ])
    }
    return JSONText.object([
      ("indicator", .text(figure.indicator.key.text)), ("territory", .text(figure.territory.description)),
      ("period", .text(figure.month.description)), ("value", number(figure.value?.description)),
      ("numerator", number(part(figure.numerator))), ("denominator", number(part(figure.denominator))),
      ("unit", .text(figure.indicator.unitLabel)),
      (
        "coverage",
        .object([
          ("reported", .number("\(figure.coverage.reported)")),
          ("expected", .number("\(figure.coverage.expected)")),
        ])
      ),
      ("sumOfDistinct", .number(figure.isSumOfDistinct ? "true" : "false")),
      ("load", loads.first.map(load) ?? .null), ("loads", .list(loads.map(load))),
    ]).text
  }

  var csv: String {
    let header =
      "indicador;territorio;periodo;valor;numerador;denominador;unidade;municipios_informados;"
      + "municipios_esperados;carga;arquivo;sha256"
    func comma(_ text: String?) -> String { text?.replacing(".", with: ",") ?? "" }
    let cells = [
      figure.indicator.key.text, figure.territory.description, figure.month.description,
      comma(figure.value?.description), comma(part(figure.numerator)), comma(part(figure.denominator)),
      figure.indicator.unitLabel, "\(figure.coverage.reported)", "\(figure.coverage.expected)",
      loads.first?.id.text ?? "", loads.first?.file.name ?? "", loads.first?.file.sha256 ?? "",
    ]
    return header + "\n" + cells.map(SpreadsheetCell.text).joined(separator: ";")
  }

  var words: String {
    let value = figure.value.map { FigureWords.value($0, of: figure.indicator) } ?? "sem dado"
    var lines = ["\(figure.indicator.label): \(value)"]
    lines.append(
      "\(figure.territory), \(Brazilian.fullMonth(figure.month)); "
        + "\(Brazilian.whole(figure.coverage.reported)) de \(Brazilian.municipalities(figure.coverage.expected)) com dado"
    )
    if figure.isSumOfDistinct {
      lines.append("Soma de contagens dos municípios: a mesma pessoa pode contar em dois deles.")
    }
    for load in loads { lines.append("carga \(load.id) · \(load.file.name)") }
    return lines.joined(separator: "\n")
  }

  private func number(_ text: String?) -> JSONText { text.map { .number($0) } ?? .null }

  /// Amounts in reais with two places, counts whole.
  private func part(_ total: ElementTotal?) -> String? {
    total.flatMap { catalogue.element($0.element)?.amount($0.value).description }
  }
}
