import HTTPTypes
import Hummingbird
import Indicators
import NIOCore
import UseCases
import Vocabulary

/// The panel's table for a spreadsheet, in the same order as on the page.
enum PanelDownload {
  /// `GET /painel/MT.csv?…`
  static func answer(_ request: Request, _ context: PageContext, _ site: Site) async throws -> Response {
    let unit = try FederativeUnit.named(context.part("uf"))
    let query = PanelQuery(try request.query())
    let panel = try await site.prumo.statePanel(unit, indicator: query.indicator, month: query.month)
    let name = "prumo-\(unit.rawValue)-\(panel.indicator.key)-\(panel.month).csv"
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-cache",
        .contentDisposition: "attachment; filename=\"\(name)\"",
      ],
      body: ResponseBody(
        byteBuffer: ByteBuffer(string: text(panel, query: query, catalogue: site.prumo.catalogue))))
  }

  static func text(_ panel: StatePanel, query: PanelQuery, catalogue: Catalogue) -> String {
    let indicator = panel.indicator
    func label(_ key: CatalogueKey?) -> String? { key.map { catalogue.element($0)?.label ?? $0.text } }
    var headers = ["Posição", "Código IBGE", "Município", "Mês", indicator.label, "Mês anterior"]
    headers += [label(indicator.numerator), label(indicator.denominator)].compactMap(\.self)
    var csv = SpreadsheetText(headers)
    for row in query.arranged(panel.rows) {
      csv.add(
        cells(
          position: row.position.map(String.init) ?? "", code: row.municipality.code.description,
          name: row.municipality.name, row.figure, previous: row.previous))
    }
    csv.add(
      cells(
        position: "", code: panel.state.unit.rawValue, name: panel.state.name, panel.stateFigure,
        previous: nil))
    return csv.text
  }

  private static func cells(
    position: String, code: String, name: String, _ figure: Figure, previous: Figure?
  ) -> [String] {
    var cells = [
      position, code, name, figure.month.description, number(figure.value), number(previous?.value),
    ]
    cells.append(figure.numerator.map { String($0.value) } ?? "")
    if figure.indicator.denominator != nil { cells.append(figure.denominator.map { String($0.value) } ?? "") }
    return cells
  }

  /// With a comma and without points: what a Brazilian spreadsheet takes for a number.
  private static func number(_ value: FixedDecimal?) -> String {
    value?.description.replacing(".", with: ",") ?? ""
  }
}

/// Text that spreadsheets in Brazil open as a table: a byte order mark, semicolons, lines that end as on Windows.
struct SpreadsheetText {
  private(set) var text = "\u{FEFF}"

  init(_ headers: [String]) { add(headers) }

  mutating func add(_ cells: [String]) {
    text += cells.map(Self.cell).joined(separator: ";") + "\r\n"
  }

  /// A text that a spreadsheet would run as a formula gets an apostrophe before it; a number stays a number.
  static func cell(_ text: String) -> String {
    var text = text
    let isNumber =
      !text.isEmpty && text.utf8.allSatisfy { Digits.value($0) != nil || $0 == 0x2C || $0 == 0x2D }
    if let first = text.first, "=+-@\t\r".contains(first), !isNumber { text = "'" + text }
    guard text.contains(where: { ";\"\r\n".contains($0) }) || text.contains("\r\n") else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
