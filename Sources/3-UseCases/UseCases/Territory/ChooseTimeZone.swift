public import Access
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Sets the clock that people of a municipality live by; nil goes back to the official one.
  /// Throws `access.notAllowed`, `municipality.unknown`, or `municipality.timeZoneNotOffered` for a zone that its state
  /// does not offer.
  public func chooseTimeZone(_ zone: String?, for code: IBGECode, by actor: Actor) async throws {
    let permit = try actor.permit(ChooseClock.self)
    let now = now()
    try await store.write { db in
      let before = try MunicipalityRecords.find(code, in: db)?.timeZone
      if let zone, try !StateRecords.timeZones(of: code.federativeUnit, in: db).contains(zone) {
        throw Problem.invalid(field: "fuso", rule: "municipality.timeZoneNotOffered")
      }
      guard try TerritoryWriting.chooseTimeZone(zone, for: code, permit, in: db) else {
        throw Problem.notFound(rule: "municipality.unknown", ["code": code.description])
      }
      let after = try MunicipalityRecords.find(code, in: db)?.timeZone
      try AuditWriting.record(
        AuditNote(
          .clockChosen, of: AuditThing(.municipality, code), in: .territory(.municipality(code)),
          before: [.timeZone: before].compactMapValues(\.self),
          after: [.timeZone: after].compactMapValues(\.self)),
        by: permit.actor, at: now, in: db)
    }
  }
}
