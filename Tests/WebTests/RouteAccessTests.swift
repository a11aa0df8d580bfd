import Access
import Foundation
import Logging
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// Who may reach which address: the reviewed lists, and the server itself asked as everyone of the cast.
@Suite struct RouteAccessTests {
  private func book(_ prumo: Prumo) -> RouteBook { routes(of: Site(onlyDeclaring: prumo)) }

  /// Changed by hand only: that an address may be reached is a decision that is read, and never the result of a run.
  @Test func `addresses and their permissions are the ones that were reviewed`() async throws {
    try await withPages { prumo in
      let declared = book(prumo).routes
      let guarded = declared.compactMap { route -> String? in
        switch route.access {
        case .needs(let permission): Self.line(route) + permission.rawValue
        case .signedIn: Self.line(route) + "signed in"
        case .open: nil
        }
      }
      let open = declared.compactMap { route -> String? in
        if case .open(let reason) = route.access { Self.line(route) + reason } else { nil }
      }
      try Self.compare(guarded, with: "routes.txt")
      try Self.compare(open, with: "public-routes.txt")
      #expect(
        Set(declared.map { "\($0.method) \($0.path)" }).count == declared.count,
        "an address is declared twice")
    }
  }

  private static func line(_ route: DeclaredRoute) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(route.method, 6) + padded(route.path, 46)
  }

  private static func compare(_ lines: [String], with name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Golden/\(name)")
    let reviewed = try String(contentsOf: file, encoding: .utf8)
    let seen = lines.joined(separator: "\n") + "\n"
    #expect(
      seen == reviewed, "Golden/\(name) is changed by hand, with the route. What is declared now:\n\(seen)")
  }

  @Test func `everyone of the cast reaches what the table of roles gives, and nothing else`() async throws {
    try await withPages { prumo in
      let declared = book(prumo).routes
      try await PageServer.serve(prumo) { server in
        for route in declared {
          for member in Member.allCases.map(Optional.some) + [nil] {
            // A fresh session each time: some addresses end the one they are asked with.
            let fresh = try await server.signedIn(anew: member, in: prumo)
            let answer = try await fresh.ask(route, as: member)
            let place = "\(route.method) \(route.path) as \(member?.rawValue ?? "nobody")"
            #expect(answer.status < 500, "\(place): \(answer.status)")
            try await check(answer, of: route, as: member, place, prumo)
          }
        }
      }
    }
  }

  private func check(
    _ answer: PageServer.Answer, of route: DeclaredRoute, as member: Member?, _ place: String, _ prumo: Prumo
  ) async throws {
    let location = answer.headers["location"] ?? ""
    let isSentToSignIn =
      answer.status == 303 && (location == "/entrar" || location.hasPrefix("/entrar?volta="))
    switch route.access {
    case .open: #expect(answer.status != 401 && answer.status != 403, "\(place): \(answer.status)")
    case .signedIn:
      #expect((answer.status == 401 || isSentToSignIn) == (member == nil), "\(place): \(answer.status)")
      #expect(answer.status != 403, "\(place)")
    case .needs(let permission):
      guard let member else {
        #expect(answer.status == 401 || isSentToSignIn, "\(place): \(answer.status)")
        return
      }
      let may = try await prumo.actor(of: member).has(permission)
      #expect((answer.status == 403) == !may, "\(place): \(answer.status)")
      #expect(answer.status != 401 && !isSentToSignIn, "\(place): \(answer.status)")
    }
  }

  @Test func `things of other territories are not found by id, by file or by search`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let elsewhere: [(Member, [String])] = [
          (
            .bento,
            [
              "/municipios/5103403", "/municipios/510340", "/municipios/1200401", "/painel/AC",
              "/painel/AC.csv",
              "/municipios?uf=AC", "/figuras/pbf.parcels/5103403/2023-12", "/figuras/pbf.parcels/AC/2023-12",
              "/figuras/pbf.parcels/510340/2023-12", "/figuras/pbf.parcels/RI510001/2023-12",
            ]
          ),
          (
            .celia,
            ["/municipios/5103403", "/painel/AC", "/painel/AC.csv", "/figuras/pbf.parcels/5103403/2023-12"]
          ),
          (
            .ana,
            [
              "/municipios/1200401", "/painel/AC", "/painel/AC.csv", "/municipios?uf=AC",
              "/figuras/pbf.parcels/AC/2023-12", "/figuras/pbf.parcels/1200401/2023-12",
            ]
          ),
          (
            .acacio,
            ["/municipios/5100201", "/painel/MT", "/painel/MT.csv", "/figuras/pbf.parcels/MT/2023-12"]
          ),
        ]
        for (member, paths) in elsewhere {
          for path in paths {
            let answer = try await server.get(path, as: member)
            #expect(answer.status == 404, "\(path) as \(member): \(answer.status)")
            #expect(
              !answer.body.contains("Cuiabá") && !answer.body.contains("Rio Branco"), "\(path) as \(member)")
          }
        }
        for words in ["cuiaba", "5103403", "510340"] {
          #expect(!(try await server.get("/busca?q=\(words)", as: .bento)).body.contains("Cuiabá"))
        }
        #expect(try await server.post("/municipios/5103403/relogio", "fuso=", as: .bento).status == 404)
        let csv = try await server.get("/painel/MT.csv?indicador=pbf.parcels&mes=2023-12", as: .bento)
        #expect(csv.status == 200 && csv.body.split(separator: "\r\n").count == 3)
      }
    }
  }

  @Test func `who is not signed in is led to the sign-in and back`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let answer = try await server.get("/painel/MT?mes=2023-12", as: nil)
        #expect(answer.status == 303)
        #expect(answer.headers["location"] == "/entrar?volta=%2Fpainel%2FMT%3Fmes%3D2023-12")
        #expect(try await server.get("/painel/MT.csv", as: nil).status == 401)
        #expect(try await server.post("/cargas", "", as: nil).status == 401)
        let wrong = try await server.get("/painel/MT", as: nil, headers: ["Cookie": "prumo=abc"])
        #expect(wrong.status == 303)
      }
    }
  }
}

extension PageServer {
  /// The same server, with a session that nobody has used.
  fileprivate func signedIn(anew member: Member?, in prumo: Prumo) async throws -> PageServer {
    guard let member else { return self }
    return PageServer(port: port, cookieName: "prumo", tokens: [member: try await prumo.token(of: member)])
  }

  /// The address with something in each of its parts, and an empty form where it writes.
  fileprivate func ask(_ route: DeclaredRoute, as member: Member?) async throws -> Answer {
    let parts = [
      "uf": "MT", "codigo": "5100201", "indicador": "pbf.parcels", "lugar": "MT", "mes": "2023-12",
      "marca": "0", "nome": "prumo.css", "id": "0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70", "token": "nada",
      "provedor": "nenhum", "numero": "1", "pessoa": Member.dora.id.text, "papel": "nenhum",
    ]
    var path = route.path
    for (name, value) in parts { path = path.replacing("{\(name)}", with: value) }
    return route.method == "GET"
      ? try await get(path, as: member) : try await post(path, "", as: member)
  }
}
