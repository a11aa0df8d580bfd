public import Indicators
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Asks the reader of a file to stop: it does so with the next bytes after half a second, and in any case the file
  /// will not count. Throws `load.unknown` or `load.notReading`.
  public func requestCancel(of id: ID<Load>) async throws {
    _ = try await load(id)
    let wasReading = try await store.write { try LoadWriting.requestCancel(id, in: $0) }
    guard wasReading else { throw Problem.conflict(rule: "load.notReading") }
  }
}
