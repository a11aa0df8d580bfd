import Access
import Privacy
import UseCases
import Vocabulary

/// Who waits for an answer about the own data, what is due to go, and what the last runs took away.
struct PrivacyDeskPage: Page {
  /// While a run goes on, the page asks again after so many seconds.
  static let refreshSeconds = 2

  let frame: Frame
  let notices: [Notice]
  let running: Progress?
  let canRun: Bool
  let requests: [Request]
  let hasRequests: Bool
  let empty: EmptyState?
  let due: DataTable
  let runs: DataTable?
  let warnings: DataTable?

  struct Request: Sendable {
    let href: String
    let person: String
    let kind: String
    let state: PrivacyWords.StateWords
    let asked: String
    let term: String
    let distance: String?
  }
}

extension PrivacyDeskPage {
  init(_ desk: PrivacyDesk, notices: [Notice] = [], surroundings: Surroundings) {
    let clock = surroundings.clock
    let open = desk.requests.filter(\.request.isOpen).count
    let late = desk.requests.filter { $0.request.isLate(on: desk.today) }.count
    let running = desk.runs.first { $0.state == .running }
    self.init(
      frame: surroundings.frame(
        "Dados pessoais", lead: Self.lead(open: open, late: late), in: .privacy,
        refreshSeconds: running == nil ? nil : Self.refreshSeconds),
      notices: notices,
      running: running.map { run in
        let words = Brazilian.count(run.removed, "item eliminado", "itens eliminados")
        return Progress(words: "Limpeza em andamento: \(words) até agora.", percent: nil)
      },
      canRun: running == nil && surroundings.mayChange(.privacyWrite),
      requests: desk.requests.map { Self.request($0, today: desk.today, clock: clock) },
      hasRequests: !desk.requests.isEmpty,
      empty: desk.requests.isEmpty
        ? EmptyState(
          title: "Nenhum pedido",
          text:
            "Quem tem conta pede informação, correção ou eliminação em Meus dados; os pedidos aparecem aqui, com prazo.",
          action: nil) : nil,
      due: Self.dueTable(desk.due), runs: Self.runsTable(desk.runs, clock: clock),
      warnings: Self.warningsTable(desk.warnings))
  }

  private static func lead(open: Int, late: Int) -> String {
    if late > 0 { return "\(Brazilian.count(late, "pedido passou", "pedidos passaram")) do prazo." }
    return open == 0
      ? "Ninguém espera resposta." : "\(Brazilian.count(open, "pedido espera", "pedidos esperam")) resposta."
  }

  static func request(_ listed: ListedRequest, today: Day, clock: Clock) -> Request {
    let request = listed.request
    return Request(
      href: "/administracao/privacidade/pedidos/\(request.id)", person: listed.person.name,
      kind: PrivacyWords.name(request.kind), state: PrivacyWords.state(request, on: today),
      asked: clock.moment(request.askedAt), term: Brazilian.day(request.dueOn),
      distance: request.isOpen ? PrivacyWords.distance(from: today, to: request.dueOn) : nil)
  }

  private static func dueTable(_ due: [RetentionDue]) -> DataTable {
    DataTable(
      caption: "O que é guardado, por quanto tempo, e quanto já passou do prazo",
      headers: [
        HeaderCell(text: "O quê", isNumber: false), HeaderCell(text: "Prazo", isNumber: false),
        HeaderCell(text: "No fim", isNumber: false), HeaderCell(text: "Guardado desde", isNumber: false),
        HeaderCell(text: "Passou do prazo", isNumber: true),
      ],
      rows: due.map { item in
        Row(
          head: Cell(item.rule.label),
          cells: [
            Cell(PrivacyWords.term(item.rule.term), note: "a contar de: \(item.rule.countedFrom)"),
            Cell(PrivacyWords.outcome(item.rule)), Cell(item.keptSince.map(Brazilian.day) ?? "–"),
            Cell(item.keptSince == nil ? "–" : Brazilian.whole(item.count), isNumber: true),
          ])
      }, foot: nil)
  }

  private static func runsTable(_ runs: [RetentionRun], clock: Clock) -> DataTable? {
    guard !runs.isEmpty else { return nil }
    return DataTable(
      caption: "Últimas limpezas, da mais nova à mais antiga (\(clock.name))",
      headers: [
        HeaderCell(text: "Começou", isNumber: false), HeaderCell(text: "Situação", isNumber: false),
        HeaderCell(text: "Por quê", isNumber: false), HeaderCell(text: "Eliminados", isNumber: true),
      ],
      rows: runs.map { run in
        Row(
          head: Cell(clock.moment(run.begunAt)),
          cells: [
            Cell(
              run.state == .done ? "✓ Feita" : "○ Em andamento",
              note: run.endedAt.map { "levou \(Brazilian.seconds($0.seconds(since: run.begunAt)))" }),
            Cell(run.requestedBy == nil ? "Diária" : "Pedida por uma pessoa"),
            Cell(Brazilian.whole(run.removed), isNumber: true),
          ])
      }, foot: nil)
  }

  private static func warningsTable(_ totals: [FreeTextWarningTotal]) -> DataTable? {
    guard !totals.isEmpty else { return nil }
    return DataTable(
      caption: "Avisos de número de pessoa em texto livre, nos últimos doze meses",
      headers: [
        HeaderCell(text: "Parecia ser", isNumber: false), HeaderCell(text: "Avisos", isNumber: true),
        HeaderCell(text: "Enviados assim mesmo", isNumber: true),
      ],
      rows: totals.map { total in
        Row(
          head: Cell(PrivacyWords.name(total.kind)),
          cells: [
            Cell(Brazilian.whole(total.warned), isNumber: true),
            Cell(Brazilian.whole(total.sentAnyway), isNumber: true),
          ])
      }, foot: nil)
  }
}
