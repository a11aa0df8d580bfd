public import Access
public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Asks the reader of a file to stop: it does so with the next bytes after half a second, and in any case the file
  /// will not count. Throws `access.notAllowed`, `load.unknown` or `load.notReading`.
  public func requestCancel(of id: ID<Load>, by actor: Actor) async throws {
    let permit = try actor.permit(LoadFiles.self)
    _ = try await storedLoad(id)
    let wasReading = try await store.write { try LoadWriting.requestCancel(id, permit, in: $0) }
    guard wasReading else { throw Problem.conflict(rule: "load.notReading") }
  }
}
