import Hummingbird
import UseCases
import Vocabulary

extension SearchPage {
  /// As many as the use case gives at most.
  static let limit = 50

  /// `GET /busca?q=`; one exact hit leads straight to the municipality.
  static func answer(_ visit: Visit) async throws -> Response {
    let text = try visit.request.query()["q"] ?? ""
    let key = NameKey(text)
    let found = try await visit.prumo.search(text, for: visit.actor)
    let exact = found.filter { NameKey($0.name) == key || Digits.number(key.text) != nil }
    if found.count == 1 || exact.count == 1, let municipality = exact.first ?? found.first {
      return .redirect(to: "/municipios/\(municipality.code)")
    }
    return try SearchPage(found, for: text, limit: limit, surroundings: try await visit.surroundings())
      .response()
  }
}
