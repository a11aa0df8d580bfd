import Extracts
import Indicators
import Records
import SQLStore
import Vocabulary

/// What a payments file would change, and the report of it, against what stands now.
struct PaymentsPlan {
  /// Municipalities for which the new load will stand.
  let taken: [IBGECode]
  /// Municipalities that had a value which the file, though it speaks for their state, no longer has.
  let emptied: [IBGECode]
  let report: LoadReport

  init(_ extract: PaymentsExtract, isDryRun: Bool, seconds: Double, in db: any ReadTransaction) throws {
    let month = extract.payrollMonth
    let dataset = Prumo.paymentsDataset
    let reporting = extract.municipalities.filter { $0.parcels > 0 }
    let present = Set(reporting.map(\.code))
    let scope = LoadScope(present: present, existing: try MunicipalityCounts.byState(in: month, in: db))
    let standing = try StandingLoads.all(of: dataset, in: month, db: db)
    let outranking = Set(
      standing.filter { $0.precedence > extract.layout.precedence }.map(\.municipality))
    taken = present.subtracting(outranking).sorted()
    emptied = standing.map(\.municipality).filter { code in
      !present.contains(code) && scope.speaks(for: code) && !outranking.contains(code)
    }
    let names = try MunicipalityRecords.names(in: db)
    let values = try StandingValues(months: (month - 1)...month, in: db)
    let now = Dictionary(uniqueKeysWithValues: reporting.map { ($0.code, $0) })
    let scoped = present.union(emptied)
    func place(_ code: IBGECode) -> LoadReport.Place {
      LoadReport.Place(code: code.description, name: names[code] ?? "", state: code.federativeUnit.rawValue)
    }
    report = LoadReport(
      extract, isDryRun: isDryRun, seconds: seconds,
      totals: LoadReport.Totals(extract),
      previousMonth: try values.totals(in: month - 1, of: present, db: db),
      replaced: try values.totals(in: month, of: scoped, db: db),
      changes: Self.changes(of: scoped, from: values.places(in: month), to: now, place: place),
      wholeStates: scope.wholeStates.sorted().map(\.rawValue), vanished: emptied.map(place),
      notReplaced: present.intersection(outranking).count)
  }

  private static func changes(
    of codes: Set<IBGECode>, from before: [IBGECode: StandingValues.Values],
    to now: [IBGECode: MunicipalityPayments], place: (IBGECode) -> LoadReport.Place
  ) -> LoadReport.Changes {
    guard !before.isEmpty else { return LoadReport.Changes(municipalitiesChanged: 0, largest: []) }
    let changes = codes.sorted().compactMap { code -> LoadReport.Change? in
      let old = before[code]
      let new = now[code]
      // What the former load did not say cannot have changed.
      let isAmountChanged = old?.cents != nil && old?.cents != new?.amount.count
      guard old?.parcels != new?.parcels || isAmountChanged else { return nil }
      return LoadReport.Change(
        place: place(code), parcelsBefore: old?.parcels, parcelsNow: new?.parcels, centsBefore: old?.cents,
        centsNow: new?.amount.count)
    }
    func size(_ change: LoadReport.Change) -> Int {
      abs((change.parcelsNow ?? 0) - (change.parcelsBefore ?? 0))
    }
    let largest = changes.sorted { (size($0), $1.place.code) > (size($1), $0.place.code) }
    return LoadReport.Changes(
      municipalitiesChanged: changes.count, largest: Array(largest.prefix(LoadReport.maximumChanges)))
  }
}
