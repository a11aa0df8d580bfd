import Charts
import Indicators
import UseCases
import Vocabulary

/// The drawings of a municipality's page.
enum SheetCharts {
  /// Longer pasts are drawn from this many months back; the whole series is a download away.
  static let maximumMonths = 60

  /// The whole past of a figure; months without a value are gaps.
  static func series(
    _ sheet: SheetHeadline, of municipality: Municipality, in state: StateOfFederation
  ) -> ChartFrame? {
    let figure = sheet.headline.figure
    let indicator = figure.indicator
    guard let last = sheet.series.last?.month, var first = sheet.series.first?.month, sheet.series.count > 1
    else {
      return nil
    }
    first = max(first, last - (maximumMonths - 1))
    let points = sheet.series.compactMap { figure in
      figure.month < first ? nil : figure.roundedChartValue.map { (figure.month, $0) }
    }
    let isRate = indicator.denominator != nil
    let reference =
      isRate ? sheet.stateFigure.chartValue.map { (label: "Estado", value: $0) } : nil
    let subtitle =
      "\(indicator.measure), \(Brazilian.month(first)) a \(Brazilian.month(last))."
    return ChartFrame(
      SeriesChart(
        id: "serie-" + indicator.key.text.replacing(".", with: "-"), title: title(sheet),
        description: subtitle,
        unit: indicator.unitHeader, months: first...last,
        series: [SeriesChart.Series(label: municipality.name, points: points)], fromZero: !isRate,
        reference: reference, format: indicator.axisText),
      subtitle: subtitle, source: indicator.source)
  }

  /// `Famílias: subiu 2,1 % desde jan. 2023`
  private static func title(_ sheet: SheetHeadline) -> String {
    let figure = sheet.headline.figure
    let label = figure.indicator.shortLabel
    guard let first = sheet.series.first, first.month < figure.month,
      let change = figure.change(from: first, isSinceTold: true)
    else { return "\(label): \(figure.text) em \(Brazilian.month(figure.month))" }
    return "\(label): \(change.words) desde \(Brazilian.month(first.month))"
  }

  /// Where the municipality lies in its state.
  static func locator(
    _ municipality: Municipality, among neighbours: [Neighbour], boundaries: [Boundary],
    in state: StateOfFederation
  ) -> ChartFrame? {
    guard neighbours.count > 1 else { return nil }
    // Two classes and no measure: this municipality and all the others.
    let scale = ClassScale.quantiles(of: [0, 1], classes: 2, format: { _ in "" })
    func mark(_ code: IBGECode) -> ChartValue {
      ChartValue(number: code == municipality.code ? 1 : 0, label: "")
    }
    let title = "\(municipality.name) \(state.inside)"
    let subtitle =
      boundaries.isEmpty ? "Sedes dos municípios." : "Contornos dos municípios."
    guard !boundaries.isEmpty else {
      let places = neighbours.map { entry in
        let neighbour = entry.municipality
        return DotMap.Place(
          code: neighbour.code.description, name: neighbour.name, latitude: neighbour.coordinates.latitude,
          longitude: neighbour.coordinates.longitude, value: mark(neighbour.code), label: neighbour.name,
          href: entry.href, isHighlighted: neighbour.code == municipality.code)
      }
      return frame(
        DotMap(id: "lugar", title: title, description: subtitle, unit: "", places: places, scale: scale),
        subtitle,
        neighbours)
    }
    let names = Dictionary(neighbours.map { ($0.municipality.code, $0) }, uniquingKeysWith: { $1 })
    let areas = boundaries.map { boundary in
      AreaMap.Area(
        code: boundary.code.description,
        name: names[boundary.code]?.municipality.name ?? boundary.code.description,
        rings: boundary.rings.map { $0.map { (longitude: $0.longitude, latitude: $0.latitude) } },
        value: mark(boundary.code),
        label: names[boundary.code]?.municipality.name, href: names[boundary.code]?.href,
        isHighlighted: boundary.code == municipality.code)
    }
    return frame(
      AreaMap(id: "lugar", title: title, description: subtitle, unit: "", areas: areas, scale: scale),
      subtitle,
      neighbours)
  }

  /// Without a legend, for there is no measure; the table lists the neighbours by name.
  private static func frame(_ map: some MapChart, _ subtitle: String, _ neighbours: [Neighbour])
    -> ChartFrame
  {
    ChartFrame(
      id: map.id, title: map.title, subtitle: subtitle, source: "IBGE", drawing: map.svg(),
      table: DataTable(
        caption: "Municípios do estado",
        headers: ["Município", "Código IBGE"].map { HeaderCell(text: $0, isNumber: false) },
        rows: neighbours.map {
          Row(
            head: Cell($0.municipality.name, href: $0.href),
            cells: [Cell($0.municipality.code.description)])
        }, foot: nil))
  }
}

extension Neighbour {
  /// Nil where the page may not be opened.
  fileprivate var href: String? { isOpen ? "/municipios/\(municipality.code)" : nil }
}
