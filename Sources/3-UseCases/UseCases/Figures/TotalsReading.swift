import Indicators
import Records
import SQLStore
import Vocabulary

/// Adds up what stands today for a territory: each element and month with its basis and loads.
struct TotalsReading {
  let catalogue: Catalogue
  let territory: TerritoryCode

  typealias Totals = [ReferenceMonth: [CatalogueKey: ElementTotal]]

  /// `together`: only over municipalities that have all of the elements.
  func totals(
    of elements: [CatalogueKey], together: Bool = false, months: ClosedRange<ReferenceMonth>,
    in db: any ReadTransaction
  ) throws -> Totals {
    var totals: Totals = [:]
    for (dataset, keys) in Dictionary(grouping: elements, by: { catalogue.element($0)!.dataset }) {
      let shares = try ObservationRecords.shares(
        of: keys, together: together, dataset: dataset, in: territory, months: months, db: db)
      let own = try ownValues(of: keys, months: months, in: db)
      for (slot, shares) in Dictionary(grouping: shares, by: { Slot(month: $0.month, element: $0.element) }) {
        totals[slot.month, default: [:]][slot.element] = total(slot, shares: shares, own: own)
      }
    }
    return totals
  }

  private struct Slot: Hashable {
    let month: ReferenceMonth
    let element: CatalogueKey
  }

  private func ownValues(
    of keys: [CatalogueKey], months: ClosedRange<ReferenceMonth>, in db: any ReadTransaction
  ) throws -> [Slot: [LoadShare]] {
    let distinct = keys.filter { catalogue.element($0)!.overTerritory == .distinct }
    guard !distinct.isEmpty, carriesOwnCounts else { return [:] }
    let values = try ObservationRecords.ownValues(of: distinct, of: territory, months: months, db: db)
    return Dictionary(grouping: values) { Slot(month: $0.month, element: $0.element) }
  }

  /// Files count distinct persons for municipalities, states and the country, not for regions.
  private var carriesOwnCounts: Bool {
    switch territory {
    case .country, .state: true
    case .region, .municipality: false
    }
  }

  private func total(_ slot: Slot, shares: [LoadShare], own: [Slot: [LoadShare]]) -> ElementTotal {
    let municipalities = shares.reduce(0) { $0 + $1.municipalities }
    let loads = shares.map(\.load).sorted()
    let sum = shares.reduce(Int64(0)) { $0 + $1.value }
    func made(_ value: Int64, _ basis: ElementTotal.Basis) -> ElementTotal {
      ElementTotal(
        element: slot.element, value: value, basis: basis, municipalitiesReported: municipalities,
        loads: loads)
    }
    if case .municipality = territory { return made(sum, .reported) }
    guard catalogue.element(slot.element)!.overTerritory == .distinct else { return made(sum, .sum) }
    // A load's own count holds only where that load alone speaks for the territory.
    if shares.count == 1, let value = own[slot]?.first(where: { $0.load == shares[0].load })?.value {
      return made(value, .reported)
    }
    return made(sum, municipalities == 1 ? .reported : .sumOfDistinct)
  }
}
