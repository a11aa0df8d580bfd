import Extracts
import Foundation
import Vocabulary

extension LoadReport {
  init(
    _ extract: PaymentsExtract, isDryRun: Bool, seconds: Double, totals: Totals, previousMonth: Totals?,
    replaced: Totals?, changes: Changes, wholeStates: [String], vanished: [Place], notReplaced: Int
  ) {
    self.init(
      layout: extract.layout.rawValue, programmeName: extract.layout.programmeName,
      month: extract.payrollMonth.description,
      isDryRun: isDryRun, fileName: extract.file.name, memberName: extract.file.memberName,
      fileBytes: extract.file.bytes, sha256: extract.file.sha256, encoding: extract.file.encoding.rawValue,
      delimiter: extract.file.delimiter.rawValue, rowsRead: extract.rowsRead,
      rowsAccepted: extract.rowsAccepted,
      rejections: extract.rejections.filter { $0.value > 0 }
        .map { Rejection(reason: $0.key.rawValue, rows: $0.value) }
        .sorted { ($1.rows, $0.reason) < ($0.rows, $1.reason) },
      examples: extract.examples.map {
        Example(
          line: $0.line, reason: $0.reason.rawValue, column: $0.column, shape: $0.shape,
          fieldsFound: $0.fieldsFound)
      },
      unknownMunicipalities: extract.unknownMunicipalities.map {
        UnknownMunicipality(code: $0.code, shape: $0.shape, state: $0.uf, rows: $0.rows)
      },
      unknownMunicipalitiesLeftOut: extract.unknownMunicipalitiesLeftOut,
      warnings: extract.warnings.map { Warning(rule: $0.rule, details: $0.details) }, totals: totals,
      previousMonth: previousMonth, replaced: replaced, changes: changes, wholeStates: wholeStates,
      vanished: vanished, notReplaced: notReplaced, seconds: seconds)
  }

  /// The report as it is kept; the same report gives the same text.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  static func read(_ json: String) throws -> Self {
    try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}

extension LoadReport.Totals {
  init(_ extract: PaymentsExtract) {
    let places = extract.municipalities.filter { $0.parcels > 0 }
    self.init(
      municipalities: places.count, parcels: places.reduce(0) { $0 + $1.parcels },
      families: extract.distinctInCountry, cents: places.reduce(0) { $0 + $1.amount.count },
      withoutCpf: extract.hasCPF ? places.reduce(0) { $0 + ($1.withoutCPF ?? 0) } : nil,
      lateParcels: extract.knowsLateParcels ? places.reduce(0) { $0 + $1.lateParcels } : nil,
      suspectNis: places.reduce(0) { $0 + $1.suspectNIS })
  }
}
