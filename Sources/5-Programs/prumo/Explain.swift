import Access
import ArgumentParser
import Indicators
import SQLStore
import UseCases
import Vocabulary
import Web

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Diz de onde vem um número: fórmula, partes, cargas, linhas lidas e rejeitadas.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: FigureOptions
  @Flag(help: "Escreve em JSON.") var json = false

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openPrumo()
      let actor = Actor.commandLine
      let territory = try await prumo.territory(options.territory, for: actor)
      let explanation = try await prumo.explain(
        indicator: options.key, territory: territory, month: options.month, for: actor)
      let output = ExplanationOutput(explanation: explanation, catalogue: prumo.catalogue)
      print(json ? output.json : output.words)
      try prumo.store.close()
    }
  }
}

struct ExplanationOutput {
  let explanation: Explanation
  let catalogue: Catalogue

  var words: String {
    let figure = explanation.figure
    let indicator = figure.indicator
    var lines = [
      "\(indicator.label) · \(explanation.territoryName) · \(Brazilian.fullMonth(figure.month))",
      figure.value.map { FigureWords.value($0, of: indicator) } ?? "sem dado",
      indicator.explanation,
      "Fórmula: " + explanation.parts.map(\.element.label).joined(separator: " ÷ "),
      "Cobertura: \(Brazilian.whole(figure.coverage.reported)) de \(Brazilian.municipalities(figure.coverage.expected))",
    ]
    if let assumption = indicator.assumption { lines.append("Suposição: \(assumption)") }
    for part in explanation.parts {
      lines.append("")
      lines.append(
        "\(part.element.label): \(part.total.map { amount($0.value, part.element) } ?? "sem dado")")
      if let total = part.total { lines.append("  \(Words.basis(total.basis))") }
      lines += part.contributions.map { "  " + contribution($0, part.element) }
      lines += part.superseded.map { "  não vale mais: " + contribution($0, part.element) }
    }
    lines.append("")
    lines.append("Fonte: \(indicator.source)")
    return lines.joined(separator: "\n")
  }

  var json: String {
    let figure = explanation.figure
    return JSONText.object([
      ("indicator", .text(figure.indicator.key.text)), ("territory", .text(figure.territory.description)),
      ("period", .text(figure.month.description)),
      ("value", figure.value.map { .number($0.description) } ?? .null),
      ("explanation", .text(figure.indicator.explanation)), ("source", .text(figure.indicator.source)),
      ("assumption", .optional(figure.indicator.assumption)),
      ("parts", .list(explanation.parts.map(part))),
    ]).text
  }

  private func part(_ part: ExplainedPart) -> JSONText {
    .object([
      ("element", .text(part.element.key.text)), ("label", .text(part.element.label)),
      ("value", part.total.map { .number(number($0.value, part.element)) } ?? .null),
      ("basis", .optional(part.total?.basis.rawValue)),
      ("loads", .list(part.contributions.map { contributionJSON($0, part.element) })),
      ("superseded", .list(part.superseded.map { contributionJSON($0, part.element) })),
    ])
  }

  private func contributionJSON(_ contribution: Contribution, _ element: Element) -> JSONText {
    let load = contribution.load
    return .object([
      ("id", .text(load.id.text)), ("file", .text(load.file.name)), ("sha256", .optional(load.file.sha256)),
      ("loadedAt", .text(load.startedAt.description)), ("loadedBy", .text(load.loadedBy)),
      ("rowsRead", load.rows.map { .number("\($0.read)") } ?? .null),
      ("rowsRejected", load.rows.map { .number("\($0.rejected)") } ?? .null),
      ("municipalities", .number("\(contribution.municipalities)")),
      ("value", .number(number(contribution.value, element))),
    ])
  }

  private func contribution(_ contribution: Contribution, _ element: Element) -> String {
    let load = contribution.load
    let rows =
      load.rows.map {
        ", \(Brazilian.whole($0.read)) linhas lidas, \(Brazilian.whole($0.rejected)) rejeitadas"
      } ?? ""
    return
      "\(amount(contribution.value, element)) de \(Brazilian.municipalities(contribution.municipalities)), \(load.file.name)\(rows), "
      + "carregado em \(load.startedAt) por \(load.loadedBy)"
  }

  private func amount(_ value: Int64, _ element: Element) -> String {
    element.measure == .cents ? Brazilian.money(Cents(value)) : Brazilian.whole(value)
  }

  private func number(_ value: Int64, _ element: Element) -> String {
    element.amount(value).description
  }
}
