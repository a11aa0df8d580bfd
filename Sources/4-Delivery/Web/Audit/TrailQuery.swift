import Access
import Foundation
import UseCases
import Vocabulary

/// What the address of the trail asks for, as it was typed, so that the form shows it again.
struct TrailQuery: Sendable, Equatable {
  var who = ""
  var group: AuditGroup?
  var thingKind: AuditThing.Kind?
  var thingID = ""
  var place = ""
  var from = ""
  var until = ""
  var start = TrailStart.newest

  init() {}

  /// Reads `quem`, `tipo`, `coisa`, `id`, `lugar`, `de`, `ate`, `antes` and `depois`. A filter that is not understood is
  /// refused and not left out: an answer to another question would mislead. Throws `page.unreadable`.
  init(_ form: FormText) throws(Problem) {
    func text(_ name: String) -> String {
      (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
    who = text("quem")
    group = try Self.choice(text("tipo"), AuditGroup.init(address:))
    thingKind = try Self.choice(text("coisa"), AuditThing.Kind.init(address:))
    thingID = text("id")
    place = text("lugar")
    from = text("de")
    until = text("ate")
    if let number = try Self.choice(text("antes"), { Digits.number($0) }) { start = .before(number) }
    if let number = try Self.choice(text("depois"), { Digits.number($0) }) { start = .after(number) }
  }

  private static func choice<Value>(_ text: String, _ read: (String) -> Value?) throws(Problem) -> Value? {
    if text.isEmpty { return nil }
    guard let value = read(text) else { throw .invalid(rule: "page.unreadable") }
    return value
  }

  /// In the terms of the use case; days are those of the clock. Throws `trail.dayUnreadable` or `trail.daysReversed`.
  func question(_ clock: Clock) throws(Problem) -> TrailQuestion {
    let (first, last) = (try day(from, field: "de"), try day(until, field: "ate"))
    if let first, let last, last < first { throw .invalid(field: "ate", rule: "trail.daysReversed") }
    return TrailQuestion(
      who: who, group: group, thingKind: thingKind, thingID: thingID, place: place,
      from: first.map(clock.beginning(of:)), until: last.map(clock.end(of:)))
  }

  private func day(_ text: String, field: String) throws(Problem) -> Day? {
    if text.isEmpty { return nil }
    guard let day = Day(text) else { throw .invalid(field: field, rule: "trail.dayUnreadable") }
    return day
  }

  var isFiltered: Bool { href(from: .newest) != "/trilha" }

  var href: String { address("/trilha", with: start) }
  var csvHref: String { address("/trilha.csv", with: .newest) }

  func href(from start: TrailStart) -> String { address("/trilha", with: start) }

  /// Without the filter by one thing.
  var ofEverything: String {
    var query = self
    (query.thingKind, query.thingID, query.start) = (nil, "", .newest)
    return query.href
  }

  /// Without the filter by one person.
  var ofEverybody: String {
    var query = self
    (query.who, query.start) = ("", .newest)
    return query.href
  }

  /// Only what this person did.
  func by(_ person: String) -> String {
    var query = TrailQuery()
    query.who = person
    return query.href
  }

  private func address(_ path: String, with start: TrailStart) -> String {
    var parts = [
      ("quem", who), ("tipo", group?.address ?? ""), ("coisa", thingKind?.address ?? ""), ("id", thingID),
      ("lugar", place), ("de", from), ("ate", until),
    ]
    switch start {
    case .newest: break
    case .before(let number): parts.append(("antes", String(number)))
    case .after(let number): parts.append(("depois", String(number)))
    }
    let written = parts.filter { !$0.1.isEmpty }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: CharactersOfAddresses.unreserved) ?? "")"
    }
    return written.isEmpty ? path : "\(path)?\(written.joined(separator: "&"))"
  }
}
