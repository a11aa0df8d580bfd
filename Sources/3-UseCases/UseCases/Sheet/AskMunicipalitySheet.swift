public import Access
import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// A municipality's page. Without a month the newest with data here, and this month before the first load.
  /// Throws `access.notAllowed`, or `municipality.unknown` also for one whose totals may not be seen.
  public func municipalitySheet(
    _ code: IBGECode, month: ReferenceMonth?, for actor: Actor
  ) async throws -> MunicipalitySheet {
    let scope = try actor.requiredScope(of: .figuresRead)
    let today = today()
    return try await store.read { db in
      guard let place = try MunicipalityRecords.find(code, in: db),
        scope.covers(place) || scope.showsTotals(of: .municipality(code)),
        let state = try StateRecords.find(code.federativeUnit, in: db)
      else { throw Problem.notFound(rule: "municipality.unknown", ["code": code.description]) }
      let territory = TerritoryCode.municipality(code)
      let months = Set(
        try headlineIndicators.flatMap { try self.months(of: $0, in: territory, db: db) }
      ).sorted(by: >)
      let month = month ?? months.first ?? today
      return MunicipalitySheet(
        municipality: place, state: state, month: month, months: months,
        headlines: try sheetHeadlines(of: place, in: month, months: months, db: db),
        cras: try CrasRecords.all(of: code, in: db), network: try network(of: territory, db: db),
        timeZones: actor.scope(of: .clockChoose)?.covers(place) == true
          ? try StateRecords.timeZones(of: code.federativeUnit, in: db) : [],
        neighbours: try neighbours(of: place, scope: scope, on: today.firstDay, db: db))
    }
  }

  /// Where a place lies among the others is geography; which of them can be opened is not.
  private func neighbours(
    of place: Municipality, scope: Scope, on day: Day, db: any ReadTransaction
  ) throws -> [Neighbour] {
    try MunicipalityRecords.all(of: place.code.federativeUnit, on: day, in: db).map {
      Neighbour(municipality: $0, isOpen: scope.covers($0))
    }
  }

  private func sheetHeadlines(
    of place: Municipality, in month: ReferenceMonth, months: [ReferenceMonth], db: any ReadTransaction
  ) throws -> [SheetHeadline] {
    let headlines = try headlines(of: .municipality(place.code), in: month, db: db)
    let span = min(months.last ?? month, month)...max(months.first ?? month, month)
    let series = try figures(headlineIndicators, of: .municipality(place.code), months: span, in: db)
    let state = TerritoryCode.state(place.code.federativeUnit)
    let stateFigures = try figures(headlineIndicators, of: state, months: month...month, in: db)[month]!
    let places = try MunicipalityRecords.all(of: place.code.federativeUnit, on: month.firstDay, in: db)
    let samePorte = Set(places.filter { $0.porte == place.porte }.map(\.code))
    return try headlines.enumerated().map { index, headline in
      let all =
        try municipalFigures(
          headline.figure.indicator, in: state, months: month...month, db: db)[month] ?? [:]
      func position(_ among: (IBGECode) -> Bool) -> Position? {
        let values = all.compactMap { among($0.key) ? $0.value.value : nil }
        // A place among one says nothing.
        guard let value = headline.figure.value, values.count > 1 else { return nil }
        return Ranking(values).position(of: value)
      }
      return SheetHeadline(
        headline: headline,
        series: series.keys.sorted().compactMap { series[$0]?[index] }.filter { $0.value != nil },
        inState: position { _ in true },
        amongSamePorte: place.porte == nil ? nil : position(samePorte.contains),
        stateFigure: stateFigures[index])
    }
  }

  /// Figures of the service network in the last month that has them.
  private func network(of territory: TerritoryCode, db: any ReadTransaction) throws -> [Figure] {
    let headlines = Set(headlineIndicators)
    return try catalogue.indicators.filter { !headlines.contains($0) }.compactMap { indicator in
      guard let month = try months(of: indicator, in: territory, db: db).first else { return nil }
      return try figures([indicator], of: territory, months: month...month, in: db)[month]!.first
    }
  }
}
