public import Access
import HTTPTypes
import Hummingbird
import UseCases
import Vocabulary

/// Who may reach an address.
public enum RouteAccess: Hashable, Sendable {
  /// Everyone, for the reason given.
  case open(because: String)
  /// Who has signed in: matters of the own account.
  case signedIn
  /// Who has the permission somewhere; where, the use case asks.
  case needs(Permission)
}

public struct DeclaredRoute: Hashable, Sendable {
  public let method: String
  /// With its parts in braces: `/municipios/{codigo}`.
  public let path: String
  public let access: RouteAccess

  /// Names of the parts of the path, in its order.
  public var parts: [String] {
    path.split(separator: "{").dropFirst().compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }
}

/// The addresses of the product. None can be declared without saying who may reach it; what is declared is held against a
/// reviewed list, and walked by a test as every member of the cast.
struct RouteBook {
  let site: Site
  let router: Router<PageContext>
  private(set) var routes: [DeclaredRoute] = []

  init(site: Site, router: Router<PageContext>) {
    self.site = site
    self.router = router
  }

  /// A page that asks for a permission.
  mutating func on(
    _ method: HTTPRequest.Method, _ path: String, _ permission: Permission,
    _ handler: @escaping @Sendable (Visit) async throws -> Response
  ) {
    add(method, path, .needs(permission)) { visit in
      _ = try visit.actor.requiredScope(of: permission)
      return try await handler(visit)
    }
  }

  /// A page about the own account, which needs no permission.
  mutating func own(
    _ method: HTTPRequest.Method, _ path: String,
    _ handler: @escaping @Sendable (Visit) async throws -> Response
  ) {
    add(method, path, .signedIn, handler)
  }

  /// A page that everyone may reach. The reason stands in the list of routes.
  mutating func open(
    _ method: HTTPRequest.Method, _ path: String, because reason: String,
    _ handler: @escaping @Sendable (OpenVisit) async throws -> Response
  ) {
    let site = site
    routes.append(DeclaredRoute(method: method.rawValue, path: path, access: .open(because: reason)))
    router.on(RouterPath(path), method: method) { request, context in
      try await handler(OpenVisit(request: request, context: context, site: site))
    }
  }

  private mutating func add(
    _ method: HTTPRequest.Method, _ path: String, _ access: RouteAccess,
    _ handler: @escaping @Sendable (Visit) async throws -> Response
  ) {
    let site = site
    routes.append(DeclaredRoute(method: method.rawValue, path: path, access: access))
    router.on(RouterPath(path), method: method) { request, context in
      guard let signedIn = try await site.signedIn(request, context) else {
        throw Problem.signInNeeded(rule: "access.signInNeeded")
      }
      return try await handler(Visit(request: request, context: context, site: site, signedIn: signedIn))
    }
  }
}
