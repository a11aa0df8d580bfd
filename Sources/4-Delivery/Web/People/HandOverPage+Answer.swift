import Access
import HTTPTypes
import Hummingbird
import UseCases
import Vocabulary

extension HandOverPage {
  /// After an invitation: the link to hand over, or that there is none to hand over.
  static func answer(_ invited: Invited, _ visit: Visit) async throws -> Response {
    guard let path = invited.path else {
      let person = try await visit.prumo.personSheet(invited.person, by: visit.actor).person
      return PersonPage.redirect(
        to: invited.person, done: person.state == .invited ? .mailed : .grantedToKnown)
    }
    return try await answer(.invitation, path: path, for: invited.person, visit)
  }

  /// Shown once, and kept by no browser.
  static func answer(
    _ kind: Kind, path: String, for id: ID<Person>, _ visit: Visit
  ) async throws -> Response {
    let person = try await visit.prumo.personSheet(id, by: visit.actor).person
    return try HandOverPage(
      kind, link: visit.address + path, for: person, now: visit.prumo.now(),
      surroundings: try await visit.surroundings()
    ).response()
  }
}

extension Visit {
  /// What the addresses of this program begin with, as the browser that asks reaches it.
  var address: String {
    (site.cookie.isSecure ? "https://" : "http://") + (request.head.authority ?? "localhost")
  }
}
