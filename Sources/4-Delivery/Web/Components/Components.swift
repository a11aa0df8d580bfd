/// The few parts that every page is made of. Each has a template of the same name beside it; a template sees stored
/// properties only.

struct Anchor: Sendable {
  let label: String
  let href: String
}

/// The way a value went against the month before, in words; the symbol and the colour only repeat it.
struct ChangeMark: Sendable {
  enum Tone: String, Sendable { case good, attention, neutral }

  let symbol: String
  let words: String
  let tone: String
  /// `no mês`, `desde nov. 2023`, where the page does not say it once for all.
  let since: String?

  init(symbol: String, words: String, tone: Tone, since: String? = nil) {
    self.symbol = symbol
    self.words = words
    self.tone = tone.rawValue
    self.since = since
  }
}

/// A figure with its unit, its past and the way to its origin.
struct FigureCard: Sendable {
  let label: String
  /// Chooses the figure's indicator on the page where the card stands.
  let selectHref: String?
  let isSelected: Bool
  let value: String
  let isMissing: Bool
  /// What the value counts; the exact value where `value` is shortened.
  let unit: String
  let change: ChangeMark?
  /// `138 de 141 municípios com dado`, only where some are missing.
  let incomplete: String?
  /// `12º de 141 em Mato Grosso`
  let positions: [String]
  let sparkline: String?
  let originHref: String?
}

/// Something to say above the content: what happened, why, what to do.
struct Notice: Sendable {
  enum Tone: String, Sendable { case plain, good, attention, critical }

  let tone: String
  let kind: String
  let title: String
  let text: String?
  let points: [String]
  let hasPoints: Bool
  let link: Anchor?

  init(_ tone: Tone, title: String, text: String? = nil, points: [String] = [], link: Anchor? = nil) {
    self.tone = tone.rawValue
    kind =
      switch tone {
      case .plain: "Aviso"
      case .good: "Tudo certo"
      case .attention: "Atenção"
      case .critical: "Erro"
      }
    self.title = title
    self.text = text
    self.points = points
    hasPoints = !points.isEmpty
    self.link = link
  }
}

/// Says what will stand here and the next step.
struct EmptyState: Sendable {
  let title: String
  let text: String
  let action: Anchor?
}

/// A choice of a `<select>`.
struct Choice: Sendable {
  let value: String
  let label: String
  let isChosen: Bool
}

/// A term with its value, as a line of a list of facts.
struct Fact: Sendable {
  let term: String
  let value: String
  let note: String?

  init(_ term: String, _ value: String, note: String? = nil) {
    self.term = term
    self.value = value
    self.note = note
  }
}

struct Cell: Sendable {
  let text: String
  /// A second, quieter line.
  let note: String?
  /// `number`, `code` or nothing.
  let className: String
  let href: String?

  init(
    _ text: String, note: String? = nil, isNumber: Bool = false, isCode: Bool = false, href: String? = nil
  ) {
    self.text = text
    self.note = note
    className = isNumber ? "number" : isCode ? "code" : ""
    self.href = href
  }
}

struct HeaderCell: Sendable {
  let text: String
  let className: String

  init(text: String, isNumber: Bool) {
    self.text = text
    className = isNumber ? "number" : ""
  }
}

struct Row: Sendable {
  let head: Cell
  let cells: [Cell]
}

/// A plain table: the first cell of a row is its head.
struct DataTable: Sendable {
  let caption: String
  let headers: [HeaderCell]
  let rows: [Row]
  let foot: Row?
}

/// A drawing with its message, its measure and the same values as a table.
struct ChartFrame: Sendable {
  let id: String
  let title: String
  let subtitle: String
  let source: String
  /// SVG from Charts; the only raw output of the pages together with sparklines.
  let drawing: String
  let table: DataTable
}
