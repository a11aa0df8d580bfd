public import Extracts
public import Indicators
import Records
import SQLStore
public import Vocabulary

/// How giving a file to the program ended, when it was not refused.
public enum LoadOutcome: Sendable {
  /// Its figures count from now on.
  case committed(LoadRecord)
  /// A dry run: what it would do. Nothing was written.
  case checked(LoadReport)
  /// A dry run of outlines: how many features the file has and how many of them are municipalities.
  case checkedBoundaries(features: Int, known: Int)
  /// The same bytes were loaded before and stand; nothing changed.
  case sameFile(LoadRecord)
}

/// What is given, by whom, and how.
public struct LoadRequest: Sendable {
  public let source: ExtractSource
  public let loadedBy: String
  /// Reads and checks, writes nothing.
  public let isDryRun: Bool
  /// Chosen by the caller when it must be known beforehand, as a page that shows progress does.
  public let id: ID<Load>?

  public init(source: ExtractSource, loadedBy: String, isDryRun: Bool = false, id: ID<Load>? = nil) {
    self.source = source
    self.loadedBy = loadedBy
    self.isDryRun = isDryRun
    self.id = id
  }
}

extension Prumo {
  /// Takes a file in: payments of any era, plain or zipped, or a GeoJSON of outlines, told apart by content.
  ///
  /// One unit: either all of it counts or nothing. The file is read once and kept nowhere.
  /// Throws the `Problem` of the rule that refused it; the refusal stands in the history too.
  public func load(
    _ request: LoadRequest, progress: @escaping @Sendable (ReadProgress) -> Void = { _ in }
  ) async throws -> LoadOutcome {
    let id = request.id ?? newID()
    let source = request.source
    // What cannot be looked at is told by the reader, which knows why, and then stands in the history.
    let look = try await onOwnThread { (try? lookAt(source)) ?? (kind: .table, source: source) }
    switch look.kind {
    case .outlines: return try await loadBoundaries(request, id: id, source: look.source, progress: progress)
    case .table: return try await loadPayments(request, id: id, source: look.source, progress: progress)
    }
  }

  /// Reads, and keeps the load's record true whatever happens: refused, cancelled or interrupted by a fault.
  func reading<Value: Sendable>(
    _ id: ID<Load>, of request: LoadRequest, dataset: CatalogueKey, source: ExtractSource,
    progress: @escaping @Sendable (ReadProgress) -> Void,
    _ read:
      @escaping @Sendable (
        _ progress: @escaping @Sendable (ReadProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
      ) throws -> Value
  ) async throws -> Value {
    let pulse = LoadPulse(id: id, prumo: self, isDryRun: request.isDryRun, progress: progress)
    if !request.isDryRun {
      let load = Load(
        id: id, dataset: dataset, layout: nil, state: .reading,
        file: LoadedFile(name: source.name, bytes: source.expectedBytes, sha256: nil), month: nil,
        loadedBy: request.loadedBy, startedAt: now(), finishedAt: nil, rows: nil, refusal: nil)
      let process = process.description
      try await store.write { db in
        try LoadWriting.begin(load, precedence: .publicFact, process: process, in: db)
      }
    }
    do {
      return try await onOwnThread { try read({ pulse.beat($0) }, { pulse.isCancelled }) }
    } catch {
      let problem = Self.problem(of: error)
      if !request.isDryRun { try await end(id, after: error, problem: problem) }
      if let problem { throw problem }
      throw error
    }
  }

  private func end(_ id: ID<Load>, after error: any Error, problem: Problem?) async throws {
    let now = now()
    let state: Load.State =
      switch problem?.rule {
      case "load.cancelled": .cancelled
      case nil: .interrupted
      default: .refused
      }
    try await store.write { db in
      _ = try LoadWriting.end(id, as: state, refusal: problem, at: now, in: db)
    }
  }

  /// The rule behind a failure of reading; nil for a defect.
  static func problem(of error: any Error) -> Problem? {
    switch error {
    case let problem as Problem: problem
    case ExtractFailure.cancelled: .conflict(rule: "load.cancelled")
    case let failure as ExtractFailure: .invalid(field: "arquivo", rule: failure.rule, failure.details)
    default: nil
    }
  }
}
