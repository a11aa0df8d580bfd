import Indicators
import Records
import SQLStore
import Vocabulary

/// What stands of payments in a few months, by municipality.
struct StandingValues {
  struct Values {
    var parcels: Int?
    var families: Int?
    var cents: Int64?
    var withoutCpf: Int?
    var lateParcels: Int?
    var suspectNis: Int?
    var load: ID<Load>
  }

  private var byMonth: [ReferenceMonth: [IBGECode: Values]] = [:]

  init(months: ClosedRange<ReferenceMonth>, in db: any ReadTransaction) throws {
    let keys = [
      "pbf.parcels", "pbf.families", "pbf.amount", "pbf.parcelsWithoutCpf", "pbf.lateParcels",
      "pbf.suspectNis",
    ].map { CatalogueKey($0)! }
    let values = try ObservationRecords.municipalValues(
      of: keys, dataset: Prumo.paymentsDataset, in: .country, months: months, db: db)
    for value in values {
      var entry = byMonth[value.month]?[value.municipality] ?? Values(load: value.load)
      switch value.element.text {
      case "pbf.parcels": entry.parcels = Int(value.value)
      case "pbf.families": entry.families = Int(value.value)
      case "pbf.amount": entry.cents = value.value
      case "pbf.parcelsWithoutCpf": entry.withoutCpf = Int(value.value)
      case "pbf.lateParcels": entry.lateParcels = Int(value.value)
      case "pbf.suspectNis": entry.suspectNis = Int(value.value)
      default: throw StoreError.defect("\(value.element) is no element of the report")
      }
      byMonth[value.month, default: [:]][value.municipality] = entry
    }
  }

  func places(in month: ReferenceMonth) -> [IBGECode: Values] { byMonth[month] ?? [:] }

  /// Totals over the given municipalities; nil when none of them has a value.
  func totals(in month: ReferenceMonth, of codes: Set<IBGECode>, db: any ReadTransaction) throws -> LoadReport
    .Totals?
  {
    let all = places(in: month)
    let values = codes.compactMap { all[$0] }
    guard !values.isEmpty else { return nil }
    return LoadReport.Totals(
      municipalities: values.count, parcels: values.reduce(0) { $0 + ($1.parcels ?? 0) },
      families: try distinctFamilies(in: month, of: values, all: all, db: db),
      cents: Self.sum(values.map(\.cents)),
      withoutCpf: Self.sum(values.map(\.withoutCpf)), lateParcels: Self.sum(values.map(\.lateParcels)),
      suspectNis: Self.sum(values.map(\.suspectNis)))
  }

  /// Distinct counts hold only where they were counted over just these municipalities: those of one whole load.
  private func distinctFamilies(
    in month: ReferenceMonth, of values: [Values], all: [IBGECode: Values], db: any ReadTransaction
  ) throws -> Int? {
    if values.count == 1 { return values[0].families }
    guard let load = values.first?.load, values.allSatisfy({ $0.load == load }),
      all.values.count(where: { $0.load == load }) == values.count
    else { return nil }
    let families = CatalogueKey("pbf.families")!
    let own = try ObservationRecords.ownValues(of: [families], of: .country, months: month...month, db: db)
    return own.first { $0.load == load }.map { Int($0.value) }
  }

  /// Nil as soon as one is missing: a sum that leaves some out would pass for a total.
  private static func sum<Number: AdditiveArithmetic>(_ numbers: [Number?]) -> Number? {
    var sum = Number.zero
    for number in numbers {
      guard let number else { return nil }
      sum += number
    }
    return sum
  }
}
