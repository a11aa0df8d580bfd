import Access
import Indicators
import UseCases
import Vocabulary

/// One load: how far it is, or what came of it. A dry run has the same page without a place in the history.
struct LoadPage: Page {
  let frame: Frame
  let action: Anchor?
  let notices: [Notice]
  let running: RunningLoad?
  let totals: DataTable?
  let rejectionsTitle: String
  let rejections: DataTable?
  let examples: DataTable?
  let unknownWords: String
  let unknown: DataTable?
  let changesTitle: String
  let changes: DataTable?
  let vanishedTitle: String
  let vanished: DataTable?
  let facts: [Fact]
}

extension LoadPage {
  /// A load of the history.
  init(_ record: LoadRecord, isRepeated: Bool = false, now: Instant, surroundings: Surroundings) {
    let load = record.load
    let clock = Clock(zone: (surroundings.state?.unit ?? surroundings.home).timeZone)
    let isReading = load.state == .reading
    self.init(
      title: load.file.name, lead: Self.lead(record),
      action: load.state == .committed
        ? Anchor(label: "Ver o painel", href: Self.panelHref(load, home: surroundings.home)) : nil,
      notices: (isRepeated ? [Self.repeated] : []) + Self.notices(record),
      running: isReading
        ? RunningLoad(record, now: now, clock: clock, mayChange: surroundings.mayChange(.loadsWrite)) : nil,
      report: record.report, facts: LoadFacts.of(record, clock: clock), refreshes: isReading,
      surroundings: surroundings)
  }

  /// What a dry run found; nothing was kept.
  init(dryRun report: LoadReport, surroundings: Surroundings) {
    let rejected = report.rowsRead - report.rowsAccepted
    self.init(
      title: "Conferência de \(report.fileName)",
      lead: "\(Brazilian.count(report.rowsRead, "linha lida", "linhas lidas")), "
        + "\(Brazilian.whole(rejected)) não puderam ser lidas; nada foi gravado.",
      action: Anchor(label: "Enviar para gravar", href: "/cargas/nova"),
      notices: [
        Notice(
          .plain, title: "Esta foi só uma conferência",
          text:
            "Os números do painel não mudaram. Para gravar, envie o mesmo arquivo e escolha “Conferir e gravar”."
        )
      ] + LoadNotices.of(report), running: nil, report: report, facts: LoadFacts.of(report), refreshes: false,
      surroundings: surroundings)
  }

  private init(
    title: String, lead: String?, action: Anchor?, notices: [Notice], running: RunningLoad?,
    report: LoadReport?,
    facts: [Fact], refreshes: Bool, surroundings: Surroundings
  ) {
    let tables = report.map(LoadTables.init)
    self.init(
      frame: surroundings.frame(
        title, lead: lead, in: .loads,
        crumbs: [.init(label: "Cargas", href: "/cargas"), .init(label: title, href: nil)],
        refreshSeconds: refreshes ? LoadsPage.refreshSeconds : nil),
      action: action, notices: notices, running: running, totals: tables?.totals,
      rejectionsTitle: tables?.rejectionsTitle ?? "", rejections: tables?.rejections,
      examples: tables?.examples,
      unknownWords: tables?.unknownWords ?? "", unknown: tables?.unknown,
      changesTitle: tables?.changesTitle ?? "",
      changes: tables?.changes, vanishedTitle: tables?.vanishedTitle ?? "", vanished: tables?.vanished,
      facts: facts)
  }

  private static func lead(_ record: LoadRecord) -> String {
    let load = record.load
    let month = load.month.map { " de \(Brazilian.fullMonth($0))" } ?? ""
    switch load.state {
    case .reading: return "O arquivo está sendo lido; nada dele vale ainda."
    case .committed:
      let rows = load.rows ?? RowCounts(read: 0, accepted: 0)
      if load.layout == "boundaries" {
        return
          "\(Brazilian.count(rows.accepted, "contorno", "contornos")) de municípios; os mapas já os usam."
      }
      return
        "\(Words.layout(load.layout))\(month): \(Brazilian.count(rows.read, "linha lida", "linhas lidas")), "
        + "\(Brazilian.whole(rows.rejected)) rejeitadas. Vale hoje para \(record.standingWords)."
    case .refused: return "O arquivo foi recusado por inteiro; nada mudou."
    case .cancelled: return "A leitura foi cancelada; nada mudou."
    case .interrupted: return "A leitura foi interrompida no meio; nada mudou."
    }
  }

  private static let repeated = Notice(
    .plain, title: "Este arquivo já tinha sido carregado",
    text: "O conteúdo é idêntico, byte a byte, ao desta carga. Nada mudou, e nada precisa ser feito.")

  private static func panelHref(_ load: Load, home: FederativeUnit) -> String {
    PanelQuery(month: load.month).href(home)
  }

  private static func notices(_ record: LoadRecord) -> [Notice] {
    let load = record.load
    var notices: [Notice] = []
    if load.state == .refused, let refusal = load.refusal { notices.append(Notice(refusal)) }
    if load.state == .interrupted {
      notices.append(
        Notice(
          .attention, title: "O programa parou no meio da leitura",
          text:
            "Pode ter sido uma queda de energia ou de conexão, ou alguém desligou o programa. Nada deste arquivo "
            + "foi gravado e os números de antes continuam valendo. Envie o mesmo arquivo de novo.",
          link: Anchor(label: "Enviar de novo", href: "/cargas/nova")))
    }
    if load.state == .cancelled {
      notices.append(
        Notice(
          .plain, title: "Cancelada a pedido de uma pessoa", text: "Nada deste arquivo foi gravado.",
          link: Anchor(label: "Enviar de novo", href: "/cargas/nova")))
    }
    return notices + (record.report.map(LoadNotices.of) ?? [])
  }
}

/// The file of a load in facts.
enum LoadFacts {
  static func of(_ record: LoadRecord, clock: Clock) -> [Fact] {
    let load = record.load
    var facts = [Fact("Situação", Words.name(load.state))]
    if let layout = load.layout { facts.append(Fact("Tipo", Words.layout(layout))) }
    if let month = load.month { facts.append(Fact("Mês da folha", Brazilian.fullMonth(month))) }
    if let bytes = load.file.bytes { facts.append(Fact("Tamanho", Brazilian.bytes(bytes))) }
    facts.append(Fact("Enviado por", load.loadedBy))
    facts.append(Fact("Começou", clock.moment(load.startedAt), note: clock.name))
    if let finished = load.finishedAt {
      facts.append(
        Fact(
          "Terminou", clock.moment(finished),
          note: "levou \(Brazilian.seconds(finished.seconds(since: load.startedAt)))"))
    }
    if let report = record.report { facts += reading(report) }
    if let sha256 = load.file.sha256 {
      facts.append(Fact("SHA-256", sha256, note: "a impressão digital do arquivo"))
    }
    return facts
  }

  static func of(_ report: LoadReport) -> [Fact] {
    let month = ReferenceMonth(report.month).map(Brazilian.fullMonth) ?? report.month
    return [
      Fact("Tipo", Words.layout(report.layout)), Fact("Mês da folha", month),
      Fact("Tamanho", Brazilian.bytes(report.fileBytes)),
    ] + reading(report) + [Fact("SHA-256", report.sha256, note: "a impressão digital do arquivo")]
  }

  private static func reading(_ report: LoadReport) -> [Fact] {
    var facts: [Fact] = []
    if let member = report.memberName { facts.append(Fact("Dentro do ZIP", member)) }
    facts.append(
      Fact(
        "Codificação", Sentences.encoding(report.encoding),
        note: "colunas separadas por \(Sentences.delimiter(report.delimiter))"))
    if !report.wholeStates.isEmpty {
      facts.append(
        Fact(
          "Fala por estados inteiros", report.wholeStates.joined(separator: ", "),
          note: "traz ao menos metade dos municípios de cada um"))
    }
    if report.notReplaced > 0 {
      facts.append(
        Fact(
          "Não substituídos", Brazilian.municipalities(report.notReplaced),
          note: "já havia carga de pagamentos, que vale mais que esta"))
    }
    return facts
  }
}
