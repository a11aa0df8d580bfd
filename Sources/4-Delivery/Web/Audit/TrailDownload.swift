import Access
import HTTPTypes
import Hummingbird
import NIOCore
import UseCases
import Vocabulary

/// The trail for a spreadsheet: the entries of the filter, each with all that is hashed, so that the chain can be followed
/// by others.
enum TrailDownload {
  /// `GET /trilha.csv?…`
  static func answer(_ visit: Visit) async throws -> Response {
    let surroundings = try await visit.surroundings()
    let query = try TrailQuery(try visit.request.query())
    let csv = try await visit.prumo.exportTrail(
      try query.question(surroundings.clock), for: visit.actor, into: SpreadsheetText(headers)
    ) { csv, entry in csv.add(cells(entry)) }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"prumo-trilha.csv\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: csv.text)))
  }

  static let headers = [
    "Número", "Quando (tempo universal)", "Quem", "Código da pessoa", "Visto por (código)", "De onde",
    "Pedido", "O que fez", "Código da ação", "Sobre", "Código do que", "Lugar", "Antes", "Depois",
    "Resumo anterior", "Resumo",
  ]

  static func cells(_ entry: AuditEntry) -> [String] {
    [
      String(entry.number), entry.at, entry.actorName, entry.actorID ?? "", entry.viewerID ?? "",
      entry.address, entry.requestID, Words.did(stored: entry.action), entry.action, entry.thingKind ?? "",
      entry.thingID ?? "", entry.place ?? "", entry.before.text, entry.after.text, entry.previousHash,
      entry.hash,
    ]
  }
}
