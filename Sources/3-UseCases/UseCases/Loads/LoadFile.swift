public import Access
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

/// What is given, and how.
public struct LoadRequest: Sendable {
  public let source: ExtractSource
  /// Reads and checks, writes nothing.
  public let isDryRun: Bool
  /// Chosen by the caller when it must be known beforehand, as a page that shows progress does.
  public let id: ID<Load>?

  public init(source: ExtractSource, isDryRun: Bool = false, id: ID<Load>? = nil) {
    self.source = source
    self.isDryRun = isDryRun
    self.id = id
  }
}

extension Prumo {
  /// Takes a file in: payments of any era, plain or zipped, or a GeoJSON of outlines, told apart by content.
  ///
  /// One unit: either all of it counts or nothing. The file is read once and kept nowhere.
  /// Throws `access.notAllowed`, or the `Problem` of the rule that refused it; that refusal stands in the history too.
  public func load(
    _ request: LoadRequest, by actor: Actor,
    progress: @escaping @Sendable (ReadProgress) -> Void = { _ in }
  ) async throws -> LoadOutcome {
    let permit = try actor.permit(LoadFiles.self)
    let id = request.id ?? newID()
    let source = request.source
    // What cannot be looked at is told by the reader, which knows why, and then stands in the history.
    let look = try await onOwnThread { (try? lookAt(source)) ?? (kind: .table, source: source) }
    switch look.kind {
    case .outlines:
      return try await loadBoundaries(request, id: id, source: look.source, permit, progress: progress)
    case .table:
      return try await loadPayments(request, id: id, source: look.source, permit, progress: progress)
    }
  }

  /// Reads and finishes, and keeps the load's record true whatever happens on the way: refused, cancelled, or
  /// interrupted by a fault.
  func recorded<Value: Sendable>(
    _ id: ID<Load>, of request: LoadRequest, dataset: CatalogueKey, source: ExtractSource,
    _ permit: Permit<LoadFiles>, progress: @escaping @Sendable (ReadProgress) -> Void,
    read: @escaping @Sendable (_ pulse: LoadPulse) throws -> Value,
    finish: (Value) async throws -> LoadOutcome
  ) async throws -> LoadOutcome {
    let pulse = LoadPulse(id: id, store: store, now: now, progress: progress)
    guard !request.isDryRun else {
      do {
        return try await finish(try await onOwnThread { try read(pulse) })
      } catch {
        throw Self.problem(of: error) ?? error
      }
    }
    let load = Load(
      id: id, dataset: dataset, layout: nil, state: .reading,
      file: LoadedFile(name: source.name, bytes: source.expectedBytes, sha256: nil), month: nil,
      loadedBy: permit.actor.name, startedAt: now(), finishedAt: nil, rows: nil, refusal: nil)
    let process = process.description
    running.insert(id)
    defer { running.remove(id) }
    try await store.write { db in
      try LoadWriting.begin(load, precedence: .publicFact, process: process, permit, in: db)
    }
    let beats = Task { await pulse.beatUntilCancelled() }
    defer { beats.cancel() }
    do {
      return try await finish(try await onOwnThread { try read(pulse) })
    } catch {
      let problem = Self.problem(of: error)
      // If even this cannot be written, the next sweep finds a reading that no one reads.
      try? await end(load, by: permit.actor, problem: problem)
      throw problem ?? error
    }
  }

  /// That it was cancelled is noted when somebody cancels it.
  private func end(_ load: Load, by actor: Actor, problem: Problem?) async throws {
    let now = now()
    let state: Load.State =
      switch problem?.rule {
      case "load.cancelled": .cancelled
      case nil: .interrupted
      default: .refused
      }
    try await store.write { db in
      guard try LoadWriting.end(load.id, as: state, refusal: problem, at: now, in: db), state != .cancelled
      else { return }
      try AuditWriting.record(.ended(load, refusal: problem), by: actor, at: now, in: db)
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
