import Access
import TestCast
import Testing
import UseCases

@testable import Web

/// Coming in and going out, through a real server.
@Suite struct SignInPageTests {
  private func entering(
    _ member: Member, _ password: String = goodPassword, back: String = ""
  ) -> [String: String] {
    ["email": member.email.description, "senha": password, "volta": back]
  }

  @Test func `nobody learns from the answer whether there is an account`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        var bodies: Set<String> = []
        for email in ["bento@exemplo.gov.br", "zeca1@exemplo.gov.br", "enzo1@exemplo.gov.br"] {
          let answer = try await Visitor(server).post("/entrar", ["email": email, "senha": otherPassword])
          #expect(answer.status == 422)
          #expect(answer.cookies == [])
          #expect(!answer.body.contains(otherPassword))
          bodies.insert(answer.body.replacing(email, with: "quem"))
        }
        #expect(bodies.count == 1)
      }
    }
  }

  @Test func `after many wrong passwords one has to wait, and is told how long`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        for _ in 1...10 {
          #expect(try await visitor.post("/entrar", entering(.bento, otherPassword)).status == 422)
        }
        let answer = try await visitor.post("/entrar", entering(.bento))
        #expect(answer.status == 429)
        #expect(answer.body.contains("Espere 15 min") && answer.body.contains("bento@exemplo.gov.br"))
        #expect(answer.cookies == [])
      }
    }
  }

  @Test func `a page of another site cannot send any of these forms`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let open = declaredRoutes(of: prumo).filter { $0.method == "POST" && $0.access.isOpen }
        #expect(open.count >= 8)
        for route in open {
          let path = route.path.replacing("{token}", with: "x").replacing("{provedor}", with: "y")
          for headers in [["Origin": "https://elsewhere.example"], [:], ["Origin": "null"]] {
            let answer = try await server.post(
              path, "email=bento%40exemplo.gov.br&senha=tr%C3%AAs+ip%C3%AAs+na+v%C3%A1rzea", as: nil,
              headers: headers)
            #expect(answer.status == 409 && answer.cookies == [], "\(path) \(headers)")
          }
        }
      }
    }
  }

  @Test func `one is led back to pages of ours only`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let ways = [
          "/painel/MT?mes=2023-12": "/painel/MT?mes=2023-12", "": "/", "//elsewhere.example": "/",
          "https://elsewhere.example": "/", "/\\elsewhere.example": "/", "\\\\elsewhere.example": "/",
          "/\t/elsewhere.example": "/", "javascript:alert(1)": "/", "elsewhere.example": "/",
          "/\u{0A}Set-Cookie: a=b": "/",
        ]
        for (back, target) in ways {
          let answer = try await Visitor(server).post("/entrar", entering(.bento, back: back))
          #expect(answer.status == 303 && answer.headers["location"] == target, "\(back)")
        }
        let page = try await server.get("/entrar?volta=https%3A%2F%2Felsewhere.example", as: nil)
        #expect(!page.body.contains("elsewhere"))
        let refused = try await Visitor(server).post(
          "/entrar", entering(.bento, otherPassword, back: "/painel/MT"))
        #expect(refused.body.contains("name=\"volta\" value=\"/painel/MT\""))
      }
    }
  }

  @Test func `the right password begins a session, and makes the browser a known one`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        let answer = try await visitor.post("/entrar", entering(.bento))
        #expect(answer.headers["cache-control"] == "no-store")
        let common = ["Path=/", "HttpOnly", "SameSite=Lax"]
        let session = try #require(answer.cookies.first { $0.hasPrefix("prumo=") })
        let device = try #require(answer.cookies.first { $0.hasPrefix("prumo-aparelho=") })
        for part in common { #expect(session.contains(part) && device.contains(part), "\(part)") }
        #expect(!session.contains("Max-Age") && !session.contains("Secure"))
        #expect(device.contains("Max-Age=15552000"))
        let account = try await visitor.get("/conta")
        #expect(account.status == 200 && account.body.contains("Bento Exemplo"))
        #expect(account.headers["cache-control"]?.hasPrefix("private, no-") == true)
        // The same browser is known the next time, and gets another token for it.
        let before = visitor.cookie("prumo-aparelho")
        _ = try await visitor.post("/entrar", entering(.bento))
        #expect(visitor.cookie("prumo-aparelho") != before)
      }
    }
  }

  @Test func `whoever comes in puts out who was there before`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await prumo.setPassword(of: .dora)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        _ = try await visitor.post("/entrar", entering(.bento))
        let bento = try #require(visitor.cookie("prumo"))
        let page = try await visitor.get("/entrar?volta=%2Fmunicipios")
        #expect(
          page.body.contains("Continuar como Bento Exemplo") && page.body.contains("href=\"/municipios\""))
        _ = try await visitor.post("/entrar", entering(.dora))
        #expect(try await prumo.recognise(sessionToken: bento, origin: .test) == nil)
        #expect(try await visitor.get("/conta").body.contains("Dora Exemplo"))
      }
    }
  }

  @Test func `leaving ends the session, and is no error when it has ended`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        _ = try await visitor.post("/entrar", entering(.bento))
        let token = try #require(visitor.cookie("prumo"))
        let answer = try await visitor.post("/sair", [:])
        #expect(answer.status == 303 && answer.headers["location"] == "/entrar?aviso=saiu")
        #expect(visitor.cookie("prumo") == nil)
        #expect(try await prumo.recognise(sessionToken: token, origin: .test) == nil)
        #expect(try await visitor.get("/entrar?aviso=saiu").body.contains("Você saiu"))
        #expect(try await visitor.post("/sair", [:]).status == 303)
      }
    }
  }

  @Test func `who comes with a session that is over is told so`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let over = try await server.get("/entrar", as: nil, headers: ["Cookie": "prumo=acabou"])
        #expect(over.body.contains("A sua sessão terminou"))
        let fresh = try await server.get("/entrar", as: nil)
        #expect(!fresh.body.contains("A sua sessão terminou"))
      }
    }
  }

  @Test func `the code is asked for after the password, and only then`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      let codes = try await prumo.setSecondFactor(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        let without = try await visitor.get("/entrar/codigo")
        #expect(without.status == 303 && without.headers["location"] == "/entrar")
        let asked = try await visitor.post("/entrar", entering(.bento, back: "/municipios"))
        #expect(asked.headers["location"] == "/entrar/codigo?volta=%2Fmunicipios")
        #expect(visitor.cookie("prumo") == nil && visitor.cookie("prumo-entrada") != nil)
        #expect(asked.cookies.contains { $0.contains("Max-Age=600") && $0.contains("HttpOnly") })
        #expect(try await visitor.get("/conta").status == 303)

        let wrong = try await visitor.post("/entrar/codigo", ["codigo": "000000", "volta": "/municipios"])
        #expect(wrong.status == 422 && wrong.body.contains("O código não confere"))
        #expect(
          wrong.body.contains("autocomplete=\"one-time-code\"")
            && wrong.body.contains("inputmode=\"numeric\""))
        let form = ["codigo": codes[0].lowercased(), "forma": "recuperacao", "volta": "/municipios"]
        let stolen = visitor.cookie("prumo-entrada")
        let entered = try await visitor.post("/entrar/codigo", form)
        #expect(entered.status == 303 && entered.headers["location"] == "/municipios")
        #expect(visitor.cookie("prumo-entrada") == nil)
        #expect(try await visitor.get("/conta").status == 200)

        let again = try await server.post(
          "/entrar/codigo", "codigo=\(codes[1])", as: nil,
          headers: ["Origin": "http://\(server.host)", "Cookie": "prumo-entrada=\(stolen ?? "")"])
        #expect(again.status == 409 && again.body.contains("Esta entrada expirou"))
      }
    }
  }
}

extension RouteAccess {
  fileprivate var isOpen: Bool { if case .open = self { true } else { false } }
}
