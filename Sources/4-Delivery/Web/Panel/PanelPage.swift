import Indicators
import UseCases
import Vocabulary

/// A state's panel: one indicator, one month, all municipalities.
struct PanelPage: Page {
  let frame: Frame
  let empty: EmptyState?
  let isEmpty: Bool
  let formHref: String
  let csvHref: String
  let indicators: [Choice]
  let months: [Choice]
  let hasMonths: Bool
  let notices: [Notice]
  let cards: [FigureCard]
  let indicatorLabel: String
  let explanation: String
  let assumption: String?
  let map: ChartFrame?
  let bars: ChartFrame?
  let histogram: ChartFrame?
  let rankingTitle: String
  let rankingCaption: String
  let columns: [Column]
  let rows: [RankedRow]
  let total: RankedRow

  /// A header that sorts.
  struct Column: Sendable {
    let label: String
    let className: String
    let href: String
    /// `ascending`, `descending` or `none`, for `aria-sort`.
    let sort: String
    let symbol: String
  }

  struct RankedRow: Sendable {
    let position: String
    let name: String
    let href: String
    let value: String
    let isMissing: Bool
    let change: ChangeMark?
    let originHref: String?
  }
}

extension PanelPage {
  init(
    _ panel: StatePanel, query asked: PanelQuery, catalogue: Catalogue, boundaries: [Boundary],
    surroundings: Surroundings
  ) {
    var query = asked
    query.indicator = panel.indicator.key
    query.month = panel.month
    let unit = panel.state.unit
    let indicator = panel.indicator
    let isEmpty = panel.months.isEmpty
    self.init(
      frame: surroundings.frame(
        panel.state.name, lead: isEmpty ? nil : Self.lead(panel), in: .panel,
        crumbs: [.init(label: "Painel", href: nil)], sources: isEmpty ? [] : [indicator.source]),
      empty: isEmpty ? Self.nothingYet(panel, surroundings) : nil, isEmpty: isEmpty,
      formHref: "/painel/\(unit.rawValue)",
      csvHref: query.href(unit, suffix: ".csv"),
      indicators: catalogue.indicators.map {
        Choice(value: $0.key.text, label: $0.label, isChosen: $0.key == indicator.key)
      },
      months: Choice.months(panel.months, shown: panel.month),
      hasMonths: !panel.months.isEmpty,
      notices: Self.notices(panel),
      cards: Self.cards(panel),
      indicatorLabel: indicator.label, explanation: indicator.explanation, assumption: indicator.assumption,
      map: isEmpty ? nil : PanelCharts(panel).map(boundaries),
      bars: isEmpty ? nil : PanelCharts(panel).bars(),
      histogram: isEmpty ? nil : PanelCharts(panel).histogram(),
      rankingTitle: panel.isWhole ? "Todos os municípios" : "Os municípios do seu território",
      rankingCaption:
        "\(indicator.label), \(Brazilian.month(panel.month)), por município \(panel.state.possessive)",
      columns: Self.columns(
        query, unit: unit, header: indicator.unit == .fraction ? indicator.shortLabel : indicator.unitHeader),
      rows: query.arranged(panel.rows).map(RankedRow.init), total: RankedRow(stateOf: panel))
  }

  /// The headlines; where the chosen indicator is none of them, it and those that are known in its month.
  private static func cards(_ panel: StatePanel) -> [FigureCard] {
    let chosen = panel.indicator.key
    func href(_ key: CatalogueKey) -> String {
      PanelQuery(indicator: key, month: panel.month).href(panel.state.unit)
    }
    let isHeadline = panel.headlines.contains { $0.figure.indicator.key == chosen }
    let cards = panel.headlines.filter { isHeadline || $0.figure.value != nil }.map { headline in
      let key = headline.figure.indicator.key
      return FigureCard(
        headline.figure, previous: headline.previous, series: headline.series, selectHref: href(key),
        isSelected: key == chosen)
    }
    if isHeadline { return cards }
    return [
      FigureCard(panel.stateFigure, previous: nil, series: [], selectHref: href(chosen), isSelected: true)
    ] + cards
  }

  /// `141 de 141 municípios com dado em dez. 2023: 254.762 famílias.`
  private static func lead(_ panel: StatePanel) -> String {
    let figure = panel.stateFigure
    let coverage =
      "\(Brazilian.whole(figure.coverage.reported)) de \(Brazilian.municipalities(figure.coverage.expected)) com dado em "
      + Brazilian.month(panel.month)
    guard figure.value != nil else { return "\(coverage); o estado ainda não tem valor." }
    let unit = panel.indicator.unitAfterValue
    let words =
      unit.isEmpty ? "\(panel.indicator.shortLabel): \(figure.text)" : "\(figure.text) \(unit)"
    return "\(words); \(coverage)."
  }

  private static func nothingYet(_ panel: StatePanel, _ surroundings: Surroundings) -> EmptyState {
    EmptyState(
      title: "Ainda não há números de “\(panel.indicator.label)” \(panel.state.inside)",
      text: "Este painel mostra um mês de cada vez, assim que um arquivo for carregado. "
        + "Envie a folha de pagamentos como o Portal da Transparência a publica, em CSV ou ZIP.",
      action: surroundings.uploadAnchor("Enviar um arquivo"))
  }

  private static func notices(_ panel: StatePanel) -> [Notice] {
    guard !panel.months.isEmpty else { return [] }
    var notices: [Notice] = []
    if !panel.isWhole {
      notices.append(
        Notice(
          .plain, title: "Você vê \(Brazilian.municipalities(panel.rows.count))",
          text: "São os do seu território; a posição e o total são entre todos os do estado."))
    }
    let missing = panel.rows.filter { $0.figure.value == nil }.map(\.municipality.name)
    if !missing.isEmpty, missing.count < panel.rows.count {
      let named = missing.prefix(8).joined(separator: ", ")
      notices.append(
        Notice(
          .attention, title: "\(Brazilian.municipalities(missing.count)) sem dado neste mês",
          text: missing.count > 8 ? "\(named) e mais \(Brazilian.whole(missing.count - 8))." : "\(named)."))
    }
    if panel.stateFigure.isSumOfDistinct {
      notices.append(
        Notice(
          .plain, title: "O total do estado é uma soma de municípios",
          text: "Quem recebeu em dois municípios conta duas vezes."))
    }
    return notices
  }

  private static func columns(_ query: PanelQuery, unit: FederativeUnit, header: String) -> [Column] {
    let labels: [(PanelQuery.Order, String, String)] = [
      (.name, "Município", ""), (.value, header.prefix(1).uppercased() + header.dropFirst(), "number"),
      (.change, "Mudança no mês", "number"),
    ]
    return labels.map { order, label, className in
      let isSorted = query.order == order
      let isAscending = query.direction == .ascending
      return Column(
        label: label, className: className, href: query.sorted(by: order).href(unit),
        sort: isSorted ? (isAscending ? "ascending" : "descending") : "none",
        symbol: isSorted ? (isAscending ? "↑" : "↓") : "↕")
    }
  }
}

extension PanelPage.RankedRow {
  init(_ row: PanelRow) {
    self.init(
      position: row.position.map(Brazilian.ordinal) ?? "–", name: row.municipality.name,
      href: "/municipios/\(row.municipality.code)?mes=\(row.figure.month)", value: row.figure.text,
      isMissing: row.figure.value == nil, change: row.figure.change(from: row.previous, isSinceTold: true),
      originHref: row.figure.value == nil ? nil : row.figure.originHref)
  }

  init(stateOf panel: StatePanel) {
    let figure = panel.stateFigure
    let previous = panel.headlines.first { $0.figure.indicator.key == figure.indicator.key }?.previous
    self.init(
      position: "", name: panel.state.name, href: "", value: figure.text, isMissing: figure.value == nil,
      change: figure.change(from: previous, isSinceTold: true),
      originHref: figure.value == nil ? nil : figure.originHref)
  }
}
