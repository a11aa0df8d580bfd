import Assets
import CatalogueReader
import Crypto
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
    return try await store.write { db in
      // Looked at once more: another start may have been quicker.
      let outdated = try outdated(editions, in: db)
      if outdated.contains(.territory) {
        try write(territory, in: db)
        for unit in cras { try TerritoryWriting.put(unit, in: db) }
      }
      if outdated.contains(.facts) {
        for (fact, id) in zip(facts, ids) { try commit(fact, as: id, at: now, in: db) }
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
    _ fact: PublicFact, as id: ID<Load>, at instant: Instant, in db: any WriteTransaction
  ) throws {
    let load = Load(
      id: id, dataset: fact.dataset, layout: "publicFacts", state: .reading,
      file: LoadedFile(name: fact.fileName, bytes: Int64(fact.text.utf8.count), sha256: fact.sha256),
      month: fact.months.last, loadedBy: "Prumo", startedAt: instant, finishedAt: instant,
      rows: RowCounts(read: fact.rows, accepted: fact.rows), refusal: nil)
    try LoadWriting.begin(load, precedence: .publicFact, process: process.description, in: db)
    try ObservationWriting.add(fact.observations, of: id, in: db)
    for month in fact.months {
      let outranking = Set(
        try StandingLoads.all(of: fact.dataset, in: month, db: db)
          .filter { $0.precedence > .publicFact }.map(\.municipality))
      let taken = fact.municipalities(in: month).filter { !outranking.contains($0) }
      try StandingLoads.replace(
        dataset: fact.dataset, month: month, taken: taken, emptied: [], by: id, in: db)
    }
    _ = try LoadWriting.commit(load, precedence: .publicFact, report: nil, in: db)
  }
}

/// The catalogue's texts of the territory and the public facts.
private struct ReferenceTexts {
  let states: String
  let regions: String
  let municipalities: String
  let idcras: String
  let units: String
  let parcels: String

  static func read() throws -> Self {
    func text(_ name: String) throws -> String {
      guard let text = Assets.text(name) else { throw StoreError.defect("\(name) is not in the program") }
      return text
    }
    return Self(
      states: try text("Catalogue/territory/states.csv"),
      regions: try text("Catalogue/territory/regions.csv"),
      municipalities: try text("Catalogue/territory/municipalities.csv"),
      idcras: try text("Catalogue/facts/idcras-2021-mt-ac.csv"),
      units: try text("Catalogue/facts/suas-units.csv"),
      parcels: try text("Catalogue/facts/pbf-parcels-2023-12.csv"))
  }

  enum Part: String {
    case territory
    case facts
  }

  /// A fingerprint of each part.
  var editions: [Part: String] {
    [
      .territory: sha256Text([states, regions, municipalities, idcras]),
      .facts: sha256Text([units, parcels]),
    ]
  }

  func territory() throws -> ReferenceTerritory {
    try readReferenceTerritory(states: states, regions: regions, municipalities: municipalities)
  }

  func facts() throws -> [PublicFact] {
    let december2021 = ReferenceMonth(year: 2021, month: 12)!
    let december2023 = ReferenceMonth(year: 2023, month: 12)!
    return [
      try PublicFact(
        text: units, file: "Catalogue/facts/suas-units.csv",
        columns: [("cras_2021", CatalogueKey("suas.cras")!, december2021)]),
      try PublicFact(
        text: units, file: "Catalogue/facts/suas-units.csv",
        columns: [
          ("creas_2021", CatalogueKey("suas.creas")!, december2021),
          ("creas_2023", CatalogueKey("suas.creas")!, december2023),
        ]),
      try PublicFact(
        text: parcels, file: "Catalogue/facts/pbf-parcels-2023-12.csv",
        columns: [("parcels", CatalogueKey("pbf.parcels")!, december2023)],
        dataset: CatalogueKey("pbf.payments")!),
    ]
  }
}

/// Counts per municipality that are public and come with the program.
private struct PublicFact {
  let text: String
  let fileName: String
  let dataset: CatalogueKey
  let observations: [Observation]
  let months: [ReferenceMonth]
  let rows: Int

  /// `dataset` is the element's own key where nothing else is said.
  init(
    text: String, file: String, columns: [(name: String, element: CatalogueKey, month: ReferenceMonth)],
    dataset: CatalogueKey? = nil
  ) throws {
    let counts = try readCounts(text, file: file, columns: columns.map(\.name))
    self.text = text
    fileName = String(file.split(separator: "/").last!)
    self.dataset = dataset ?? columns[0].element
    months = columns.map(\.month)
    rows = counts.count
    observations = counts.flatMap { entry in
      zip(columns, entry.counts).map { column, count in
        Observation(
          element: column.element, territory: .municipality(entry.municipality), month: column.month,
          value: Int64(count))
      }
    }
  }

  var sha256: String { sha256Text([text]) }

  func municipalities(in month: ReferenceMonth) -> [IBGECode] {
    observations.compactMap { observation in
      guard observation.month == month, case .municipality(let code) = observation.territory else {
        return nil
      }
      return code
    }
  }
}

func sha256Text(_ texts: [String]) -> String {
  var hash = SHA256()
  for text in texts { hash.update(data: Array(text.utf8)) }
  return hash.finalize().map { byte in
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined()
}
