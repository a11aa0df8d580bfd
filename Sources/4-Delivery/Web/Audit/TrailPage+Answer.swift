import Access
import Hummingbird
import UseCases
import Vocabulary

extension TrailPage {
  /// `GET /trilha?quem=&tipo=&coisa=&id=&lugar=&de=&ate=&antes=&depois=`
  static func answer(_ visit: Visit) async throws -> Response {
    let surroundings = try await visit.surroundings()
    let words = TrailValueWords(roles: visit.prumo.roles, clock: surroundings.clock)
    let query = try TrailQuery(try visit.request.query())
    do {
      let part = try await visit.prumo.trail(
        try query.question(words.clock), from: query.start, for: visit.actor)
      return try TrailPage(part, query: query, words: words, surroundings: surroundings).response()
    } catch let problem as Problem where problem.field != nil {
      return try TrailPage(
        nil, query: query, refusal: problem, words: words, surroundings: surroundings
      ).response(status: problem.status)
    }
  }
}

extension TrailEntryPage {
  /// `GET /trilha/12`
  static func answer(_ visit: Visit) async throws -> Response {
    guard let number = Digits.number(visit.part("numero")) else {
      throw Problem.notFound(rule: "trail.unknown")
    }
    let (entry, link) = try await visit.prumo.trailEntry(number, for: visit.actor)
    let surroundings = try await visit.surroundings()
    let words = TrailValueWords(roles: visit.prumo.roles, clock: surroundings.clock, names: entry.valueNames)
    return try TrailEntryPage(entry, link: link, words: words, surroundings: surroundings).response()
  }
}
