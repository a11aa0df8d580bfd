import Access
import Indicators
import UseCases
import Vocabulary

/// "De onde vem este número?": the sum, its parts, and the files they came from.
struct ExplanationPage: Page {
  let frame: Frame
  let backHref: String
  let backLabel: String
  let formulaWords: String
  let formulaNumbers: String
  let meaning: String
  let assumption: String?
  let coverage: String
  let notices: [Notice]
  let parts: [Part]

  struct Part: Sendable {
    let label: String
    let value: String
    let meaning: String
    let basis: String
    let basisExplained: String
    let source: String
    /// Why the files' values add up to more than the value, where they do.
    let overlap: String?
    let loads: DataTable?
    let supersededTitle: String
    let superseded: DataTable?
  }
}

extension ExplanationPage {
  init(_ explanation: Explanation, surroundings: Surroundings) {
    let figure = explanation.figure
    let indicator = figure.indicator
    let place = explanation.territoryName
    let month = Brazilian.month(figure.month)
    let clock = Clock(zone: (figure.territory.federativeUnit ?? surroundings.home).timeZone)
    let unit = indicator.unitAfterValue
    let back = Self.back(figure, place: place)
    let isMunicipality = if case .municipality = figure.territory { true } else { false }
    self.init(
      frame: surroundings.frame(
        "De onde vem este número?",
        lead: "\(indicator.label), \(place), \(month): \(figure.text)\(unit.isEmpty ? "" : " \(unit)").",
        in: nil,
        crumbs: [
          .init(label: place, href: back),
          .init(label: "\(indicator.shortLabel), \(month)", href: nil),
        ], sources: [indicator.source]),
      backHref: back, backLabel: "Voltar a \(place)", formulaWords: Self.words(explanation),
      formulaNumbers: Self.numbers(explanation), meaning: indicator.explanation,
      assumption: indicator.assumption,
      coverage: Self.coverage(figure),
      notices: figure.value == nil
        ? [
          Notice(
            .attention, title: "Este número não tem valor",
            text: "Falta uma das partes ou o divisor é zero. Sem dado é diferente de zero, e assim fica.",
            link: surroundings.uploadAnchor("Enviar um arquivo"))
        ] : [],
      parts: explanation.parts.map {
        Part($0, clock: clock, isMunicipality: isMunicipality, isLinked: surroundings.may(.loadsRead))
      })
  }

  private static func back(_ figure: Figure, place: String) -> String {
    switch figure.territory {
    case .municipality(let code): "/municipios/\(code)?mes=\(figure.month)"
    case .state(let unit):
      PanelQuery(indicator: figure.indicator.key, month: figure.month).href(unit)
    case .country, .region: "/"
    }
  }

  /// `Valor pago ÷ Famílias que receberam`
  private static func words(_ explanation: Explanation) -> String {
    let labels = Dictionary(
      explanation.parts.map { ($0.element.key, $0.element.label) }, uniquingKeysWith: { $1 })
    let indicator = explanation.figure.indicator
    let numerator = labels[indicator.numerator] ?? indicator.numerator.text
    guard let denominator = indicator.denominator else { return "\(indicator.label) = \(numerator)" }
    return "\(indicator.label) = \(numerator) ÷ \(labels[denominator] ?? denominator.text)"
  }

  /// `R$ 708.489,00 ÷ 1.065 = R$ 665,25`
  private static func numbers(_ explanation: Explanation) -> String {
    let figure = explanation.figure
    func part(_ key: CatalogueKey) -> String {
      guard let part = explanation.parts.first(where: { $0.element.key == key }) else { return Words.noData }
      return part.total.map { part.element.text($0.value) } ?? Words.noData
    }
    let result = figure.text + (figure.value == nil ? "" : " \(figure.indicator.unitAfterValue)")
    guard let denominator = figure.indicator.denominator else { return result }
    return "\(part(figure.indicator.numerator)) ÷ \(part(denominator)) = \(result)"
  }

  private static func coverage(_ figure: Figure) -> String {
    let coverage = figure.coverage
    guard coverage.expected > 1 else {
      return coverage.reported > 0 ? "O município tem dado neste mês." : "O município não tem dado neste mês."
    }
    let words =
      "\(Brazilian.whole(coverage.reported)) de \(Brazilian.municipalities(coverage.expected)) com dado neste mês"
    return coverage.isComplete
      ? "Cobertura: \(words)." : "Cobertura: só \(words); os que faltam não contam como zero."
  }
}

extension Element {
  /// A value of the element as people write it.
  func text(_ value: Int64) -> String {
    switch measure {
    case .count: Brazilian.whole(value)
    case .cents: Brazilian.money(Cents(value))
    }
  }
}

extension ExplanationPage.Part {
  init(_ part: ExplainedPart, clock: Clock, isMunicipality: Bool, isLinked: Bool) {
    let element = part.element
    self.init(
      label: element.label, value: part.total.map { element.text($0.value) } ?? Words.noData,
      meaning: element.meaning,
      basis: part.total.map { Words.basis($0.basis) } ?? "Sem dado",
      basisExplained: part.total.map { Words.explained($0.basis) } ?? "Nenhuma carga traz este valor.",
      source: element.source, overlap: Self.overlap(part),
      loads: part.contributions.isEmpty
        ? nil
        : Self.table(
          "Arquivos de que o valor vem", part.contributions, element: element, clock: clock,
          isMunicipality: isMunicipality, isLinked: isLinked),
      supersededTitle: part.superseded.count == 1
        ? "1 carga anterior, que já não vale"
        : "\(part.superseded.count) cargas anteriores, que já não valem",
      superseded: part.superseded.isEmpty
        ? nil
        : Self.table(
          "Cargas que já não valem", part.superseded, element: element, clock: clock,
          isMunicipality: isMunicipality, isLinked: isLinked))
  }

  /// Persons are counted once for a state, but once in each municipality where they received.
  private static func overlap(_ part: ExplainedPart) -> String? {
    let sum = part.contributions.map(\.value).reduce(0, +)
    guard let total = part.total, total.basis == .reported, sum > total.value else { return nil }
    return
      "Nos municípios, um a um, são \(part.element.text(sum)): quem recebeu em mais de um conta em cada um deles, "
      + "mas uma vez só neste total."
  }

  private static func table(
    _ caption: String, _ contributions: [Contribution], element: Element, clock: Clock, isMunicipality: Bool,
    isLinked: Bool
  ) -> DataTable {
    let headers = [
      ("Arquivo e impressão digital (SHA-256)", false), ("Valor", true), ("Municípios", true),
      ("Linhas lidas", true), ("Carregado (\(clock.name))", false),
    ]
    return DataTable(
      caption: caption, headers: headers.map { HeaderCell(text: $0.0, isNumber: $0.1) },
      rows: contributions.map { contribution in
        let load = contribution.load
        return Row(
          head: Cell(load.file.name, note: load.file.sha256, href: isLinked ? "/cargas/\(load.id)" : nil),
          cells: [
            Cell(element.text(contribution.value), isNumber: true),
            Cell(Brazilian.whole(contribution.municipalities), isNumber: true),
            Cell(
              load.rows.map { Brazilian.whole($0.read) } ?? "–",
              note: rejected(contribution, isMunicipality: isMunicipality), isNumber: true),
            Cell(clock.moment(load.finishedAt ?? load.startedAt), note: "por \(load.loadedBy)"),
          ])
      }, foot: nil)
  }

  /// `1.176 rejeitadas no arquivo, 4 daqui`
  private static func rejected(_ contribution: Contribution, isMunicipality: Bool) -> String? {
    guard let rows = contribution.load.rows else { return nil }
    let inFile = Brazilian.count(rows.rejected, "rejeitada no arquivo", "rejeitadas no arquivo")
    return isMunicipality ? "\(inFile), \(Brazilian.whole(contribution.rowsRejectedHere)) daqui" : inFile
  }
}
