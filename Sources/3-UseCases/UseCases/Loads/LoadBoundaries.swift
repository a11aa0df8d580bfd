import Extracts
import Indicators
import Records
import SQLStore
import Vocabulary

extension Prumo {
  static let boundariesDataset = CatalogueKey("territory.boundaries")!

  /// Outlines of municipalities, from a GeoJSON whose features carry an IBGE code.
  func loadBoundaries(
    _ request: LoadRequest, id: ID<Load>, source: ExtractSource,
    progress: @escaping @Sendable (ReadProgress) -> Void
  ) async throws -> LoadOutcome {
    let startedAt = now()
    let names = try await store.read { try MunicipalityRecords.names(in: $0) }
    let dataset = Self.boundariesDataset
    let extract = try await reading(
      id, of: request, dataset: dataset, source: source, progress: progress
    ) { progress, isCancelled in
      let extract = try readBoundaries(from: source, progress: progress, isCancelled: isCancelled)
      guard extract.boundaries.contains(where: { names[$0.code] != nil }) else {
        throw Problem.invalid(field: "arquivo", rule: "boundaries.noneKnown")
      }
      return extract
    }
    let finishedAt = now()
    let known = extract.boundaries.filter { names[$0.code] != nil }
    if request.isDryRun { return .checkedBoundaries(features: extract.featuresRead, known: known.count) }
    try await store.write { db in
      let load = Load(
        id: id, dataset: dataset, layout: "boundaries", state: .reading,
        file: LoadedFile(name: extract.file.name, bytes: extract.file.bytes, sha256: extract.file.sha256),
        month: nil, loadedBy: request.loadedBy, startedAt: startedAt, finishedAt: finishedAt,
        rows: RowCounts(read: extract.featuresRead, accepted: known.count), refusal: nil)
      guard try LoadWriting.commit(load, report: nil, in: db) else {
        throw Problem.conflict(rule: "load.cancelled")
      }
      for boundary in known { try BoundaryRecords.put(boundary, at: finishedAt, in: db) }
    }
    return .committed(try await load(id))
  }
}
