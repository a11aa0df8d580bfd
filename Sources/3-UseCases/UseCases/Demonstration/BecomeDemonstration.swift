import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// The program over the same store, which is a demonstration from here on. Throws `demonstration.real` for a store in
  /// which anything stands that is not of a demonstration.
  public func asDemonstration() async throws -> Prumo {
    let now = now()
    try await store.write { db in
      guard try !DemonstrationMark.stands(in: db) else { return }
      try DemonstrationMark.put(at: now, in: db)
    }
    var prumo = self
    prumo.isDemonstration = true
    return prumo
  }

  /// Throws everything away that a demonstration holds, so that it can begin anew; it stays one. Throws
  /// `demonstration.notOne` for any other database, and touches nothing of it.
  public func emptyDemonstration() async throws {
    let dialect = store.dialect
    try await store.write { db in
      guard try DemonstrationMark.stands(in: db) else {
        throw Problem.conflict(rule: "demonstration.notOne")
      }
      // The mark and the key stand in `installation`: servers that run meanwhile go on with both.
      try deleteEverything(except: ["installation"], in: db, dialect)
    }
  }
}
