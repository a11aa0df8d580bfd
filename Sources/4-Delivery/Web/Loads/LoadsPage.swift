import Access
import Indicators
import UseCases
import Vocabulary

/// The history of loads, with what is being read at the moment on top.
struct LoadsPage: Page {
  /// How many loads a page of the history shows.
  static let loadsPerPage = 100
  /// The last page that is looked up; a million loads are beyond any state.
  static let maximumPages = 10_000
  /// While something is read, the page asks again after so many seconds; no script is needed.
  static let refreshSeconds = 2

  let frame: Frame
  let notices: [Notice]
  let empty: EmptyState?
  let running: [RunningLoad]
  let hasRunning: Bool
  let history: [PastLoad]
  let hasHistory: Bool
  let newer: Anchor?
  let older: Anchor?
  let hasOtherPages: Bool
  let clockName: String
  let upload: Anchor?

  /// Which part of the history, of how many ended loads, of which so many count today.
  struct Part: Sendable {
    var page = 1
    let ended: Int
    let standing: Int
  }

  struct PastLoad: Sendable {
    let href: String
    let fileName: String
    let layout: String
    let state: String
    let symbol: String
    let tone: String
    let month: String
    let rowsRead: String
    let rowsRejected: String
    let standing: String
    let refusal: String?
    let started: String
    let loadedBy: String
  }
}

/// How far a load has come.
struct RunningLoad: Sendable {
  let href: String
  let cancelHref: String
  let fileName: String
  let progress: Progress
  let started: String
  let canCancel: Bool
  let isStopping: Bool
}

struct Progress: Sendable {
  let words: String
  /// 0 to 100; nil while the size is not known.
  let percent: Int?
}

extension LoadsPage {
  init(_ records: [LoadRecord], part: Part, now: Instant, surroundings: Surroundings) {
    let clock = Clock(zone: (surroundings.state?.unit ?? surroundings.home).timeZone)
    let running = records.filter { $0.load.state == .reading }
    let past = records.filter { $0.load.state != .reading }
    let interrupted = past.filter { $0.load.state == .interrupted && $0.isNewestOfItsFile(among: past) }
    self.init(
      frame: surroundings.frame(
        "Cargas", lead: Self.lead(part, running: running.count), in: .loads,
        crumbs: [.init(label: "Cargas", href: nil)],
        refreshSeconds: running.isEmpty ? nil : Self.refreshSeconds),
      notices: interrupted.prefix(3).map { Self.explained($0, surroundings) },
      empty: records.isEmpty
        ? EmptyState(
          title: "Nenhum arquivo enviado ainda",
          text:
            "Aqui fica cada arquivo que alguém enviar: o que tinha, o que foi recusado e o que vale hoje. "
            + "Comece pela folha de pagamentos do Portal da Transparência.",
          action: surroundings.uploadAnchor("Enviar um arquivo")) : nil,
      running: running.map {
        RunningLoad($0, now: now, clock: clock, mayChange: surroundings.mayChange(.loadsWrite))
      }, hasRunning: !running.isEmpty,
      history: past.map { PastLoad($0, clock: clock) }, hasHistory: !past.isEmpty,
      newer: part.page > 1 ? Self.anchor("Mais novas", page: part.page - 1) : nil,
      older: part.page * Self.loadsPerPage < part.ended
        ? Self.anchor("Mais antigas", page: part.page + 1) : nil,
      hasOtherPages: part.ended > Self.loadsPerPage, clockName: clock.name,
      upload: surroundings.uploadAnchor("Enviar um arquivo"))
  }

  private static func anchor(_ label: String, page: Int) -> Anchor {
    Anchor(label: label, href: page == 1 ? "/cargas" : "/cargas?pagina=\(page)")
  }

  private static func lead(_ part: Part, running: Int) -> String? {
    guard part.ended > 0 || running > 0 else { return nil }
    var words = [
      "\(Brazilian.count(part.ended, "carga", "cargas")), \(Brazilian.whole(part.standing)) valendo hoje"
    ]
    if running > 0 { words.insert("\(Brazilian.count(running, "arquivo", "arquivos")) em leitura", at: 0) }
    return words.joined(separator: "; ") + "."
  }

  private static func explained(_ record: LoadRecord, _ surroundings: Surroundings) -> Notice {
    Notice(
      .attention, title: "A leitura de \(record.load.file.name) foi interrompida",
      text:
        "O programa parou no meio. Nada desse arquivo foi gravado e os números de antes continuam valendo. "
        + "Envie o mesmo arquivo de novo.", link: surroundings.uploadAnchor("Enviar de novo"))
  }
}

extension LoadRecord {
  /// An interrupted load is told about until its file was given again.
  fileprivate func isNewestOfItsFile(among records: [LoadRecord]) -> Bool {
    !records.contains { $0.load.file.name == load.file.name && $0.load.startedAt > load.startedAt }
  }
}

extension LoadsPage.PastLoad {
  init(_ record: LoadRecord, clock: Clock) {
    let load = record.load
    let (symbol, tone): (String, Notice.Tone) =
      switch load.state {
      case .committed: ("✓", .good)
      case .refused: ("✕", .critical)
      case .interrupted: ("!", .attention)
      case .cancelled: ("–", .plain)
      case .reading: ("…", .plain)
      }
    self.init(
      href: "/cargas/\(load.id)", fileName: load.file.name, layout: Words.layout(load.layout),
      state: Words.name(load.state), symbol: symbol, tone: tone.rawValue,
      month: load.month.map(Brazilian.month) ?? "–",
      rowsRead: load.rows.map { Brazilian.whole($0.read) } ?? "–",
      rowsRejected: load.rows.map { Brazilian.count($0.rejected, "rejeitada", "rejeitadas") } ?? "",
      standing: record.standingWords, refusal: load.refusal.map { Sentences.of($0).title },
      started: clock.moment(load.startedAt), loadedBy: load.loadedBy)
  }
}

extension LoadRecord {
  /// `141 municípios`; why nothing, where it stands for nothing.
  var standingWords: String {
    switch load.state {
    case .committed:
      if load.layout == "boundaries" {
        "mapas"
      } else if standing == 0 {
        "nada: outra carga a substituiu"
      } else if load.layout?.hasPrefix("publicFact") == true {
        Brazilian.count(standing, "valor", "valores")
      } else {
        Brazilian.municipalities(standing)
      }
    case .reading: "ainda nada"
    case .refused, .cancelled, .interrupted: "nada"
    }
  }
}

extension RunningLoad {
  init(_ record: LoadRecord, now: Instant, clock: Clock, mayChange: Bool) {
    let load = record.load
    self.init(
      href: "/cargas/\(load.id)", cancelHref: "/cargas/\(load.id)/cancelar", fileName: load.file.name,
      progress: Progress(record, now: now),
      started: "Começou em \(clock.moment(load.startedAt)) (\(clock.name)), enviado por \(load.loadedBy).",
      canCancel: mayChange && !record.isCancelRequested, isStopping: record.isCancelRequested)
  }
}

extension Progress {
  /// `45 % · 1,2 GB de 2,1 GB · 9.200.000 linhas · faltam cerca de 40 s`
  init(_ record: LoadRecord, now: Instant) {
    let read = record.bytesRead
    var words: [String] = []
    var percent: Int?
    if let total = record.load.file.bytes, total > 0 {
      let share = Int(min(100, max(0, read) * 100 / total))
      percent = share
      words += ["\(share)\(Brazilian.fixedSpace)%", "\(Brazilian.bytes(read)) de \(Brazilian.bytes(total))"]
      let passed = now.seconds(since: record.load.startedAt)
      if read > 0, passed > 1, read < total {
        words.append("faltam cerca de \(Brazilian.seconds(passed * Double(total - read) / Double(read)))")
      }
    } else {
      words.append("\(Brazilian.bytes(read)) lidos")
    }
    words.insert(
      Brazilian.count(record.rowsReadSoFar, "linha", "linhas"), at: words.isEmpty ? 0 : words.count - 1)
    self.init(words: words.joined(separator: " · "), percent: percent)
  }
}
