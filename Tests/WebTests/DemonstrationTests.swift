import Logging
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// What the pages of a demonstration have that others have not.
@Suite struct DemonstrationTests {
  private func book(_ prumo: Prumo) -> RouteBook {
    routes(
      of: Site(onlyDeclaring: prumo))
  }

  @Test func `a real program has no way in without a password`() async throws {
    try await withPages { prumo in
      #expect(!book(prumo).routes.contains { $0.path == EnterDemonstration.path })
      try await PageServer.serve(prumo) { server in
        let answer = try await server.post(EnterDemonstration.path, "pessoa=ana", as: nil)
        #expect(answer.status == 404)
        #expect(answer.headers["set-cookie"] == nil)
        let page = try await server.get("/municipios", as: .ana)
        #expect(!page.body.contains("strip-demonstration"))
        let file = try await server.get("/painel/MT.csv", as: .ana)
        #expect(file.headers["content-disposition"]?.hasPrefix("attachment; filename=\"prumo-MT-") == true)
      }
    }
  }

  @Test func `a demonstration has one address more, and no other`() async throws {
    try await withDemonstrationPages { demonstration in
      try await withPages { real in
        let (more, usual) = (Set(book(demonstration).routes), Set(book(real).routes))
        #expect(more.subtracting(usual).map { "\($0.method) \($0.path)" } == ["POST /entrar/demonstracao"])
        #expect(usual.isSubset(of: more))
      }
    }
  }

  @Test func `whoever is not of the cast is nobody, and other sites cannot press the button`() async throws {
    try await withDemonstrationPages { prumo in
      try await PageServer.serve(prumo) { server in
        for form in ["", "pessoa=", "pessoa=zeca", "pessoa=ANA", "pessoa=%00", "outro=ana"] {
          let answer = try await server.post(EnterDemonstration.path, form, as: nil)
          #expect(answer.status == 404 && answer.headers["set-cookie"] == nil, "\(form)")
        }
        let foreign = try await server.post(
          EnterDemonstration.path, "pessoa=ana", as: nil, headers: ["Origin": "http://outro.exemplo"])
        #expect(foreign.status == 409 && foreign.headers["set-cookie"] == nil)
      }
    }
  }

  @Test func `a button signs in and leads back, to our own pages only`() async throws {
    try await withDemonstrationPages { prumo in
      try await PageServer.serve(prumo) { server in
        for (back, expected) in [("%2Fcargas", "/cargas"), ("%2F%2Foutro.exemplo", "/"), ("", "/")] {
          let answer = try await server.post(EnterDemonstration.path, "pessoa=ana&volta=\(back)", as: nil)
          #expect(answer.status == 303 && answer.headers["location"] == expected)
          let cookie = try #require(answer.headers["set-cookie"])
          #expect(
            cookie.hasPrefix("prumo=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
          let pair = String(cookie.prefix { $0 != ";" })
          let page = try await server.get("/cargas", as: nil, headers: ["Cookie": pair])
          #expect(page.status == 200 && page.body.contains("Ana Exemplo"))
        }
      }
    }
  }

  @Test func `every page and every file says that it is a demonstration`() async throws {
    try await withDemonstrationPages { prumo in
      try await PageServer.serve(prumo) { server in
        for path in ["/painel/MT", "/municipios", "/municipios/5100201", "/cargas", "/busca?q=agua", "/nada"]
        {
          #expect(try await server.get(path, as: .iara).body.contains("strip-demonstration"), "\(path)")
        }
        let file = try await server.get("/painel/MT.csv", as: .iara)
        #expect(
          file.headers["content-disposition"]?.hasPrefix("attachment; filename=\"demonstracao-prumo-MT-")
            == true)
      }
    }
  }
}

private func withDemonstrationPages<R>(_ body: (Prumo) async throws -> R) async throws -> R {
  try await withStore(.sqlite, prepared: demonstration) { store in
    try await body(try await pagesProgram(store, seed: 5))
  }
}

private let demonstration = Preparation("pages of a demonstration") { store in
  try await pagesProgram(store, seed: 4).asDemonstration().tell(DemonstrationWorld(familiesPerFamily: 1_000))
}
