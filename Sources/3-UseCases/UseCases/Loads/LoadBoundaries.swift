import Access
import Extracts
import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  static let boundariesDataset = CatalogueKey("territory.boundaries")!
  static let boundariesLayout = "boundaries"

  /// Outlines of municipalities, from a GeoJSON whose features carry an IBGE code.
  func loadBoundaries(
    _ request: LoadRequest, id: ID<Load>, source: ExtractSource, _ permit: Permit<LoadFiles>,
    progress: @escaping @Sendable (ReadProgress) -> Void
  ) async throws -> LoadOutcome {
    let startedAt = now()
    let names = try await store.read { try MunicipalityRecords.names(in: $0) }
    let dataset = Self.boundariesDataset
    return try await recorded(
      id, of: request, dataset: dataset, source: source, permit, progress: progress
    ) { pulse in
      let extract = try readBoundaries(
        from: source, progress: { pulse.note($0) }, isCancelled: { pulse.isCancelled })
      guard extract.boundaries.contains(where: { names[$0.code] != nil }) else {
        throw Problem.invalid(field: "arquivo", rule: "boundaries.noneKnown")
      }
      return extract
    } finish: { extract in
      let finishedAt = now()
      let known = extract.boundaries.filter { names[$0.code] != nil }
      let newest = try await store.read { try LoadRecords.newest(of: dataset, in: $0) }
      if let newest, newest.load.file.sha256 == extract.file.sha256 {
        if !request.isDryRun { try await store.write { try LoadWriting.forget(id, in: $0) } }
        return .sameFile(try await storedLoad(newest.load.id))
      }
      if request.isDryRun { return .checkedBoundaries(features: extract.featuresRead, known: known.count) }
      let load = Load(
        id: id, dataset: dataset, layout: Self.boundariesLayout, state: .reading,
        file: LoadedFile(name: extract.file.name, bytes: extract.file.bytes, sha256: extract.file.sha256),
        month: nil, loadedBy: permit.actor.name, startedAt: startedAt, finishedAt: finishedAt,
        rows: RowCounts(read: extract.featuresRead, accepted: known.count), refusal: nil)
      try await store.write { db in
        guard try LoadWriting.commit(load, precedence: .publicFact, report: nil, permit, in: db) else {
          throw Problem.conflict(rule: "load.cancelled")
        }
        for boundary in known { try BoundaryRecords.put(boundary, at: finishedAt, permit, in: db) }
        try AuditWriting.record(
          .committed(load, municipalities: known.count), by: permit.actor, at: finishedAt, in: db)
      }
      return .committed(try await storedLoad(id))
    }
  }
}
