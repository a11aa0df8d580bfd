import UseCases
import Vocabulary

/// The tables of a load's report. Each is nil where there is nothing to say.
struct LoadTables {
  let totals: DataTable
  let rejectionsTitle: String
  let rejections: DataTable?
  let examples: DataTable?
  let unknownWords: String
  let unknown: DataTable?
  let changesTitle: String
  let changes: DataTable?
  let vanishedTitle: String
  let vanished: DataTable?

  init(_ report: LoadReport) {
    let rejected = report.rejections.map(\.rows).reduce(0, +)
    totals = Self.totals(report)
    rejectionsTitle =
      "\(Brazilian.count(rejected, "linha rejeitada", "linhas rejeitadas")) "
      + "(\(Brazilian.percent(Ratio(Int64(rejected), of: Int64(report.rowsRead)), places: 2)))"
    rejections = Self.table(
      "Linhas rejeitadas por motivo", [("Motivo", false), ("Linhas", true)],
      report.rejections.map { [Sentences.reason($0.reason), Brazilian.whole($0.rows)] })
    examples = Self.table(
      "Primeiras linhas rejeitadas",
      [("Linha", false), ("Motivo", false), ("Coluna", false), ("Forma da célula", false)],
      report.examples.map { example in
        let fields = example.fieldsFound.map { " (\(Brazilian.count($0, "coluna", "colunas")))" } ?? ""
        return [
          Brazilian.whole(example.line), Sentences.reason(example.reason) + fields,
          example.column ?? "a linha toda",
          example.shape.isEmpty ? "vazia" : example.shape,
        ]
      }, codeColumn: 3)
    let unknownRows = report.unknownMunicipalities.map(\.rows).reduce(0, +)
    unknownWords =
      "As linhas destes códigos não entraram em nenhum município: \(Brazilian.count(unknownRows, "linha", "linhas"))."
      + (report.unknownMunicipalitiesLeftOut > 0
        ? " E mais \(Brazilian.count(report.unknownMunicipalitiesLeftOut, "código", "códigos"))." : "")
    unknown = Self.table(
      "Municípios não encontrados",
      [("Código SIAFI no arquivo", false), ("Estado no arquivo", false), ("Linhas", true)],
      report.unknownMunicipalities.map {
        [Self.unknownCode($0), $0.state ?? "–", Brazilian.whole($0.rows)]
      })
    changesTitle =
      "\(Brazilian.municipalities(report.changes.municipalitiesChanged)) com valor diferente do que valia"
    changes = Self.changes(report)
    vanishedTitle = "\(Brazilian.municipalities(report.vanished.count)) deixaram de aparecer"
    vanished = Self.table(
      "Municípios que deixaram de aparecer",
      [("Município", false), ("Estado", false), ("Código IBGE", false)],
      report.vanished.map { [$0.name, $0.state, $0.code] },
      links: report.vanished.map { "/municipios/\($0.code)" })
  }

  private static func table(
    _ caption: String, _ headers: [(String, isNumber: Bool)], _ rows: [[String]], links: [String]? = nil,
    codeColumn: Int? = nil
  ) -> DataTable? {
    guard !rows.isEmpty else { return nil }
    return DataTable(
      caption: caption, headers: headers.map { HeaderCell(text: $0.0, isNumber: $0.isNumber) },
      rows: rows.enumerated().map { index, row in
        Row(
          head: Cell(row[0], href: links?[index]),
          cells: row.indices.dropFirst().map {
            Cell(row[$0], isNumber: headers[$0].isNumber, isCode: $0 == codeColumn)
          })
      }, foot: nil)
  }

  /// The code, or what stood in its place.
  private static func unknownCode(_ unknown: LoadReport.UnknownMunicipality) -> String {
    if let code = unknown.code { return code }
    guard let shape = unknown.shape, !shape.isEmpty else { return "célula vazia" }
    return "não é código (forma \(shape))"
  }

  /// Now, the month before and what stood before side by side; a column only where there is something to compare.
  private static func totals(_ report: LoadReport) -> DataTable {
    var headers = [("", false), ("Neste arquivo", true)]
    var columns = [report.totals]
    if let previous = report.previousMonth {
      headers.append(("Mês anterior", true))
      columns.append(previous)
    }
    if let replaced = report.replaced {
      headers.append(("Valia antes", true))
      columns.append(replaced)
    }
    let lines: [(String, (LoadReport.Totals) -> String?)] = [
      ("Municípios", { Brazilian.whole($0.municipalities) }), ("Parcelas", { Brazilian.whole($0.parcels) }),
      ("Famílias (NIS distintos)", { $0.families.map(Brazilian.whole) }),
      ("Valor pago", { $0.cents.map { Brazilian.money(Cents($0)) } }),
      ("Parcelas atrasadas", { $0.lateParcels.map(Brazilian.whole) }),
      ("Parcelas sem CPF", { $0.withoutCpf.map(Brazilian.whole) }),
      ("NIS com dígito suspeito", { $0.suspectNis.map(Brazilian.whole) }),
    ]
    return DataTable(
      caption: "Totais do arquivo", headers: headers.map { HeaderCell(text: $0.0, isNumber: $0.1) },
      rows: lines.map { label, value in
        Row(head: Cell(label), cells: columns.map { Cell(value($0) ?? "–", isNumber: true) })
      }, foot: nil)
  }

  private static func changes(_ report: LoadReport) -> DataTable? {
    table(
      "Maiores mudanças em relação ao que valia para este mês",
      [
        ("Município", false), ("Parcelas antes", true), ("Parcelas agora", true), ("Valor antes", true),
        ("Valor agora", true),
      ],
      report.changes.largest.map { change in
        [
          "\(change.place.name) (\(change.place.state))", change.parcelsBefore.map(Brazilian.whole) ?? "–",
          change.parcelsNow.map(Brazilian.whole) ?? "–",
          change.centsBefore.map { Brazilian.money(Cents($0)) } ?? "–",
          change.centsNow.map { Brazilian.money(Cents($0)) } ?? "–",
        ]
      }, links: report.changes.largest.map { "/municipios/\($0.place.code)" })
  }
}

/// What a report wants a person to know first.
enum LoadNotices {
  static func of(_ report: LoadReport) -> [Notice] {
    guard !report.warnings.isEmpty else { return [] }
    return [
      Notice(
        .attention, title: "O arquivo foi lido com ressalvas",
        points: report.warnings.map { Sentences.warning($0.rule, $0.details) })
    ]
  }
}
