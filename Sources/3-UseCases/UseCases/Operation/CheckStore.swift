public import Access
import Indicators
import Records
import SQLStore
import Vocabulary

/// What `prumo check` found: facts counted, and what is out of true.
public struct StoreCheck: Sendable {
  public let counts: [(name: String, count: Int)]
  /// One sentence each, in Portuguese; empty when all is well.
  public let faults: [String]
  /// The newest entry of the audit trail, to be noted outside of the database; nil before the first.
  public let trailHead: AuditHead?
}

extension Prumo {
  /// Looks for what must never be: figures of loads that do not count, loads that are read by no one, missing places, and
  /// a trail that was not only added to.
  /// - Parameter trailHead: a head of the trail that somebody noted outside of the database.
  public func check(
    trailHead: AuditHead? = nil, isAlive: @escaping @Sendable (ProcessMark) -> Bool
  ) async throws -> StoreCheck {
    let host = process.host
    return try await store.read { db in
      let counts = try StoreCounts.read(in: db)
      var faults: [String] = []
      if counts.municipalities == 0 {
        faults.append("O território não está carregado: execute prumo serve uma vez.")
      }
      if counts.uncommittedStanding > 0 {
        faults.append("\(counts.uncommittedStanding) valores vigentes apontam para cargas não concluídas.")
      }
      if counts.standingWithoutObservation > 0 {
        faults.append(
          "\(counts.standingWithoutObservation) municípios e meses têm carga vigente sem valores.")
      }
      if counts.observationsOfUnfinished > 0 {
        faults.append("\(counts.observationsOfUnfinished) valores pertencem a cargas não concluídas.")
      }
      let trail = try AuditChain.verify(noted: trailHead, in: db)
      if let fault = trail.firstBreak { faults.append(TrailFault.sentence(of: fault)) }
      let abandoned = try LoadRecords.reading(in: db).filter { stored in
        guard let mark = stored.progress.flatMap({ ProcessMark($0.process) }) else { return true }
        return mark.host == host && !isAlive(mark)
      }
      let unmarked =
        abandoned.isEmpty ? [] : [(name: "cargas a marcar como interrompidas", count: abandoned.count)]
      return StoreCheck(
        counts: counts.named + [(name: "registros na trilha de auditoria", count: trail.entries)] + unmarked,
        faults: faults, trailHead: trail.entries == 0 ? nil : trail.head)
    }
  }
}
