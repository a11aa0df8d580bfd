public import Access
public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Where a figure comes from, down to the files and the rows they rejected.
  /// Throws `access.notAllowed`, `indicator.unknown` or `territory.unknown`.
  public func explain(
    indicator key: CatalogueKey, territory: TerritoryCode, month: ReferenceMonth, for actor: Actor
  ) async throws -> Explanation {
    let scope = try actor.requiredScope(of: .figuresRead)
    let indicator = try indicator(key)
    return try await store.read { db in
      guard let name = try Self.name(of: territory, in: db),
        try Self.showsTotals(of: territory, to: scope, in: db)
      else { throw Self.unknown(territory.description) }
      let figure = try figures([indicator], of: territory, months: month...month, in: db)[month]!.first!
      let parts = try indicator.elements.map { key in
        try explainedPart(key, of: figure, in: db)
      }
      return Explanation(figure: figure, territoryName: name, parts: parts)
    }
  }

  private func explainedPart(
    _ key: CatalogueKey, of figure: Figure, in db: any ReadTransaction
  ) throws -> ExplainedPart {
    let element = catalogue.element(key)!
    let month = figure.month
    let shares = try ObservationRecords.shares(
      of: figure.indicator.elements, together: true, dataset: element.dataset, in: figure.territory,
      months: month...month, db: db
    ).filter { $0.element == key }
    let former = try ObservationRecords.formerShares(
      of: key, dataset: element.dataset, in: figure.territory, month: month, db: db)
    let total = key == figure.indicator.numerator ? figure.numerator : figure.denominator
    return ExplainedPart(
      element: element, total: total,
      contributions: try contributions(shares, of: figure.territory, in: db).sorted { $0.value > $1.value },
      superseded: try contributions(former, of: figure.territory, in: db))
  }

  private func contributions(
    _ shares: [LoadShare], of territory: TerritoryCode, in db: any ReadTransaction
  ) throws -> [Contribution] {
    try shares.compactMap { share in
      guard let stored = try LoadRecords.find(share.load, in: db) else { return nil }
      var rejectedHere = 0
      if case .municipality(let code) = territory {
        rejectedHere = try LoadRecords.rejectedRows(of: share.load, in: code, db: db)
      } else {
        rejectedHere = stored.load.rows?.rejected ?? 0
      }
      return Contribution(
        load: stored.load, municipalities: share.municipalities, value: share.value,
        rowsRejectedHere: rejectedHere)
    }
  }
}
