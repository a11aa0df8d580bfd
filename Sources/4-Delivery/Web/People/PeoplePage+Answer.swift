import Hummingbird
import UseCases
import Vocabulary

extension PeoplePage {
  /// `GET /pessoas`
  static func answer(_ visit: Visit) async throws -> Response {
    let query = try PeopleQuery(visit.request.query())
    let list = try await visit.prumo.people(query.question, page: query.page, by: visit.actor)
    return try PeoplePage(
      list, query: query, roles: visit.prumo.roles, now: visit.prumo.now(),
      surroundings: try await visit.surroundings()
    ).response()
  }
}
