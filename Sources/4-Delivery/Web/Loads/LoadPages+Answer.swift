import Hummingbird
import Indicators
import UseCases
import Vocabulary

extension LoadsPage {
  /// `GET /cargas`
  static func answer(_ visit: Visit) async throws -> Response {
    let asked = try visit.request.query()["pagina"].flatMap { Digits.number($0) } ?? 1
    let page = min(max(asked, 1), maximumPages)
    let records = try await visit.prumo.loads(
      limit: loadsPerPage, offset: (page - 1) * loadsPerPage, for: visit.actor)
    let counts = try await visit.prumo.loadCounts(for: visit.actor)
    return try LoadsPage(
      records, part: Part(page: page, ended: counts.ended, standing: counts.standing), now: visit.prumo.now(),
      surroundings: try await visit.surroundings()
    ).response()
  }
}

extension NewLoadPage {
  /// `GET /cargas/nova`
  static func answer(_ visit: Visit) async throws -> Response {
    try NewLoadPage(
      limitBytes: visit.site.uploadBytes, surroundings: try await visit.surroundings()
    ).response()
  }
}

extension LoadPage {
  /// `GET /cargas/{id}`; `?repetida=1` after the same file was given again.
  static func answer(_ visit: Visit) async throws -> Response {
    let record = try await visit.prumo.load(try id(visit), for: visit.actor)
    let isRepeated = try visit.request.query()["repetida"] != nil
    return try LoadPage(
      record, isRepeated: isRepeated, now: visit.prumo.now(), surroundings: try await visit.surroundings()
    ).response()
  }

  /// `POST /cargas/{id}/cancelar`
  static func cancel(_ visit: Visit) async throws -> Response {
    let id = try id(visit)
    try await visit.prumo.requestCancel(of: id, by: visit.actor)
    return .redirect(to: "/cargas/\(id)")
  }

  private static func id(_ visit: Visit) throws(Problem) -> ID<Load> {
    guard let id = ID<Load>(visit.part("id")) else { throw .notFound(rule: "load.unknown") }
    return id
  }
}
