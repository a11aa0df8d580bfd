import Access
import Hummingbird
import Privacy
import UseCases
import Vocabulary

/// One request about personal data, with the form that answers it.
struct PrivacyRequestPage: Page {
  let frame: Frame
  let notices: [Notice]
  let facts: [Fact]
  let text: String
  let answer: String?
  let form: Form?

  struct Form: Sendable {
    let action: String
    let outcomes: [Choice]
    let outcomeRefusal: String?
    let text: FreeTextArea
    /// What accepting means, where it cannot be undone.
    let consequence: String?
  }

  struct Typed: Sendable {
    var outcome = ""
    var text = ""
    var problem: Problem?
  }
}

extension PrivacyRequestPage {
  init(_ listed: ListedRequest, typed: Typed = Typed(), today: Day, surroundings: Surroundings) {
    let row = PrivacyDeskPage.request(listed, today: today, clock: surroundings.clock)
    let request = listed.request
    let own = typed.problem.flatMap { $0.field == nil ? $0 : nil }
    let answer: String? =
      if case .answered(let answer, _) = request.state { answer.text } else { nil }
    let title = "\(row.kind): \(row.person)"
    self.init(
      frame: surroundings.frame(
        title, lead: PrivacyWords.explained(request.kind) + ".", in: .privacy,
        crumbs: [.init(label: "Dados pessoais", href: PrivacyDeskPage.path), .init(label: title, href: nil)]),
      notices: own.map { [Notice($0)] } ?? [],
      facts: [
        Fact("Quem pede", row.person, note: listed.person.email.description),
        Fact("Situação", "\(row.state.symbol) \(row.state.words)"),
        Fact("Feito", row.asked, note: surroundings.clock.name), Fact("Prazo", row.term, note: row.distance),
      ], text: request.text, answer: answer,
      form: request.isOpen && surroundings.mayChange(.privacyWrite) ? Self.form(request, typed) : nil)
  }

  private static func form(_ request: PrivacyRequest, _ typed: Typed) -> Form {
    Form(
      action: "\(PrivacyDeskPage.path)/pedidos/\(request.id)",
      outcomes: [Choice(value: "", label: "Escolha", isChosen: typed.outcome.isEmpty)]
        + PrivacyRequest.Outcome.allCases.map {
          Choice(value: $0.rawValue, label: PrivacyWords.name($0), isChosen: $0.rawValue == typed.outcome)
        },
      outcomeRefusal: typed.problem?.field == "resultado" ? typed.problem.map { Sentences.of($0).text } : nil,
      text: FreeTextArea(
        name: "resposta", label: "Resposta",
        hint: "Diga o que foi feito e, se algo não pôde ser atendido, por quê e com que base na lei.",
        maximum: PrivacyRequest.maximumTextLength, text: typed.text, problem: typed.problem),
      consequence: request.kind == .deletion
        ? "Atender a uma eliminação troca o nome e o e-mail por “Pessoa removida” na hora, e não tem volta. A conta precisa "
          + "estar encerrada. O que a pessoa fez, e a trilha de auditoria, continuam." : nil)
  }

  /// `GET /administracao/privacidade/pedidos/{id}`
  static func answer(_ visit: Visit) async throws -> Response { try await page(visit, Typed()).response() }

  private static func page(_ visit: Visit, _ typed: Typed) async throws -> PrivacyRequestPage {
    PrivacyRequestPage(
      try await visit.prumo.privacyRequest(try id(visit), by: visit.actor), typed: typed,
      today: visit.prumo.now().day, surroundings: try await visit.surroundings())
  }

  /// `POST /administracao/privacidade/pedidos/{id}` with `resultado` and `resposta`; `assim-mesmo` after the warning.
  static func send(_ visit: Visit) async throws -> Response {
    let id = try id(visit)
    let form = try await visit.request.form()
    var typed = Typed(outcome: form["resultado"] ?? "", text: form["resposta"] ?? "")
    do {
      guard let outcome = PrivacyRequest.Outcome(rawValue: typed.outcome) else {
        throw Problem.invalid(field: "resultado", rule: "privacy.outcomeMissing")
      }
      try await visit.prumo.answer(
        id, outcome, text: typed.text, sendAnyway: FreeTextArea.isSentAnyway(form), by: visit.actor)
      return .redirect(to: "\(PrivacyDeskPage.path)?feito=resposta")
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
      typed.problem = problem
      return try await page(visit, typed).response(status: problem.status)
    }
  }

  private static func id(_ visit: Visit) throws(Problem) -> ID<PrivacyRequest> {
    guard let id = ID<PrivacyRequest>(visit.part("id")) else {
      throw .notFound(rule: "privacy.unknownRequest")
    }
    return id
  }
}
