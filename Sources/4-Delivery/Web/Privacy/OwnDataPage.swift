import Access
import Privacy
import UseCases
import Vocabulary

/// What is kept about the person who looks, and the way to ask for more, for a correction or for an end of it.
struct OwnDataPage: Page {
  /// Rows of a table that are shown; the file has all.
  static let maximumRows = 20

  let frame: Frame
  let notices: [Notice]
  let requests: [Request]
  let hasRequests: Bool
  let kinds: [Choice]
  let kindRefusal: String?
  let text: FreeTextArea
  let parts: [Part]
  /// What nothing is kept of.
  let nothing: String?

  struct Request: Sendable {
    let id: String
    let kind: String
    let text: String
    let state: PrivacyWords.StateWords
    let asked: String
    let term: String
    let answer: String?
    let withdrawHref: String?
  }

  struct Part: Sendable {
    let id: String
    let title: String
    let table: DataTable
    let rest: String?
  }
}

extension OwnDataPage {
  /// What was typed, when the form is shown again.
  struct Typed: Sendable {
    var kind = ""
    var text = ""
    var problem: Problem?
  }

  init(
    _ data: OwnData, requests: [PrivacyRequest], roles: RoleTable, typed: Typed = Typed(),
    isSent: Bool = false,
    today: Day, surroundings: Surroundings
  ) {
    let problem = typed.problem
    let words = OwnDataWords(roles: roles, clock: surroundings.clock, places: data.places)
    let told = OwnDataWords.tables.map { table in
      (table: table, part: data.parts.first { $0.table == table.name })
    }
    let missing = told.filter { $0.part?.rows.isEmpty ?? true }.map(\.table.title)
    let own = problem.flatMap { $0.field == nil ? $0 : nil }
    self.init(
      frame: surroundings.frame(
        "Meus dados", lead: "Tudo o que o Prumo guarda sobre você, e nada sobre outra pessoa.", in: nil,
        crumbs: [.init(label: "Minha conta", href: "/conta"), .init(label: "Meus dados", href: nil)]),
      notices: (own.map { [Notice($0)] } ?? [])
        + (isSent
          ? [
            Notice(
              .good, title: "Pedido enviado",
              text: "A resposta aparece nesta página em até \(PrivacyRequest.termDays) dias.")
          ] : []),
      requests: requests.map { Self.request($0, words: words, today: today) },
      hasRequests: !requests.isEmpty,
      kinds: [Choice(value: "", label: "Escolha", isChosen: typed.kind.isEmpty)]
        + PrivacyRequest.Kind.allCases.map {
          Choice(
            value: $0.rawValue, label: PrivacyWords.explained($0), isChosen: $0.rawValue == typed.kind)
        },
      kindRefusal: problem?.field == "tipo" ? problem.map { Sentences.of($0).text } : nil,
      text: FreeTextArea(
        name: "texto", label: "O que você pede", hint: "Diga em poucas palavras de que dado se trata.",
        maximum: PrivacyRequest.maximumTextLength, text: typed.text, problem: problem),
      parts: told.compactMap { told in told.part.flatMap { Self.part($0, told.table, words: words) } },
      nothing: missing.isEmpty ? nil : "Nada guardado em: \(missing.joined(separator: "; ")).")
  }

  private static func request(_ request: PrivacyRequest, words: OwnDataWords, today: Day) -> Request {
    let answer: String? =
      if case .answered(let answer, _) = request.state { answer.text } else { nil }
    return Request(
      id: request.id.text, kind: PrivacyWords.name(request.kind), text: request.text,
      state: PrivacyWords.state(request, on: today), asked: words.clock.moment(request.askedAt),
      term: Brazilian.day(request.dueOn), answer: answer,
      withdrawHref: request.isOpen ? "/conta/dados/pedidos/\(request.id)/desistir" : nil)
  }

  private static func part(_ part: OwnDataPart, _ table: OwnDataWords.Table, words: OwnDataWords) -> Part? {
    guard !part.rows.isEmpty else { return nil }
    let rows = part.rows.prefix(maximumRows).map { fields in
      let values = Dictionary(fields.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first })
      let cells = table.columns.map { column in
        Cell(words.value(values[column.column] ?? nil, of: column.column, in: table.name))
      }
      return Row(head: cells[0], cells: Array(cells.dropFirst()))
    }
    let left = part.rows.count - rows.count
    return Part(
      id: "dados-\(table.name)", title: table.title,
      table: DataTable(
        caption: table.title,
        headers: table.columns.map { HeaderCell(text: $0.header, isNumber: false) }, rows: rows, foot: nil),
      rest: left > 0
        ? "Mais \(Brazilian.count(left, "linha está", "linhas estão")) no arquivo que você pode baixar." : nil
    )
  }
}
