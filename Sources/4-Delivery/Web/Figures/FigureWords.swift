import Charts
public import Indicators
public import Vocabulary

/// A figure's value with its unit, for pages and commands alike.
public enum FigureWords {
  /// `1.065 famílias`, `R$ 665,25 por família`
  public static func value(_ value: FixedDecimal, of indicator: Indicator) -> String {
    let unit = indicator.unitAfterValue
    return unit.isEmpty ? indicator.text(value) : indicator.text(value) + Brazilian.fixedSpace + unit
  }
}

/// How an indicator's values are written and drawn.
extension Indicator {
  /// `254.762`, `R$ 708.489,00`, `8,64 %`
  func text(_ value: FixedDecimal) -> String {
    switch unit {
    case .count: Brazilian.decimal(value)
    case .reais: Brazilian.money(value)
    case .fraction: Brazilian.percent(value)
    }
  }

  /// What follows the value: `famílias`, `por família`; nothing where the value says it already.
  var unitAfterValue: String {
    switch unit {
    case .count: unitLabel
    case .reais: unitLabel.hasPrefix("reais ") ? String(unitLabel.dropFirst("reais ".count)) : ""
    case .fraction: ""
    }
  }

  /// The header of a column or of an axis.
  var unitHeader: String { unit == .fraction ? "%" : unitLabel }

  /// The label and the unit, for a subtitle: `Valor médio por família, reais por família`.
  var measure: String {
    if unit == .fraction { return "\(label), em %" }
    // "Parcelas pagas, em parcelas" says it twice.
    return NameKey(label).text.hasPrefix(NameKey(unitLabel).text) ? label : "\(label), em \(unitLabel)"
  }

  /// A number of an axis or the limit of a class.
  func axisText(_ number: Double) -> String {
    switch unit {
    case .count: Brazilian.whole(Int64(number.rounded()))
    case .fraction: Brazilian.percent(FixedDecimal(Int64((number * 10_000).rounded()), places: 4))
    case .reais:
      number.magnitude >= 10_000
        ? "R$" + Brazilian.fixedSpace + Brazilian.whole(Int64(number.rounded()))
        : Brazilian.money(FixedDecimal(Int64((number * 100).rounded()), places: 2))
    }
  }
}

extension Figure {
  var text: String { value.map(indicator.text) ?? Words.noData }

  var chartValue: ChartValue? { value.map { ChartValue(number: $0.approximate, label: indicator.text($0)) } }

  /// With whole reais from ten thousand up: a label beside a line has little room.
  var roundedChartValue: ChartValue? {
    guard indicator.unit == .reais else { return chartValue }
    return value.map { ChartValue(number: $0.approximate, label: indicator.axisText($0.approximate)) }
  }

  /// The page that says where it came from.
  var originHref: String { "/figuras/\(indicator.key)/\(territory)/\(month)" }

  /// `138 de 141 municípios com dado`; nil when all reported, or none: then the value says so itself.
  var incompleteWords: String? {
    guard coverage.expected > 1, coverage.reported > 0, !coverage.isComplete else { return nil }
    return "\(Brazilian.whole(coverage.reported)) de \(Brazilian.municipalities(coverage.expected)) com dado"
  }

  /// The way it went since `previous`; nil when either has no value, or when other municipalities reported: the
  /// difference would be theirs.
  func change(from previous: Figure?, isSinceTold: Bool = false) -> ChangeMark? {
    guard let previous, let now = value, let before = previous.value,
      coverage.reported == previous.coverage.reported
    else { return nil }
    let isLastMonth = previous.month == month - 1
    let since = isSinceTold ? nil : isLastMonth ? "no mês" : "desde \(Brazilian.month(previous.month))"
    if now == before { return ChangeMark(symbol: "=", words: "igual", tone: .neutral, since: since) }
    let rose = now > before
    let tone: ChangeMark.Tone =
      switch indicator.direction {
      case .neither: .neutral
      case .higher: rose ? .good : .attention
      case .lower: rose ? .attention : .good
      }
    let words = "\(rose ? "subiu" : "caiu") \(Self.distance(from: before, to: now, unit: indicator.unit))"
    return ChangeMark(symbol: rose ? "▲" : "▼", words: words, tone: tone, since: since)
  }

  /// `1,2 %` of the value before; of a fraction the points between them.
  private static func distance(from before: FixedDecimal, to now: FixedDecimal, unit: Indicator.Unit)
    -> String
  {
    let difference = Int64(clamping: (now.units - before.units).magnitude)
    if unit == .fraction, now.places == before.places {
      return Brazilian.percent(FixedDecimal(difference, places: now.places)).dropLast(1) + "p.p."
    }
    guard now.places == before.places, before.units != 0,
      let share = Ratio(difference, of: Int64(clamping: before.units.magnitude)).rounded(places: 1, shift: 2)
    else { return Brazilian.decimal(FixedDecimal(difference, places: now.places)) }
    return (share.units == 0 ? "< 0,1" : Brazilian.decimal(share)) + Brazilian.fixedSpace + "%"
  }
}

extension FigureCard {
  /// The card of a figure with its past.
  init(
    _ figure: Figure, previous: Figure?, series: [Figure], positions: [String] = [],
    selectHref: String? = nil,
    isSelected: Bool = false
  ) {
    let indicator = figure.indicator
    let short = indicator.unit == .reais ? figure.value.flatMap(Brazilian.shortMoney) : nil
    self.init(
      label: indicator.shortLabel, selectHref: selectHref, isSelected: isSelected,
      value: short ?? figure.text,
      isMissing: figure.value == nil,
      unit: short == nil ? (figure.value == nil ? "" : indicator.unitAfterValue) : figure.text,
      change: figure.change(from: previous),
      incomplete: figure.incompleteWords, positions: positions,
      sparkline: Self.sparkline(
        series.filter { $0.coverage.reported == figure.coverage.reported }, until: figure.month),
      originHref: figure.value == nil ? nil : figure.originHref)
  }

  /// Up to thirteen months up to this one, from the first that has a value; nil when fewer than two have one.
  private static func sparkline(_ series: [Figure], until month: ReferenceMonth) -> String? {
    let values = Dictionary(series.map { ($0.month, $0.value?.approximate) }, uniquingKeysWith: { $1 })
    let known = values.filter { $0.value != nil && $0.key <= month && $0.key > month - 13 }.keys
    guard known.count > 1, let first = known.min() else { return nil }
    let line = (0...month.months(since: first)).map { values[first + $0] ?? nil }
    return Sparkline(values: line).svg()
  }
}

extension ChartFrame {
  init(_ chart: some Chart, subtitle: String, source: String) {
    let table = chart.table
    self.init(
      id: chart.id, title: chart.title, subtitle: subtitle, source: source, drawing: chart.framed(),
      table: DataTable(
        caption: table.caption,
        headers: table.headers.enumerated().map { HeaderCell(text: $1, isNumber: $0 > 0) },
        rows: table.rows.map { row in
          Row(head: Cell(row.first ?? ""), cells: row.dropFirst().map { Cell($0, isNumber: true) })
        }, foot: nil))
  }
}
