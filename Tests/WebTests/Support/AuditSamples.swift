import Access
import TestCast
import Vocabulary

@testable import UseCases
@testable import Web

extension Samples {
  func trail() throws -> [Named] {
    let entries = Self.trailEntries
    func page(
      _ part: TrailPart?, _ address: String = "", refusal: Problem? = nil
    ) throws -> TrailPage {
      TrailPage(
        part, query: try TrailQuery(FormText(address)), refusal: refusal, words: trailWords,
        surroundings: surroundings)
    }
    return [
      ("trail", try page(TrailPart(entries: entries, hasNewer: true, hasOlder: true))),
      (
        "trail-of-one-thing",
        try page(
          TrailPart(entries: [entries[4]], hasNewer: false, hasOlder: false),
          "quem=Bento&tipo=trabalho&coisa=municipio&id=5100201&lugar=MT&de=2026-11-01&ate=2026-11-30")
      ),
      (
        "trail-of-one-person",
        try page(
          TrailPart(entries: [entries[2]], hasNewer: false, hasOlder: false), "quem=\(Member.bento.id)")
      ),
      ("trail-empty", try page(TrailPart(entries: [], hasNewer: false, hasOlder: false))),
      (
        "trail-nothing-found",
        try page(TrailPart(entries: [], hasNewer: false, hasOlder: false), "quem=Dora")
      ),
      (
        "trail-refused",
        try page(nil, "lugar=Nenhures", refusal: .invalid(field: "lugar", rule: "trail.placeUnknown"))
      ),
      ("trail-entry-ended", trailEntry(Self.ended, newest: nil)),
      ("trail-entry", trailEntry(entries[4], newest: entries[4].entry.head)),
      ("trail-entry-broken", trailEntry(entries[0], newest: nil)),
    ]
  }

  var trailWords: TrailValueWords { TrailValueWords(roles: prumo.roles, clock: surroundings.clock) }

  func trailEntry(_ named: TrailEntry, newest: AuditHead?) -> TrailEntryPage {
    let entry = named.entry
    let link = AuditLink(
      of: entry, previous: AuditHead(number: entry.number - 1, hash: entry.previousHash), next: nil,
      newest: newest, hash: { _ in named.isUnchanged ? entry.hash : "" })
    var words = trailWords
    words.names = named.valueNames
    return TrailEntryPage(named, link: link, words: words, surroundings: surroundings)
  }

  /// Newest first, as the use case gives them.
  static var trailEntries: [TrailEntry] {
    let bento = person(.bento)
    let seenAsBento = person(.bento, viewer: .iara)
    let aguaBoa = Place("5100201")!
    let clock = AuditNote(
      .clockChosen, of: AuditThing(.municipality, "5100201"), in: aguaBoa,
      before: [.timeZone: "America/Cuiaba"], after: [.timeZone: "America/Sao_Paulo"])
    let load = AuditNote(
      .loadRefused, of: AuditThing(.load, "0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70"),
      after: [.file: "folha.csv", .dataset: "pbf.payments", .rule: "extract.noRows"])
    let granted = AuditNote(
      .assignmentGranted, of: AuditThing(.person, Member.dora.id), in: aguaBoa,
      after: [
        .person: Member.dora.id.text, .role: "councilMember", .place: "5100201",
        .validFrom: "2026-12-01", .state: "active", .sector: "saude",
      ])
    let looked = AuditNote(
      .trailRead, after: [.group: "work", .thing: "load", .from: "2026-11-01T05:00:00.000Z"])
    let last = entry(load, .program("Linha de comando", origin: .test), 46)
    let unknown = AuditEntry(
      number: 47, at: "?", actorID: Member.bento.id.text, actorName: "Bento Exemplo", viewerID: nil,
      address: "10.0.0.7", requestID: "", action: "campaign.opened", thingKind: "campaign", thingID: "12",
      place: "MT", before: AuditValues(stored: ""), after: AuditValues(stored: "stage=open"),
      previousHash: last.entry.hash, hash: hash("x"))
    return [
      named(unknown, placeName: "Mato Grosso", isUnchanged: false), last, entry(looked, seenAsBento, 45),
      entry(granted, person(.iara), 44), entry(clock, bento, 43),
      entry(AuditNote(.sessionOpened, in: aguaBoa), bento, 42),
    ]
  }

  /// What was there before and is no more.
  static var ended: TrailEntry {
    let note = AuditNote(
      .assignmentRevoked, of: AuditThing(.person, Member.dora.id), in: Place("5100201"),
      before: [.role: "councilMember", .validUntil: "2027-12-31"], after: [.validUntil: "2026-11-23"])
    return entry(note, person(.iara), 48)
  }

  static func named(
    _ entry: AuditEntry, placeName: String? = nil, thingName: String? = nil, isUnchanged: Bool = true
  ) -> TrailEntry {
    TrailEntry(
      entry: entry, viewerName: entry.viewerID.map { _ in Member.iara.name }, placeName: placeName,
      thingName: thingName,
      valueNames: [Member.dora.id.text: Member.dora.name, "5100201": "Água Boa (MT)"],
      isUnchanged: isUnchanged)
  }

  private static func entry(_ note: AuditNote, _ actor: Actor, _ number: Int) -> TrailEntry {
    let entry = AuditEntry(
      note, by: actor, at: Instant("2026-11-23T15:08:33.000Z")!.adding(seconds: Int64(number) * 60),
      after: AuditHead(number: number - 1, hash: hash("\(number - 1)")), hash: { _ in hash("\(number)") })
    let names: [AuditThing.Kind: String] = [
      .municipality: "Água Boa (MT)", .load: "folha.csv", .person: Member.dora.name,
    ]
    return named(
      entry, placeName: entry.place.map { _ in "Água Boa (MT)" },
      thingName: note.thing.flatMap { names[$0.kind] })
  }

  private static func hash(_ text: String) -> String {
    String(repeating: "0", count: max(0, AuditHead.hashDigits - text.utf8.count)) + text
  }

  private static func person(_ member: Member, viewer: Member? = nil) -> Actor {
    Actor(
      member.person(at: Instant("2026-11-23T15:08:33.000Z")!), assignments: [], roles: emptyRoles,
      on: Day("2026-11-23")!, hasSecondFactor: true,
      origin: Actor.Origin(address: "10.0.0.7", requestID: "4f0a"), viewer: viewer?.id)
  }

  private static var emptyRoles: RoleTable {
    let entries = Role.allCases.map {
      RoleEntry(
        role: $0, label: "", explanation: "", levels: [], needsSector: false, needsSecondFactor: false,
        permissions: [:])
    }
    guard let table = try? RoleTable(entries) else { preconditionFailure("one entry for each role") }
    return table
  }
}
