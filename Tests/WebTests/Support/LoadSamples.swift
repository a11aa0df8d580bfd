import TestCast
import Indicators
import Vocabulary

@testable import UseCases
@testable import Web

extension Samples {
  /// Loads in every state; those that a test cannot bring about in time are made by hand.
  func loads() async throws -> [Named] {
    let records = try await prumo.loads(limit: 10, for: .tester)
    let running = [
      Self.record(.reading, name: "lendo.zip", bytesRead: 900_000_000),
      Self.record(.reading, name: "parando.csv", bytes: nil, bytesRead: 1_000, isCancelRequested: true),
    ]
    let ended = [
      Self.record(
        .refused, name: "vazio.csv", refusal: .invalid(field: "arquivo", rule: "extract.emptyFile")),
      Self.record(.cancelled, name: "cancelado.csv"), Self.record(.interrupted, name: "cortado.csv"),
    ]
    let now = Self.began.adding(seconds: 40)
    func page(_ record: LoadRecord, isRepeated: Bool = false) -> LoadPage {
      LoadPage(record, isRepeated: isRepeated, now: now, surroundings: surroundings)
    }
    return [
      (
        "loads",
        LoadsPage(
          running + ended + records, part: .init(page: 2, ended: 250, standing: 12), now: now,
          surroundings: surroundings)
      ),
      (
        "loads-empty", LoadsPage([], part: .init(ended: 0, standing: 0), now: now, surroundings: surroundings)
      ),
      ("load", page(records[0], isRepeated: true)), ("load-running", page(running[0])),
      ("load-stopping", page(running[1])), ("load-refused", page(ended[0])),
      ("load-cancelled", page(ended[1])),
      ("load-interrupted", page(ended[2])),
      ("load-everything", page(Self.record(.committed, name: "tudo.csv", report: Self.report))),
      ("load-checked", LoadPage(dryRun: Self.report, surroundings: surroundings)),
    ]
  }

  static let began = Instant("2026-11-23T15:08:33.000Z")!

  static func record(
    _ state: Load.State, name: String, bytes: Int64? = 2_100_000_000, bytesRead: Int64 = 0,
    isCancelRequested: Bool = false, refusal: Problem? = nil, report: LoadReport? = nil,
    loadedBy: String = "Ana (teste)"
  ) -> LoadRecord {
    let isRead = state == .committed
    let load = Load(
      id: ID("0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70")!, dataset: CatalogueKey("pbf.payments")!,
      layout: state == .refused ? nil : "novoBolsaFamilia", state: state,
      file: LoadedFile(name: name, bytes: bytes, sha256: isRead ? String(repeating: "ab", count: 32) : nil),
      month: isRead ? december : nil, loadedBy: loadedBy, startedAt: began,
      finishedAt: state == .reading ? nil : began.adding(seconds: 75),
      rows: isRead ? RowCounts(read: 1_066, accepted: 1_060) : nil,
      refusal: refusal)
    return LoadRecord(
      load: load, bytesRead: bytesRead, rowsReadSoFar: Int(bytesRead / 110), report: report,
      standing: isRead ? 1 : 0,
      isCancelRequested: isCancelRequested)
  }

  /// A report in which every part has something to say.
  static let report = LoadReport(
    layout: "novoBolsaFamilia", programmeName: "Novo Bolsa Família", month: "2023-12", isDryRun: true,
    fileName: "tudo.csv", memberName: "202312_NovoBolsaFamilia.csv", fileBytes: 2_100_000_000,
    sha256: String(repeating: "ab", count: 32), encoding: "windows1252", delimiter: "semicolon",
    rowsRead: 1_066,
    rowsAccepted: 1_060, rejections: [.init(reason: "value", rows: 4), .init(reason: "fields", rows: 2)],
    examples: [
      .init(line: 12, reason: "value", column: "VALOR PARCELA", shape: "9a9,99", fieldsFound: nil),
      .init(line: 1_024, reason: "fields", column: nil, shape: "", fieldsFound: 3),
    ],
    unknownMunicipalities: [
      .init(code: "9999", shape: nil, state: "AC", rows: 3),
      .init(code: nil, shape: "aa99", state: nil, rows: 1),
      .init(code: nil, shape: "", state: nil, rows: 1),
    ],
    unknownMunicipalitiesLeftOut: 7,
    warnings: [
      .init(rule: "extract.warning.ufMismatch", details: ["rows": "3"]),
      .init(rule: "extract.warning.bomRemoved", details: [:]),
    ],
    totals: .init(
      municipalities: 22, parcels: 1_060, families: 1_050, cents: 70_848_900, withoutCpf: 12, lateParcels: 9,
      suspectNis: 1),
    previousMonth: .init(
      municipalities: 22, parcels: 1_000, families: 990, cents: 65_000_000, withoutCpf: 10, lateParcels: 5,
      suspectNis: 0),
    replaced: .init(
      municipalities: 22, parcels: 1_059, families: nil, cents: nil, withoutCpf: nil, lateParcels: nil,
      suspectNis: nil),
    changes: .init(
      municipalitiesChanged: 2,
      largest: [
        .init(
          place: .init(code: "1200401", name: "Rio Branco", state: "AC"), parcelsBefore: 500, parcelsNow: 501,
          centsBefore: nil, centsNow: 30_060_000)
      ]),
    wholeStates: ["AC"], vanished: [.init(code: "1200104", name: "Brasiléia", state: "AC")], notReplaced: 1,
    seconds: 2.5)
}
