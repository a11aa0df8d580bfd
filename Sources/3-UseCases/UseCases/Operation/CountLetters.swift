import Records
import SQLStore

extension Prumo {
  /// Letters that wait for the mail server, those of other nodes included.
  public func lettersWaiting() async throws -> Int {
    try await store.read { try OutgoingMailRecords.waiting(in: $0) }
  }
}
