import Access
import Extracts
import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  static let paymentsDataset = CatalogueKey("pbf.payments")!

  func loadPayments(
    _ request: LoadRequest, id: ID<Load>, source: ExtractSource, _ permit: Permit<LoadFiles>,
    progress: @escaping @Sendable (ReadProgress) -> Void
  ) async throws -> LoadOutcome {
    let startedAt = now()
    let codes = try await store.read { try MunicipalityRecords.siafiCodes(in: $0) }
    return try await recorded(
      id, of: request, dataset: Self.paymentsDataset, source: source, permit, progress: progress
    ) { pulse in
      try readPayments(
        from: source, siafi: SiafiIndex(codes), progress: { pulse.note($0) },
        isCancelled: { pulse.isCancelled })
    } finish: { extract in
      let finishedAt = now()
      if request.isDryRun {
        return try await check(extract, seconds: finishedAt.seconds(since: startedAt))
      }
      let former = try await store.write { db in
        try commit(extract, as: id, permit, startedAt: startedAt, finishedAt: finishedAt, in: db)
      }
      if let former { return .sameFile(try await storedLoad(former)) }
      return .committed(try await storedLoad(id))
    }
  }

  private func check(_ extract: PaymentsExtract, seconds: Double) async throws -> LoadOutcome {
    let (former, plan) = try await store.read { db in
      let plan = try PaymentsPlan(extract, isDryRun: true, seconds: seconds, in: db)
      return (try sameFile(as: extract, plan: plan, in: db), plan)
    }
    if let former { return .sameFile(try await storedLoad(former)) }
    return .checked(plan.report)
  }

  /// The load with the same bytes to which this one would add nothing: it stands, or later ones stand for all of it.
  private func sameFile(
    as extract: PaymentsExtract, plan: PaymentsPlan, in db: any ReadTransaction
  ) throws -> ID<Load>? {
    let (sha256, dataset) = (extract.file.sha256, Self.paymentsDataset)
    if let standing = try LoadRecords.standing(withSHA256: sha256, dataset: dataset, in: db) {
      return standing
    }
    guard plan.taken.isEmpty, plan.emptied.isEmpty else { return nil }
    return try LoadRecords.newest(withSHA256: sha256, dataset: dataset, in: db)
  }

  /// All of it or nothing, in one transaction. Returns the load of the same file that stands already, if any.
  private func commit(
    _ extract: PaymentsExtract, as id: ID<Load>, _ permit: Permit<LoadFiles>, startedAt: Instant,
    finishedAt: Instant, in db: any WriteTransaction
  ) throws -> ID<Load>? {
    let dataset = Self.paymentsDataset
    let plan = try PaymentsPlan(
      extract, isDryRun: false, seconds: finishedAt.seconds(since: startedAt), in: db)
    if let former = try sameFile(as: extract, plan: plan, in: db) {
      try LoadWriting.forget(id, in: db)
      return former
    }
    let load = Load(
      id: id, dataset: dataset, layout: extract.layout.rawValue, state: .reading,
      file: LoadedFile(name: extract.file.name, bytes: extract.file.bytes, sha256: extract.file.sha256),
      month: extract.payrollMonth, loadedBy: permit.actor.name, startedAt: startedAt, finishedAt: finishedAt,
      rows: RowCounts(read: extract.rowsRead, accepted: extract.rowsAccepted), refusal: nil)
    let precedence = extract.layout.precedence
    guard try LoadWriting.commit(load, precedence: precedence, report: plan.report.json(), permit, in: db)
    else {
      throw Problem.conflict(rule: "load.cancelled")
    }
    try ObservationWriting.add(extract.observations, of: id, in: db)
    try ObservationWriting.addRejections(extract.rejectionRows, of: id, in: db)
    try StandingLoads.replace(
      dataset: dataset, month: extract.payrollMonth, taken: plan.taken, emptied: plan.emptied, by: id, in: db)
    try AuditWriting.record(
      .committed(load, municipalities: plan.taken.count), by: permit.actor, at: finishedAt, in: db)
    return nil
  }
}

extension PaymentsLayout {
  var precedence: Load.Precedence {
    switch self {
    case .bolsaFamiliaSaques, .bolsaFamiliaSaquesOrcamento: .withdrawals
    case .novoBolsaFamilia, .auxilioBrasil, .bolsaFamiliaPagamentos, .bolsaFamiliaFolha: .payments
    }
  }
}

extension PaymentsExtract {
  /// The extract in elements of the catalogue; distinct counts of states and the country with it.
  var observations: [Observation] {
    func observation(_ key: String, _ territory: TerritoryCode, _ value: Int64) -> Observation {
      Observation(element: CatalogueKey(key)!, territory: territory, month: payrollMonth, value: value)
    }
    var observations = municipalities.filter { $0.parcels > 0 }.flatMap { place in
      let territory = TerritoryCode.municipality(place.code)
      var observations = [
        observation("pbf.parcels", territory, Int64(place.parcels)),
        observation("pbf.families", territory, Int64(place.beneficiaries)),
        observation("pbf.amount", territory, place.amount.count),
        observation("pbf.suspectNis", territory, Int64(place.suspectNIS)),
      ]
      // A file without the column says nothing of it: missing is not zero.
      if knowsLateParcels {
        observations.append(observation("pbf.lateParcels", territory, Int64(place.lateParcels)))
      }
      if let count = place.withoutCPF {
        observations.append(observation("pbf.parcelsWithoutCpf", territory, Int64(count)))
      }
      return observations
    }
    for (unit, count) in distinctByState.sorted(by: { $0.key < $1.key }) {
      observations.append(observation("pbf.families", .state(unit), Int64(count)))
    }
    observations.append(observation("pbf.families", .country, Int64(distinctInCountry)))
    return observations
  }

  /// Rejected rows by municipality and reason; those of no known municipality together.
  var rejectionRows: [(municipality: IBGECode?, reason: String, rows: Int)] {
    var unplaced = rejections
    var rows: [(municipality: IBGECode?, reason: String, rows: Int)] = []
    for place in municipalities {
      for (reason, count) in place.rejected.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > 0
      {
        rows.append((municipality: place.code, reason: reason.rawValue, rows: count))
        unplaced[reason, default: 0] -= count
      }
    }
    for (reason, count) in unplaced.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > 0 {
      rows.append((municipality: nil, reason: reason.rawValue, rows: count))
    }
    return rows
  }
}
