public import Access
import Records
import SQLStore
public import Vocabulary

/// What somebody asks the trail, as it was typed; what is empty or nil is not asked about.
public struct TrailQuestion: Hashable, Sendable {
  /// Longest text that is looked up.
  public static let maximumTextLength = 80

  /// Who did it: a person's id, or how the name begins.
  public var who: String
  public var group: AuditGroup?
  public var thingKind: AuditThing.Kind?
  public var thingID: String
  /// Where: a code, or the name of a state or municipality.
  public var place: String
  public var from: Instant?
  /// Up to, without it.
  public var until: Instant?

  public init(
    who: String = "", group: AuditGroup? = nil, thingKind: AuditThing.Kind? = nil, thingID: String = "",
    place: String = "", from: Instant? = nil, until: Instant? = nil
  ) {
    self.who = who
    self.group = group
    self.thingKind = thingKind
    self.thingID = thingID
    self.place = place
    self.from = from
    self.until = until
  }

  /// As the trail keeps it: what was asked, so that one sees later what somebody looked for.
  var values: [AuditField: String] {
    let thing = thingKind.map { kind in thingID.isEmpty ? kind.rawValue : "\(kind.rawValue)/\(thingID)" }
    let all: [AuditField: String?] = [
      .person: ID<Person>(who)?.text, .name: ID<Person>(who) == nil && !who.isEmpty ? who : nil,
      .group: group?.rawValue, .thing: thing, .place: place.isEmpty ? nil : place,
      .from: from?.description, .until: until?.description,
    ]
    return all.compactMapValues(\.self)
  }
}

extension TrailQuestion {
  /// What was typed, looked up among what the reader may see.
  /// Throws `trail.textTooLong`, `trail.personUnknown` or `trail.placeUnknown`.
  func selection(inside scope: Scope, on today: Day, in db: any ReadTransaction) throws
    -> AuditRecords.Selection
  {
    for (field, text) in [("quem", who), ("id", thingID), ("lugar", place)]
    where text.count > Self.maximumTextLength {
      throw Problem.invalid(
        field: field, rule: "trail.textTooLong", ["limit": String(Self.maximumTextLength)])
    }
    return AuditRecords.Selection(
      people: try people(inside: scope, on: today, in: db), group: group, thingKind: thingKind,
      thingID: thingID.isEmpty ? nil : thingID, places: try knownPlaces(inside: scope, in: db), from: from,
      until: until)
  }

  private func people(
    inside scope: Scope, on today: Day, in db: any ReadTransaction
  ) throws -> [ID<Person>]? {
    if who.isEmpty { return nil }
    if let id = ID<Person>(who) { return [id] }
    let key = NameKey(who)
    let found =
      key.text.isEmpty
      ? []
      : try PersonRecords.list(
        PersonRecords.Selection(named: key), inside: scope, on: today, limit: PersonRecords.maximumListed,
        in: db)
    guard !found.isEmpty else { throw Problem.invalid(field: "quem", rule: "trail.personUnknown") }
    return found.map(\.person.id)
  }

  /// Several where one name is that of several places: there is an Água Boa in two states.
  private func knownPlaces(inside scope: Scope, in db: any ReadTransaction) throws -> [Place]? {
    if place.isEmpty { return nil }
    if let code = Place(place) { return [code] }
    let key = NameKey(place)
    let states = try StateRecords.all(in: db).filter {
      NameKey($0.name) == key && scope.states?.contains($0.unit) ?? true
    }
    let municipalities = key.text.isEmpty ? [] : try MunicipalityRecords.named(key, within: scope, in: db)
    let exact = municipalities.filter { NameKey($0.name) == key }
    let found: [Place] =
      states.map { .territory(.state($0.unit)) }
      + (exact.isEmpty && states.isEmpty ? municipalities : exact).map { .territory(.municipality($0.code)) }
    guard !found.isEmpty else { throw Problem.invalid(field: "lugar", rule: "trail.placeUnknown") }
    return found
  }
}
