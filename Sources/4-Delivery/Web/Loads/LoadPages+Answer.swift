import Hummingbird
import Indicators
import UseCases
import Vocabulary

extension LoadsPage {
  /// `GET /cargas`
  static func answer(_ request: Request, _ site: Site) async throws -> Response {
    let asked = try request.query()["pagina"].flatMap { Digits.number($0) } ?? 1
    let page = min(max(asked, 1), maximumPages)
    let records = try await site.prumo.loads(limit: loadsPerPage, offset: (page - 1) * loadsPerPage)
    let counts = try await site.prumo.loadCounts()
    return try LoadsPage(
      records, part: Part(page: page, ended: counts.ended, standing: counts.standing), now: site.prumo.now(),
      surroundings: try await site.surroundings()
    ).response()
  }
}

extension NewLoadPage {
  /// `GET /cargas/nova`
  static func answer(_ site: Site) async throws -> Response {
    try NewLoadPage(surroundings: try await site.surroundings()).response()
  }
}

extension LoadPage {
  /// `GET /cargas/{id}`; `?repetida=1` after the same file was given again.
  static func answer(_ request: Request, _ context: PageContext, _ site: Site) async throws -> Response {
    let record = try await site.prumo.load(try id(context))
    let isRepeated = try request.query()["repetida"] != nil
    return try LoadPage(
      record, isRepeated: isRepeated, now: site.prumo.now(), surroundings: try await site.surroundings()
    ).response()
  }

  /// `POST /cargas/{id}/cancelar`
  static func cancel(_ context: PageContext, _ site: Site) async throws -> Response {
    let id = try id(context)
    try await site.prumo.requestCancel(of: id)
    return .redirect(to: "/cargas/\(id)")
  }

  private static func id(_ context: PageContext) throws(Problem) -> ID<Load> {
    guard let id = ID<Load>(context.part("id")) else { throw .notFound(rule: "load.unknown") }
    return id
  }
}
