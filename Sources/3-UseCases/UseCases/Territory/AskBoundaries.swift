public import Access
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// The outlines a person loaded for a state; empty until then. Where a place lies is no secret: of a state of which
  /// anything may be seen, all outlines are. Throws `access.notAllowed` or `territory.unknown`.
  public func boundaries(of unit: FederativeUnit, for actor: Actor) async throws -> [Boundary] {
    let scope = try actor.requiredScope(of: .figuresRead)
    guard scope.touches(unit) else { throw Self.unknown(unit.rawValue) }
    return try await store.read { try BoundaryRecords.all(of: unit, in: $0) }
  }
}
