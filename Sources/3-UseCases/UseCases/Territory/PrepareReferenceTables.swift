import Access
import CatalogueReader
import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// Brings the territory and the public facts of the catalogue into the store. Does nothing when the store has
  /// this edition already; what the state set by hand stays. Returns whether anything was written.
  @discardableResult
  public func prepareReferenceTables() async throws -> Bool {
    let tables = try ReferenceTexts.read()
    let now = now()
    let editions = tables.editions
    guard try await store.read({ try outdated(editions, in: $0) }).isEmpty == false else { return false }
    let territory = try tables.territory()
    let cras = try readCras(tables.idcras)
    let facts = try tables.facts()
    let ids: [ID<Load>] = facts.map { _ in newID() }
    let permit = try Actor.program(Self.ownName, origin: .ofTheProgram).permit(LoadFiles.self)
    return try await store.write { db in
      // Looked at once more: another start may have been quicker.
      let outdated = try outdated(editions, in: db)
      if outdated.contains(.territory) {
        try write(territory, in: db)
        for unit in cras { try TerritoryWriting.put(unit, in: db) }
      }
      if outdated.contains(.facts) {
        for (fact, id) in zip(facts, ids) { try commit(fact, as: id, at: now, permit, in: db) }
      }
      for edition in outdated {
        try ReferenceEditions.put(edition.rawValue, fingerprint: editions[edition]!, at: now, in: db)
      }
      return !outdated.isEmpty
    }
  }

  private func outdated(
    _ editions: [ReferenceTexts.Part: String], in db: any ReadTransaction
  ) throws -> Set<ReferenceTexts.Part> {
    Set(
      try editions.filter { part, fingerprint in
        try ReferenceEditions.fingerprint(of: part.rawValue, in: db) != fingerprint
      }.keys)
  }

  private func write(_ territory: ReferenceTerritory, in db: any WriteTransaction) throws {
    for state in territory.states { try TerritoryWriting.put(state, in: db) }
    for region in territory.regions { try TerritoryWriting.put(region, in: db) }
    for entry in territory.municipalities {
      try TerritoryWriting.put(
        ReferenceMunicipality(municipality: entry.municipality, otherNames: entry.otherNames), in: db)
    }
  }

  /// A public fact is a load like any other, of the lowest precedence: any file of the ministry stands above it.
  private func commit(
    _ fact: PublicFact, as id: ID<Load>, at instant: Instant, _ permit: Permit<LoadFiles>,
    in db: any WriteTransaction
  ) throws {
    let load = Load(
      id: id, dataset: fact.dataset, layout: "publicFacts", state: .reading,
      file: LoadedFile(name: fact.fileName, bytes: Int64(fact.text.utf8.count), sha256: fact.sha256),
      month: fact.months.last, loadedBy: Self.ownName, startedAt: instant, finishedAt: instant,
      rows: RowCounts(read: fact.rows, accepted: fact.rows), refusal: nil)
    try LoadWriting.begin(load, precedence: .publicFact, process: process.description, permit, in: db)
    try ObservationWriting.add(fact.observations, of: id, in: db)
    var municipalities: Set<IBGECode> = []
    for month in fact.months {
      let outranking = Set(
        try StandingLoads.all(of: fact.dataset, in: month, db: db)
          .filter { $0.precedence > .publicFact }.map(\.municipality))
      let taken = fact.municipalities(in: month).filter { !outranking.contains($0) }
      municipalities.formUnion(taken)
      try StandingLoads.replace(
        dataset: fact.dataset, month: month, taken: taken, emptied: [], by: id, in: db)
    }
    guard try LoadWriting.commit(load, precedence: .publicFact, report: nil, permit, in: db) else {
      throw Problem.conflict(rule: "load.cancelled")
    }
    try AuditWriting.record(
      .committed(load, municipalities: municipalities.count), by: permit.actor, at: instant, in: db)
  }
}
