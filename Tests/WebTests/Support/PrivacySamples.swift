import Access
import Privacy
import TestCast
import Testing
import Vocabulary

@testable import UseCases
@testable import Web

/// The pages about personal data in every state they can be in.
extension Samples {
  static let protection = DataProtection(
    organisation: "Secretaria de Estado de Assistência Social (exemplo)", officer: "Dora Exemplo",
    contact: "encarregado@exemplo.gov.br")

  func privacy() async throws -> [Named] {
    let today = prumo.now().day
    let listed = Self.requests(at: prumo.now())
    let warned = Problem.invalid(field: "texto", rule: "text.looksPersonal")
    let hasNumbers = "Meu CPF é 529.982.247-25.\nLigue para (65) 3401-1234."
    return [
      ("privacy", PrivacyPage(prumo.privacy, Self.protection, surroundings: Self.bare)),
      ("privacy-without-contact", PrivacyPage(prumo.privacy, DataProtection(), surroundings: surroundings)),
      ("own-data", try await ownData(requests: listed.map(\.request), isSent: true)),
      (
        "own-data-warned",
        try await ownData(typed: .init(kind: "correction", text: hasNumbers, problem: warned))
      ),
      (
        "own-data-refused",
        try await ownData(
          typed: .init(kind: "", text: "x", problem: .invalid(field: "tipo", rule: "privacy.kindMissing")))
      ),
      (
        "own-data-full",
        try await ownData(
          typed: .init(
            kind: "deletion", text: "x", problem: .conflict(rule: "privacy.tooManyOpen", ["most": "5"])))
      ),
      (
        "own-data-without-text",
        try await ownData(
          typed: .init(kind: "information", problem: .invalid(field: "texto", rule: "privacy.textMissing")))
      ),
      (
        "privacy-desk",
        PrivacyDeskPage(
          desk(listed), notices: [Notice(.good, title: "Limpeza começada")], surroundings: surroundings)
      ),
      (
        "privacy-request-warned",
        PrivacyRequestPage(
          listed[1],
          typed: .init(
            outcome: "accepted", text: "O telefone é 65 3401 1234.",
            problem: .invalid(field: "resposta", rule: "text.looksPersonal")), today: today,
          surroundings: surroundings)
      ),
      ("privacy-desk-empty", PrivacyDeskPage(desk([], isRunning: true), surroundings: surroundings)),
      (
        "privacy-request",
        PrivacyRequestPage(
          listed[0],
          typed: .init(
            outcome: "", text: "",
            problem: .invalid(field: "resultado", rule: "privacy.outcomeMissing")), today: today,
          surroundings: surroundings)
      ),
      ("privacy-request-answered", PrivacyRequestPage(listed[2], today: today, surroundings: surroundings)),
      (
        "privacy-request-refused",
        PrivacyRequestPage(
          listed[0],
          typed: .init(
            outcome: "accepted", text: "Feito.", problem: .conflict(rule: "privacy.accountStillOpen")),
          today: today, surroundings: surroundings)
      ),
    ]
  }

  /// As Iara sees hers, with more entries in the trail than the page shows.
  func ownData(
    requests: [PrivacyRequest] = [], typed: OwnDataPage.Typed = .init(), isSent: Bool = false,
    text: String? = nil
  ) async throws -> OwnDataPage {
    let data = try await prumo.ownData(try await prumo.signedIn(as: .iara))
    let parts = data.parts.map { part in
      guard let text else { return part }
      return OwnDataPart(
        table: part.table,
        rows: (part.rows.first.map { [$0] } ?? []).map { row in
          row.map { OwnDataPart.Field(column: $0.column, value: $0.value == nil ? nil : text) }
        })
    }
    let entry = [
      ("number", "1"), ("happened_at", prumo.now().description), ("actor_name", text ?? "Iara Exemplo"),
      ("action", "people.read"), ("address", "192.0.2.7"),
    ].map { OwnDataPart.Field(column: $0.0, value: $0.1) }
    let whole =
      parts.filter { $0.table != "audit_entry" }
      + [OwnDataPart(table: "audit_entry", rows: Array(repeating: entry, count: OwnDataPage.maximumRows + 1))]
    return OwnDataPage(
      OwnData(person: data.person, at: data.at, parts: whole, places: data.places, isTrailCut: false),
      requests: requests,
      roles: prumo.roles, typed: typed, isSent: isSent,
      today: prumo.now().day, surroundings: surroundings)
  }

  /// One late, one open, one answered, one withdrawn.
  static func requests(
    at now: Instant, text: String = "Meu nome está sem acento.\nÉ Célia.", name: String = "Célia Exemplo"
  ) -> [ListedRequest] {
    let person = Person(
      id: Member.celia.id, name: name, email: Member.celia.email, state: .active, postEndsOn: nil,
      createdAt: now, reviewedAt: now)
    let answer = PrivacyRequest.Answer(outcome: .partly, text: text, by: Member.iara.id)
    let states: [(PrivacyRequest.Kind, PrivacyRequest.State, days: Int64)] = [
      (.deletion, .open, 20), (.information, .open, 2), (.correction, .answered(answer, at: now), 3),
      (.information, .withdrawn(at: now), 1),
    ]
    return states.enumerated().map { number, state in
      let asked = now.adding(seconds: -state.days * 86_400)
      let due = asked.adding(seconds: Int64(PrivacyRequest.termDays) * 86_400).day
      return ListedRequest(
        request: PrivacyRequest(
          id: ID("00000000-0000-4000-8000-00000000000\(number)")!, person: person.id, kind: state.0,
          text: text, askedAt: asked, dueOn: due, state: state.1), person: person)
    }
  }

  func desk(_ requests: [ListedRequest], isRunning: Bool = false) -> PrivacyDesk {
    let (now, today) = (prumo.now(), prumo.now().day)
    let due = prumo.privacy.retention.all.map { rule in
      let since = rule.term.keptSince(on: today)
      return RetentionDue(rule: rule, keptSince: since, count: rule.subject == .links ? 1_234 : 0)
    }
    func run(_ state: RetentionRun.State, by person: ID<Person>?) -> RetentionRun {
      RetentionRun(
        id: ID("00000000-0000-4000-8000-0000000000aa")!, day: today, state: state, requestedBy: person,
        process: "1/1@teste", begunAt: now.adding(seconds: -3), aliveAt: now,
        endedAt: state == .done ? now : nil,
        steps: [.init(subject: .links, keptSince: today, removed: 12, endedAt: nil)])
    }
    return PrivacyDesk(
      requests: requests, due: due,
      runs: isRunning
        ? [run(.running, by: Member.iara.id)] : [run(.done, by: Member.iara.id), run(.done, by: nil)],
      warnings: requests.isEmpty ? [] : [FreeTextWarningTotal(kind: .cpf, warned: 3, sentAnyway: 1)],
      today: today)
  }
}
