import Access
import ArgumentParser
import SQLStore
import UseCases
import Web

struct ListRoutes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routes", abstract: "Lista os endereços das páginas e quem pode chegar a cada um.",
    discussion: "Um banco de demonstração tem um endereço a mais: o que entra com um botão.")

  @OptionGroup var database: DatabaseOption
  @Flag(name: .customLong("openapi"), help: "Escreve um documento OpenAPI 3.1, para ferramentas de teste.")
  var isOpenAPI = false

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openAsItIs()
      let list = RouteList(routes: declaredRoutes(of: prumo))
      print(isOpenAPI ? list.openAPI : list.words)
      try prumo.store.close()
    }
  }
}

/// The declared addresses, for people and for programs that try them out.
struct RouteList {
  let routes: [DeclaredRoute]

  /// `GET   /cargas   loads.read`, one a line.
  var words: String {
    let width = routes.map(\.path.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(width - text.count, 0))
    }
    return routes.map { route in
      "\(padded(route.method, 5)) \(padded(route.path, width))  \(Self.words(of: route.access))"
    }.joined(separator: "\n")
  }

  /// As much of OpenAPI as the declarations know: paths with their parts, methods, and who may reach them as `x-access`.
  var openAPI: String {
    var paths: [String] = []
    for route in routes where !paths.contains(route.path) { paths.append(route.path) }
    return JSONText.object([
      ("openapi", .text("3.1.0")),
      ("info", .object([("title", .text("Prumo")), ("version", .text("1"))])),
      ("paths", .object(paths.map { path in (path, operations(at: path)) })),
    ]).text
  }

  private func operations(at path: String) -> JSONText {
    .object(
      routes.filter { $0.path == path }.map { route in
        (
          route.method.lowercased(),
          .object([
            ("operationId", .text("\(route.method) \(path)")),
            ("x-access", .text(Self.words(of: route.access))),
            ("parameters", .list(route.parts.map(Self.part))),
            (
              "responses",
              .object([("default", .object([("description", .text("A page, a file or a refusal"))]))])
            ),
          ])
        )
      })
  }

  private static func part(_ name: String) -> JSONText {
    .object([
      ("name", .text(name)), ("in", .text("path")), ("required", .written("true")),
      ("schema", .object([("type", .text("string"))])),
    ])
  }

  private static func words(of access: RouteAccess) -> String {
    switch access {
    case .needs(let permission): permission.rawValue
    case .signedIn: "signed in"
    case .open(let reason): "everyone: \(reason)"
    }
  }
}
