public import Access
import Indicators
import Records
import SQLStore
import Vocabulary

/// An entry of the trail with the names that its ids have today.
public struct TrailEntry: Sendable {
  public let entry: AuditEntry
  /// The administrator behind the screen; nil also where that account is gone.
  public let viewerName: String?
  /// `Água Boa (MT)`; nil where the entry has no place, or one that is not known.
  public let placeName: String?
  /// A person's name, a file's, a municipality's; nil where the thing has none or is gone.
  public let thingName: String?
  /// Names of the people and places among the values, by id and code.
  public let valueNames: [String: String]
  /// Its hash is that of its content.
  public let isUnchanged: Bool
}

/// The trail from one entry to another, newest first.
public struct TrailPart: Sendable {
  public let entries: [TrailEntry]
  public let hasNewer: Bool
  public let hasOlder: Bool
}

extension TrailEntry {
  /// The names stand in entries that the reader may see, hence they are looked up without asking once more.
  static func named(_ entries: [AuditEntry], in db: any ReadTransaction) throws -> [TrailEntry] {
    var names = NamesById()
    return try entries.map { entry in
      TrailEntry(
        entry: entry,
        viewerName: try entry.viewerID.flatMap { try names.person($0, in: db) },
        placeName: try entry.place.flatMap { try names.place($0, in: db) },
        thingName: try thingName(of: entry, &names, in: db),
        valueNames: try valueNames(of: entry, &names, in: db),
        isUnchanged: AuditRecords.isUnchanged(entry))
    }
  }

  private static func valueNames(
    of entry: AuditEntry, _ names: inout NamesById, in db: any ReadTransaction
  ) throws -> [String: String] {
    var found: [String: String] = [:]
    for (field, value) in entry.before.pairs + entry.after.pairs {
      switch AuditField(rawValue: field) {
      case .person: found[value] = try names.person(value, in: db)
      case .place: found[value] = try names.place(value, in: db)
      default: continue
      }
    }
    return found
  }

  private static func thingName(
    of entry: AuditEntry, _ names: inout NamesById, in db: any ReadTransaction
  ) throws -> String? {
    guard let id = entry.thingID, let kind = entry.thingKind.flatMap(AuditThing.Kind.init) else { return nil }
    return switch kind {
    case .person: try names.person(id, in: db)
    case .municipality: try names.place(id, in: db)
    case .load: try names.file(ofLoad: id, in: db)
    case .assignment, .session, .trail, .privacyRequest, .retentionRule, .backup, .setting: nil
    }
  }
}

/// Each name is looked up once: a page of the trail has few people and places.
private struct NamesById {
  private var known: [String: String?] = [:]

  mutating func person(_ text: String, in db: any ReadTransaction) throws -> String? {
    try name(text, "person") { try ID<Person>(text).flatMap { try PersonRecords.own($0, in: db)?.name } }
  }

  mutating func file(ofLoad text: String, in db: any ReadTransaction) throws -> String? {
    try name(text, "load") { try ID<Load>(text).flatMap { try LoadRecords.find($0, in: db)?.load.file.name } }
  }

  mutating func place(_ text: String, in db: any ReadTransaction) throws -> String? {
    try name(text, "place") {
      guard let place = Place(text), let name = try Prumo.name(of: place.territory, in: db) else {
        return nil
      }
      switch place {
      case .territory(.country), .territory(.state), .territory(.region): return name
      case .territory(.municipality(let code)): return "\(name) (\(code.federativeUnit))"
      case .unit(let unit, let code): return "\(name) (\(code.federativeUnit)), unidade \(unit)"
      }
    }
  }

  private mutating func name(_ id: String, _ kind: String, _ find: () throws -> String?) throws -> String? {
    let key = "\(kind) \(id)"
    if let name = known[key] { return name }
    let name = try find()
    known[key] = .some(name)
    return name
  }
}
