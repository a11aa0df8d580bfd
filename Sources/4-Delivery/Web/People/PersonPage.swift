import Access
import UseCases
import Vocabulary

/// One account: what the person is to the work, how the account stands, what can be done about it, and what happened to it.
struct PersonPage: Page {
  let frame: Frame
  let action: Anchor?
  let notices: [Notice]
  let roles: [StandingRole]
  let hasRoles: Bool
  let canRevoke: Bool
  let past: [StandingRole]
  let hasPast: Bool
  let pastTitle: String
  let facts: [Fact]
  let deeds: [Deed]
  let hasDeeds: Bool
  let history: [HistoryEntry]
  let hasHistory: Bool
  /// Where all that was done to the account stands.
  let trailHref: String
  let clockName: String

  struct StandingRole: Sendable {
    let role: String
    let place: String
    let validity: String
    let given: String
    let revoke: Anchor?
  }

  /// Something that can be done about the account, with what it brings about.
  struct Deed: Sendable {
    let title: String
    let text: String
    let label: String
    let href: String
    /// Done at once; otherwise a page comes first.
    let isAtOnce: Bool
    /// What the page is about just now.
    let isMain: Bool
  }

  struct HistoryEntry: Sendable {
    let moment: String
    let event: String
    let details: [String]
    let who: String
  }
}

extension PersonPage {
  init(
    _ sheet: PersonSheet, done: Notice? = nil, roles table: RoleTable, now: Instant,
    surroundings: Surroundings
  ) {
    let (person, clock) = (sheet.person, surroundings.clock)
    let isOpen = { (assignment: Assignment) in
      assignment.revokedAt == nil && (assignment.validUntil.map { $0 >= now.day } ?? true)
    }
    let open = person.state == .ended ? [] : sheet.assignments.filter(isOpen)
    let past = sheet.assignments.filter { assignment in !open.contains { $0.id == assignment.id } }
    let words = PersonWords(sheet: sheet, table: table, now: now, clock: clock)
    let deeds = words.deeds
    self.init(
      frame: surroundings.frame(
        person.name, lead: words.lead(open), in: .people,
        crumbs: [.init(label: "Pessoas", href: "/pessoas"), .init(label: person.name, href: nil)]),
      action: sheet.care.mayGrant
        ? Anchor(label: "Dar um papel", href: "/pessoas/\(person.id)/papeis/novo") : nil,
      notices: [done, words.notice].compactMap { $0 }, roles: open.map(words.standing),
      hasRoles: !open.isEmpty, canRevoke: open.contains { sheet.care.revocable.contains($0.id) },
      past: past.map(words.standing), hasPast: !past.isEmpty,
      pastTitle: Brazilian.count(past.count, "papel anterior", "papéis anteriores"), facts: words.facts,
      deeds: deeds, hasDeeds: !deeds.isEmpty, history: (sheet.history ?? []).map(words.event),
      hasHistory: sheet.history?.isEmpty == false,
      trailHref: words.trailHref, clockName: clock.name)
  }
}
