import HTTPTypes
import Hummingbird
import Indicators
import NIOCore
import UseCases
import Vocabulary

/// The panel's table for a spreadsheet, in the same order as on the page.
enum PanelDownload {
  /// `GET /painel/MT.csv?…`
  static func answer(_ visit: Visit) async throws -> Response {
    let unit = try FederativeUnit.named(visit.part("uf"))
    let query = PanelQuery(try visit.request.query())
    let panel = try await visit.prumo.statePanel(
      unit, indicator: query.indicator, month: query.month, for: visit.actor)
    let name = "prumo-\(unit.rawValue)-\(panel.indicator.key)-\(panel.month).csv"
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-cache",
        .contentDisposition: "attachment; filename=\"\(name)\"",
      ],
      body: ResponseBody(
        byteBuffer: ByteBuffer(string: text(panel, query: query, catalogue: visit.prumo.catalogue))))
  }

  static func text(_ panel: StatePanel, query: PanelQuery, catalogue: Catalogue) -> String {
    let indicator = panel.indicator
    func amount(_ total: ElementTotal?) -> String {
      total.flatMap { total in catalogue.element(total.element).map { number($0.amount(total.value)) } } ?? ""
    }
    func label(_ key: CatalogueKey?) -> String? { key.map { catalogue.element($0)?.label ?? $0.text } }
    var headers = ["Posição", "Código IBGE", "Município", "Mês", indicator.label, "Mês anterior"]
    headers += [label(indicator.numerator), label(indicator.denominator)].compactMap(\.self)
    var csv = SpreadsheetText(headers)
    for row in query.arranged(panel.rows) {
      csv.add(
        cells(
          position: row.position.map(String.init) ?? "", code: row.municipality.code.description,
          name: row.municipality.name, row.figure, previous: row.previous, amount))
    }
    csv.add(
      cells(
        position: "", code: panel.state.unit.rawValue, name: panel.state.name, panel.stateFigure,
        previous: nil, amount))
    return csv.text
  }

  private static func cells(
    position: String, code: String, name: String, _ figure: Figure, previous: Figure?,
    _ amount: (ElementTotal?) -> String
  ) -> [String] {
    var cells = [
      position, code, name, figure.month.description, number(figure.value), number(previous?.value),
    ]
    cells.append(amount(figure.numerator))
    if figure.indicator.denominator != nil { cells.append(amount(figure.denominator)) }
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
    text += cells.map(SpreadsheetCell.text).joined(separator: ";") + "\r\n"
  }
}

/// One cell of a file for spreadsheets.
public enum SpreadsheetCell {
  /// Bytes with which a formula begins; by bytes, for "\r\n" is one character.
  private static let formula = Set("=+-@\t\r\n".utf8)
  private static let parting = Set(";\"\r\n".utf8)

  /// A text that a spreadsheet would run as a formula gets an apostrophe before it; a number stays a number.
  public static func text(_ text: String) -> String {
    var cell = text
    if let first = text.utf8.first, formula.contains(first), !isNegative(text) { cell = "'" + text }
    guard cell.utf8.contains(where: parting.contains) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func isNegative(_ text: String) -> Bool {
    let pieces = text.dropFirst().split(separator: ",", omittingEmptySubsequences: false)
    return text.first == "-" && pieces.count <= 2 && pieces.allSatisfy { Digits.number($0) != nil }
  }
}
