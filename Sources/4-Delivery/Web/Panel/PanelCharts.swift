import Charts
import Indicators
import UseCases
import Vocabulary

/// The drawings of a state's panel.
struct PanelCharts {
  /// Bars at either end of the order; a person compares that many at a glance.
  static let barsPerEnd = 7

  private let panel: StatePanel
  private let indicator: Indicator
  private let valued: [(row: PanelRow, value: ChartValue)]

  init(_ panel: StatePanel) {
    self.panel = panel
    indicator = panel.indicator
    valued = panel.rows.compactMap { row in row.figure.chartValue.map { (row, $0) } }
      .sorted { $0.value.number > $1.value.number }
  }

  private var subtitle: String {
    "\(indicator.measure), \(Brazilian.month(panel.month))."
  }

  /// Where the state stands: of a rate its own value, of a count the mean of its municipalities.
  private var reference: (label: String, value: ChartValue)? {
    let figure = panel.stateFigure
    if indicator.denominator != nil {
      return figure.chartValue.map { (panel.state.name, $0) }
    }
    let shift = indicator.unit == .reais ? -2 : 0
    guard let numerator = figure.numerator, !valued.isEmpty else { return nil }
    let sum = Ratio(numerator.value, of: Int64(valued.count))
    // The mean of small counts, as of CRAS, says little in whole numbers.
    let isSmall = indicator.unit == .count && sum.rounded(places: 0)?.units ?? 0 < 100
    guard let mean = sum.rounded(places: isSmall ? 1 : indicator.decimalPlaces, shift: shift) else {
      return nil
    }
    let text = indicator.text(mean)
    return (
      panel.isWhole ? "Média" : "Média do seu território", ChartValue(number: mean.approximate, label: text)
    )
  }

  /// From boundaries where a person has loaded them, else from the coordinates of the seats.
  func map(_ boundaries: [Boundary]) -> ChartFrame? {
    guard !panel.rows.isEmpty else { return nil }
    let scale = ClassScale.quantiles(
      of: valued.map(\.value.number), classes: 5...7, format: indicator.axisText)
    let title =
      valued.first.map { "\($0.row.municipality.name) tem o maior valor: \($0.value.label)" }
      ?? "Nenhum município com dado neste mês"
    guard !boundaries.isEmpty else {
      return ChartFrame(
        DotMap(
          id: "mapa", title: title, description: subtitle, unit: indicator.unitHeader,
          places: panel.rows.map(place), scale: scale),
        subtitle: subtitle, source: indicator.source)
    }
    let rings = Dictionary(boundaries.map { ($0.code, $0.rings) }, uniquingKeysWith: { $1 })
    let areas = panel.rows.compactMap { row in
      rings[row.municipality.code].map { rings in
        AreaMap.Area(
          code: row.municipality.code.description, name: row.municipality.name,
          rings: rings.map { $0.map { (longitude: $0.longitude, latitude: $0.latitude) } },
          value: row.figure.chartValue, href: href(row))
      }
    }
    return ChartFrame(
      AreaMap(
        id: "mapa", title: title, description: subtitle, unit: indicator.unitHeader, areas: areas,
        scale: scale),
      subtitle: subtitle, source: indicator.source)
  }

  private func place(_ row: PanelRow) -> DotMap.Place {
    DotMap.Place(
      code: row.municipality.code.description, name: row.municipality.name,
      latitude: row.municipality.coordinates.latitude, longitude: row.municipality.coordinates.longitude,
      value: row.figure.chartValue, href: href(row))
  }

  private func href(_ row: PanelRow) -> String { "/municipios/\(row.municipality.code)?mes=\(panel.month)" }

  /// Both ends of the order, with the state as the plumb line.
  func bars() -> ChartFrame? {
    guard valued.count > 1 else { return nil }
    let isWhole = valued.count <= 2 * Self.barsPerEnd
    let shown = isWhole ? valued : Array(valued.prefix(Self.barsPerEnd) + valued.suffix(Self.barsPerEnd))
    let above = reference.map { line in valued.count { $0.value.number > line.value.number } }
    let title =
      above.map {
        "\(Brazilian.whole($0)) de \(Brazilian.municipalities(valued.count)) estão acima "
          + (indicator.denominator == nil ? "da média" : "do valor do estado")
      } ?? "Os maiores e os menores valores"
    let ends =
      isWhole ? "todos os municípios" : "os \(Self.barsPerEnd) maiores e os \(Self.barsPerEnd) menores"
    let words = "\(indicator.measure), \(Brazilian.month(panel.month)); \(ends)."
    return ChartFrame(
      RankedBars(
        id: "extremos", title: title, description: words, unit: indicator.unitHeader,
        rows: shown.map {
          RankedBars.Row(label: $0.row.municipality.name, value: $0.value, href: href($0.row))
        },
        reference: reference),
      subtitle: words, source: indicator.source)
  }

  func histogram() -> ChartFrame? {
    guard valued.count > 4 else { return nil }
    let median = valued[valued.count / 2].value
    return ChartFrame(
      Histogram(
        id: "distribuicao", title: "Metade dos municípios tem até \(median.label)", description: subtitle,
        unit: indicator.unitHeader, values: panel.rows.map { $0.figure.value?.approximate },
        reference: reference,
        format: indicator.axisText),
      subtitle: "\(indicator.measure), \(Brazilian.month(panel.month)): quantos municípios há em cada faixa.",
      source: indicator.source)
  }
}
