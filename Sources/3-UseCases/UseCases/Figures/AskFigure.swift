public import Access
public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// One figure. Throws `access.notAllowed`, `indicator.unknown`, or `territory.unknown` for a place whose totals may
  /// not be seen; a place or month without data is a figure without value.
  public func figure(
    _ key: CatalogueKey, of territory: TerritoryCode, in month: ReferenceMonth, for actor: Actor
  ) async throws -> Figure {
    let scope = try actor.requiredScope(of: .figuresRead)
    let indicator = try indicator(key)
    return try await store.read { db in
      guard try Self.showsTotals(of: territory, to: scope, in: db) else {
        throw Self.unknown(territory.description)
      }
      return try figures([indicator], of: territory, months: month...month, in: db)[month]!.first!
    }
  }

  func indicator(_ key: CatalogueKey) throws -> Indicator {
    guard let indicator = catalogue.indicator(key) else {
      throw Problem.notFound(rule: "indicator.unknown", ["indicator": key.text])
    }
    return indicator
  }

  /// Figures of several indicators for every month of the span, in the order given.
  func figures(
    _ indicators: [Indicator], of territory: TerritoryCode, months: ClosedRange<ReferenceMonth>,
    in db: any ReadTransaction
  ) throws -> [ReferenceMonth: [Figure]] {
    let reading = TotalsReading(catalogue: catalogue, territory: territory)
    let counts = try MunicipalityCounts.of(territory, in: db)
    let single = Set(indicators.filter { $0.denominator == nil }.map(\.numerator)).sorted()
    let totals = try reading.totals(of: single, months: months, in: db)
    // A division needs both parts of the same municipalities: where one has only the denominator, its share would
    // thin the rate of all the others.
    let divided = try indicators.map { indicator in
      indicator.denominator == nil
        ? totals : try reading.totals(of: indicator.elements, together: true, months: months, in: db)
    }
    var figures: [ReferenceMonth: [Figure]] = [:]
    for offset in 0...months.upperBound.months(since: months.lowerBound) {
      let month = months.lowerBound + offset
      figures[month] = zip(indicators, divided).map { indicator, totals in
        Figure(
          indicator, territory: territory, month: month, totals: totals[month] ?? [:],
          municipalitiesExpected: counts.expected(in: month))
      }
    }
    return figures
  }

  /// The same indicator for every municipality of a territory in one month, by code.
  func municipalFigures(
    _ indicator: Indicator, in territory: TerritoryCode, months: ClosedRange<ReferenceMonth>,
    db: any ReadTransaction
  ) throws -> [ReferenceMonth: [IBGECode: Figure]] {
    let values = try ObservationRecords.municipalValues(
      of: indicator.elements, dataset: catalogue.dataset(of: indicator), in: territory, months: months, db: db
    )
    var totals: [ReferenceMonth: [IBGECode: [CatalogueKey: ElementTotal]]] = [:]
    for value in values {
      totals[value.month, default: [:]][value.municipality, default: [:]][value.element] = ElementTotal(
        element: value.element, value: value.value, basis: .reported, municipalitiesReported: 1,
        loads: [value.load])
    }
    var figures: [ReferenceMonth: [IBGECode: Figure]] = [:]
    for (month, byCode) in totals {
      for (code, parts) in byCode {
        figures[month, default: [:]][code] = Figure(
          indicator, territory: .municipality(code), month: month, totals: parts, municipalitiesExpected: 1)
      }
    }
    return figures
  }
}
