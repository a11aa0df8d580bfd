import Access
import UseCases
import Vocabulary

/// The audit trail: who did what, when, from where, newest first, with a filter as a form.
struct TrailPage: Page {
  let frame: Frame
  let notices: [Notice]
  let empty: EmptyState?
  let form: TrailForm
  let rows: [TrailRow]
  let hasRows: Bool
  let newer: Anchor?
  let older: Anchor?
  let hasOtherPages: Bool
  let csvHref: String?
  let clockName: String
}

/// What the filter asks, as it was typed.
struct TrailForm: Sendable {
  let who: String
  /// Only one person is asked about: the id, and the way back to all.
  let person: OneThing?
  let groups: [Choice]
  let kinds: [Choice]
  let place: String
  let from: String
  let until: String
  /// Only one thing is asked about: its id, and the way back to all.
  let thing: OneThing?
  /// Leads to the trail without a filter; nil where none is set.
  let clearHref: String?

  struct OneThing: Sendable {
    let id: String
    let words: String
    let everythingHref: String
  }
}

struct TrailRow: Sendable {
  let href: String
  let number: String
  let moment: String
  let who: String
  /// All that this person did; nil for the program itself.
  let whoHref: String?
  /// `visto por Ana Exemplo`, when the program was seen as somebody.
  let viewer: String?
  let address: String
  let did: String
  let thing: TrailThing?
  let place: String?
  let changes: [TrailChange]
  let hasChanges: Bool
  /// The entry is not what was written.
  let isAltered: Bool
}

/// What an action was about, with the way to its own page for those who may open it.
struct TrailThing: Sendable {
  let words: String
  let href: String?
}

struct TrailChange: Sendable {
  let label: String
  /// Nil where the thing was not there before, or is not there after.
  let before: String?
  let after: String?
  let hasBoth: Bool

  init(label: String, before: String?, after: String?) {
    self.label = label
    self.before = before
    self.after = after
    hasBoth = before != nil && after != nil
  }
}

extension TrailPage {
  /// - Parameter part: nil when the question was refused.
  init(
    _ part: TrailPart?, query: TrailQuery, refusal: Problem? = nil, words: TrailValueWords,
    surroundings: Surroundings
  ) {
    let entries = part?.entries ?? []
    self.init(
      frame: surroundings.frame(
        "Trilha de auditoria", lead: Self.lead(part, words.clock), in: .trail,
        crumbs: [.init(label: "Trilha", href: nil)]),
      notices: refusal.map { [Notice($0, isLinked: false)] } ?? [],
      empty: entries.isEmpty && refusal == nil ? Self.emptyState(query) : nil,
      form: TrailForm(query, entries: entries),
      rows: entries.map { TrailRow($0, query: query, words: words, surroundings: surroundings) },
      hasRows: !entries.isEmpty,
      newer: part?.hasNewer == true
        ? entries.first.map { Anchor(label: "Mais novos", href: query.href(from: .after($0.entry.number))) }
        : nil,
      older: part?.hasOlder == true
        ? entries.last.map { Anchor(label: "Mais antigos", href: query.href(from: .before($0.entry.number))) }
        : nil,
      hasOtherPages: part?.hasNewer == true || part?.hasOlder == true,
      csvHref: surroundings.may(.auditExport) && !entries.isEmpty ? query.csvHref : nil,
      clockName: words.clock.name)
  }

  private static func lead(_ part: TrailPart?, _ clock: Clock) -> String? {
    guard let part, let first = part.entries.first, let last = part.entries.last else { return nil }
    guard part.hasOlder || part.hasNewer else {
      return "\(Brazilian.count(part.entries.count, "registro", "registros")); nenhum pode ser mudado."
    }
    func day(_ entry: TrailEntry) -> String { Instant(entry.entry.at).map(clock.moment) ?? entry.entry.at }
    return "De \(day(last)) a \(day(first)); nenhum registro pode ser mudado."
  }

  private static func emptyState(_ query: TrailQuery) -> EmptyState {
    query.isFiltered
      ? EmptyState(
        title: "Nada na trilha responde a este filtro",
        text: "Alargue os dias, ou tire um dos campos.",
        action: Anchor(label: "Ver a trilha inteira", href: "/trilha"))
      : EmptyState(
        title: "A trilha ainda está vazia",
        text: "Aqui fica tudo o que alguém fizer no Prumo: quem, quando, de onde, o que havia antes e o que "
          + "ficou depois.", action: nil)
  }
}

extension TrailForm {
  init(_ query: TrailQuery, entries: [TrailEntry]) {
    who = query.who
    person = ID<Person>(query.who).map { id in
      let acted = entries.first { $0.entry.actorID == id.text }?.entry.actorName
      let looked = entries.first { $0.entry.viewerID == id.text }?.viewerName
      return OneThing(
        id: id.text, words: acted ?? looked ?? "uma pessoa", everythingHref: query.ofEverybody)
    }
    groups =
      [Choice(value: "", label: "Tudo", isChosen: query.group == nil)]
      + AuditGroup.allCases.map {
        Choice(value: $0.address, label: Words.name($0), isChosen: $0 == query.group)
      }
    kinds =
      [Choice(value: "", label: "Qualquer coisa", isChosen: query.thingKind == nil)]
      + AuditThing.Kind.allCases.map {
        Choice(value: $0.address, label: Words.name($0), isChosen: $0 == query.thingKind)
      }
    place = query.place
    from = query.from
    until = query.until
    thing =
      query.thingID.isEmpty
      ? nil
      : OneThing(
        id: query.thingID,
        words: [query.thingKind.map(Words.name), entries.first?.thingName ?? query.thingID]
          .compactMap(\.self).joined(separator: " "),
        everythingHref: query.ofEverything)
    clearHref = query.isFiltered ? "/trilha" : nil
  }
}

extension TrailRow {
  init(_ named: TrailEntry, query: TrailQuery, words: TrailValueWords, surroundings: Surroundings) {
    let entry = named.entry
    var words = words
    words.names = named.valueNames
    let changes = TrailChange.all(of: entry, words)
    self.init(
      href: "/trilha/\(entry.number)", number: Brazilian.whole(entry.number),
      moment: Instant(entry.at).map(words.clock.moment) ?? entry.at,
      who: entry.actorName, whoHref: entry.actorID.map(query.by),
      viewer: entry.viewerID.map { "visto por \(named.viewerName ?? $0)" },
      address: entry.address, did: Words.did(stored: entry.action),
      thing: named.thingWords.map { TrailThing(words: $0, href: named.thingHref(surroundings)) },
      place: named.placeWords, changes: changes, hasChanges: !changes.isEmpty,
      isAltered: !named.isUnchanged)
  }
}

extension TrailChange {
  /// Fields in the order of the store; each once, with what was before and what is after.
  static func all(of entry: AuditEntry, _ words: TrailValueWords) -> [TrailChange] {
    let (before, after) = (entry.before.pairs, entry.after.pairs)
    let fields = (before + after).map(\.field)
    return fields.enumerated().filter { fields.firstIndex(of: $0.element) == $0.offset }.map { _, field in
      func value(_ pairs: [(field: String, value: String)]) -> String? {
        pairs.first { $0.field == field }.map { words.value($0.value, of: field) }
      }
      return TrailChange(
        label: TrailValueWords.label(field), before: value(before), after: value(after))
    }
  }
}

extension TrailEntry {
  /// `Carga folha.csv`, `Registro da trilha 12`; nil where the action is about nothing in particular.
  var thingWords: String? {
    guard let kind = entry.thingKind else { return nil }
    let label = AuditThing.Kind(rawValue: kind).map(Words.name) ?? kind
    return "\(label) \(thingName ?? entry.thingID ?? "")"
  }

  /// Nil where the place is the thing itself.
  var placeWords: String? {
    entry.place == entry.thingID ? nil : entry.place.map { placeName ?? $0 }
  }

  /// The thing's own page, for those who may open it.
  func thingHref(_ surroundings: Surroundings) -> String? {
    guard let id = entry.thingID, let kind = entry.thingKind.flatMap({ AuditThing.Kind(rawValue: $0) })
    else { return nil }
    switch kind {
    case .person: return surroundings.may(.peopleRead) && ID<Person>(id) != nil ? "/pessoas/\(id)" : nil
    case .load: return surroundings.may(.loadsRead) && thingName != nil ? "/cargas/\(id)" : nil
    case .municipality: return surroundings.may(.figuresRead) && thingName != nil ? "/municipios/\(id)" : nil
    case .trail: return Digits.number(id).map { "/trilha/\($0)" }
    case .assignment, .session, .privacyRequest, .retentionRule, .backup, .setting: return nil
    }
  }
}
