import Access
import Hummingbird
import UseCases
import Vocabulary

/// A request by someone who has signed in: handlers never ask whether there is a person.
struct Visit: Sendable {
  let request: Request
  let context: PageContext
  let site: Site
  let signedIn: SignedIn

  var actor: Actor { signedIn.actor }
  var prumo: Prumo { site.prumo }

  /// A part of the address, decoded.
  func part(_ name: String) -> String { context.part(name) }

  func surroundings(_ unit: FederativeUnit? = nil) async throws -> Surroundings {
    try await site.surroundings(unit, for: signedIn)
  }
}

/// A request to a page that everyone may reach.
struct OpenVisit: Sendable {
  let request: Request
  let context: PageContext
  let site: Site

  var prumo: Prumo { site.prumo }

  func part(_ name: String) -> String { context.part(name) }

  /// Nil when nobody has signed in.
  func signedIn() async throws -> SignedIn? { try await site.signedIn(request, context) }

  /// Around a page that tells nothing of the state's work.
  func surroundings() async throws -> Surroundings {
    guard let signedIn = try await signedIn() else { return site.bareSurroundings }
    return try await site.surroundings(for: signedIn)
  }
}
