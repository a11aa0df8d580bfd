import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// The outlines a person loaded for a state; empty until then.
  public func boundaries(of unit: FederativeUnit) async throws -> [Boundary] {
    try await store.read { try BoundaryRecords.all(of: unit, in: $0) }
  }
}
