public import Access
public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Months in a headline's small series.
  static let headlineMonths = 13

  /// The panel of a state. Without an indicator the catalogue's first; without a month the newest that has data,
  /// and this month before the first load. The rows are those that may be opened; their positions are among all of the state.
  /// Throws `access.notAllowed`, `territory.unknown` or `indicator.unknown`.
  public func statePanel(
    _ unit: FederativeUnit, indicator key: CatalogueKey?, month: ReferenceMonth?, for actor: Actor
  ) async throws -> StatePanel {
    let scope = try actor.requiredScope(of: .figuresRead)
    let today = today()
    return try await store.read { db in
      guard scope.touches(unit), let state = try StateRecords.find(unit, in: db) else {
        throw Self.unknown(unit.rawValue)
      }
      let indicator =
        try key.map { try self.indicator($0) } ?? firstIndicatorWithData(in: .state(unit), db: db)
      let months = try months(of: indicator, in: .state(unit), db: db)
      let month = month ?? months.first ?? today
      let byMonth = try municipalFigures(
        indicator, in: .state(unit), months: (month - 1)...month, db: db)
      let figure = try figures([indicator], of: .state(unit), months: month...month, in: db)[month]!.first!
      return StatePanel(
        state: state, indicator: indicator, month: month, months: months, stateFigure: figure,
        headlines: try headlines(of: .state(unit), in: month, db: db),
        rows: try panelRows(of: unit, indicator: indicator, in: month, byMonth: byMonth, db: db)
          .filter { scope.covers($0.municipality) }, isWhole: scope.covers(unit))
    }
  }

  private func panelRows(
    of unit: FederativeUnit, indicator: Indicator, in month: ReferenceMonth,
    byMonth: [ReferenceMonth: [IBGECode: Figure]], db: any ReadTransaction
  ) throws -> [PanelRow] {
    let places = try MunicipalityRecords.all(of: unit, on: month.firstDay, in: db)
    let now = byMonth[month] ?? [:]
    let before = byMonth[month - 1] ?? [:]
    let values = places.compactMap { now[$0.code]?.value }
    let ranking = Ranking(values)
    return places.map { place in
      let figure =
        now[place.code]
        ?? Figure(
          indicator, territory: .municipality(place.code), month: month, totals: [:],
          municipalitiesExpected: 1)
      return PanelRow(
        municipality: place, figure: figure, previous: before[place.code],
        position: figure.value.map { ranking.position(of: $0).place })
    }
  }

  /// The monthly figures that stand at the top: all of the first dataset of the catalogue.
  var headlineIndicators: [Indicator] {
    guard let first = catalogue.indicators.first else { return [] }
    let dataset = catalogue.dataset(of: first)
    return catalogue.indicators.filter { catalogue.dataset(of: $0) == dataset }
  }

  func headlines(
    of territory: TerritoryCode, in month: ReferenceMonth, db: any ReadTransaction
  ) throws -> [Headline] {
    let indicators = headlineIndicators
    let byMonth = try figures(
      indicators, of: territory, months: (month - (Self.headlineMonths - 1))...month, in: db)
    return indicators.indices.map { index in
      let series = byMonth.keys.sorted().compactMap { byMonth[$0]?[index] }.filter { $0.value != nil }
      return Headline(
        figure: byMonth[month]![index], previous: series.last { $0.month == month - 1 }, series: series)
    }
  }

  /// Months in which the indicator's numerator has a standing value, newest first.
  func months(
    of indicator: Indicator, in territory: TerritoryCode, db: any ReadTransaction
  ) throws -> [ReferenceMonth] {
    try ObservationRecords.months(
      of: indicator.numerator, dataset: catalogue.dataset(of: indicator), in: territory, db: db)
  }

  /// The first of the catalogue that is most complete in its newest month: an installation with only public facts
  /// opens on what it knows.
  private func firstIndicatorWithData(
    in territory: TerritoryCode, db: any ReadTransaction
  ) throws -> Indicator {
    var best: (indicator: Indicator, reported: Int)?
    for indicator in headlineIndicators {
      guard let month = try months(of: indicator, in: territory, db: db).first else { continue }
      let figure = try figures([indicator], of: territory, months: month...month, in: db)[month]!.first!
      if figure.coverage.reported > best?.reported ?? 0 { best = (indicator, figure.coverage.reported) }
    }
    return try best?.indicator ?? catalogue.indicators.first
      ?? { throw Problem.notFound(rule: "indicator.unknown", ["indicator": ""]) }()
  }

  func today() -> ReferenceMonth {
    Day(now().description.prefix(10))!.referenceMonth!
  }
}

/// Places by value, 1 the largest; equal values share a place.
struct Ranking {
  private let descending: [FixedDecimal]

  init(_ values: [FixedDecimal]) {
    descending = values.sorted(by: >)
  }

  func position(of value: FixedDecimal) -> Position {
    var low = 0
    var high = descending.count
    while low < high {
      let middle = (low + high) / 2
      if descending[middle] > value { low = middle + 1 } else { high = middle }
    }
    return Position(place: low + 1, of: descending.count)
  }
}
