public import Access
import Foundation
public import Privacy
import Records
import SQLStore
public import Vocabulary

/// Everything that is kept about one person, at one moment.
public struct OwnData: Sendable {
  public let person: ID<Person>
  public let at: Instant
  public let parts: [OwnDataPart]
  /// Of the places in which the person had a role, for the page.
  public let places: TerritoryNames
  /// The trail holds more than `OwnDataRecords.maximumEntries` about this person; the older ones can be asked for.
  public let isTrailCut: Bool

  /// As a file: a list of objects for each table, named as it is, every value a text or `null`.
  public func json() throws -> String {
    struct File: Encodable {
      let person: String
      let at: String
      let isTrailCut: Bool
      let tables: [String: [[String: String?]]]
    }
    let tables = parts.map { part in
      (
        part.table,
        part.rows.map { row in
          Dictionary(uniqueKeysWithValues: row.map { ($0.column, $0.value) })
        }
      )
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let file = File(
      person: person.text, at: at.description, isTrailCut: isTrailCut,
      tables: Dictionary(uniqueKeysWithValues: tables))
    return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
  }
}

extension Prumo {
  /// What is kept about the person who asks. Throws `access.onlyViewing`: nobody reads another's whole record by looking.
  public func ownData(_ signedIn: SignedIn) async throws -> OwnData {
    guard signedIn.actor.viewer == nil else { throw Problem.notAllowed(rule: "access.onlyViewing") }
    let (id, now) = (signedIn.person.id, now())
    return try await store.read { db in
      let parts = try OwnDataRecords.all(of: id, in: db)
      let entries = parts.first { $0.table == "audit_entry" }?.rows.count ?? 0
      let places = try AssignmentRecords.own(of: id, in: db).map(\.place.territory)
      return OwnData(
        person: id, at: now, parts: parts, places: try TerritoryNames.of(places, in: db),
        isTrailCut: entries >= OwnDataRecords.maximumEntries)
    }
  }

  /// As `ownData`, to take away: that it was taken stands in the trail before it is given.
  public func exportOwnData(_ signedIn: SignedIn) async throws -> OwnData {
    let data = try await ownData(signedIn)
    try await store.write { db in
      try AuditWriting.record(
        AuditNote(.privacyExported, of: AuditThing(.person, signedIn.person.id)), by: signedIn.actor,
        at: data.at, in: db)
    }
    return data
  }
}
