import Access
import Secrets
import TestCast
import Testing
import UseCases
import Vocabulary

@testable import Web

/// What people change of their own account.
@Suite struct AccountPageTests {
  private func entered(_ member: Member, _ server: PageServer) async throws -> Visitor {
    let visitor = Visitor(server)
    let answer = try await visitor.post(
      "/entrar", ["email": member.email.description, "senha": goodPassword])
    #expect(answer.status == 303)
    return visitor
  }

  @Test func `the password of today is asked for, and nothing typed is lost but passwords`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = try await entered(.bento, server)
        let email = try await visitor.post(
          "/conta/email", ["email": "novo@exemplo.gov.br", "atual": otherPassword])
        #expect(email.status == 422 && email.body.contains("A senha atual não confere"))
        #expect(email.body.contains("value=\"novo@exemplo.gov.br\"") && !email.body.contains(otherPassword))
        #expect(email.body.contains("aria-describedby=\"atual-email-erro\""))
        let password = try await visitor.post(
          "/conta/senha", ["atual": otherPassword, "senha": "outra senha boa", "repetida": "outra senha boa"])
        #expect(password.status == 422 && !password.body.contains("outra senha boa"))
        let unequal = try await visitor.post(
          "/conta/senha", ["atual": goodPassword, "senha": otherPassword, "repetida": "x"])
        #expect(unequal.status == 422 && unequal.body.contains("As duas senhas não são iguais"))
        let taken = try await visitor.post(
          "/conta/email", ["email": "dora@exemplo.gov.br", "atual": goodPassword])
        #expect(taken.status == 409 && taken.body.contains("Este e-mail já é de outra conta"))
        let name = try await visitor.post("/conta/nome", ["nome": "  "])
        #expect(name.status == 422 && name.body.contains("Falta o nome"))
        #expect(try await visitor.post("/conta/sessoes/abc/encerrar", [:]).status == 404)
      }
    }
  }

  @Test func `name, address and password are changed`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = try await entered(.bento, server)
        let name = try await visitor.post("/conta/nome", ["nome": "Bento de Exemplo"])
        #expect(name.headers["location"] == "/conta?feito=nome")
        let email = try await visitor.post(
          "/conta/email", ["email": "bento2@exemplo.gov.br", "atual": goodPassword])
        #expect(email.headers["location"] == "/conta?feito=email")
        let password = try await visitor.post(
          "/conta/senha", ["atual": goodPassword, "senha": otherPassword, "repetida": otherPassword])
        #expect(password.headers["location"] == "/conta?feito=senha")
        let page = try await visitor.get("/conta?feito=senha")
        #expect(page.body.contains("Senha trocada") && page.body.contains("Bento de Exemplo"))
        #expect(page.body.contains("bento2@exemplo.gov.br") && page.body.contains("Gestor municipal"))
        #expect(page.body.contains("Água Boa (MT)"))
        // The other sessions ended.
        #expect(try await server.get("/conta", as: .bento).status == 303)
        let again = try await Visitor(server).post(
          "/entrar", ["email": "bento2@exemplo.gov.br", "senha": otherPassword])
        #expect(again.status == 303)
      }
    }
  }

  @Test func `own sessions are seen and ended, others' are not found`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await prumo.setPassword(of: .dora)
      try await PageServer.serve(prumo) { server in
        let (here, there) = (try await entered(.bento, server), try await entered(.bento, server))
        let dora = try await entered(.dora, server)
        let page = try await here.get("/conta").body
        #expect(page.contains("este aparelho"))
        let ends = page.matches(of: /\/conta\/sessoes\/[0-9a-f-]{36}\/encerrar/).map { String($0.0) }
        #expect(ends.count == 2)
        for path in ends { #expect(try await dora.post(path, [:]).status == 404) }
        for path in ends { #expect(try await here.post(path, [:]).status == 303) }
        #expect(try await there.get("/conta").status == 303)
        #expect(try await here.get("/conta").status == 200)

        let third = try await entered(.bento, server)
        let others = try await here.post("/conta/sessoes/encerrar", ["quais": "outras"])
        #expect(others.headers["location"] == "/conta?feito=outras")
        #expect(try await third.get("/conta").status == 303)
        let all = try await here.post("/conta/sessoes/encerrar", ["quais": "todas"])
        #expect(all.headers["location"] == "/entrar?aviso=saiu-de-todos")
        #expect(here.cookie("prumo") == nil && here.cookie("prumo-aparelho") == nil)
        #expect(try await here.get("/conta").status == 303)
        #expect(try await dora.get("/conta").status == 200)
      }
    }
  }

  @Test func `the second factor is set up, looked after and taken away`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .bento)
      try await PageServer.serve(prumo) { server in
        let visitor = try await entered(.bento, server)
        let page = try await visitor.get("/conta/segundo-fator").body
        let typed = try #require(page.firstMatch(of: /<p class="secret code">([A-Z2-7 ]+)<\/p>/)).1
        let secret = try #require(TimeCodeSecret(typed.filter { $0 != " " }))
        let wrong = try await visitor.post("/conta/segundo-fator", ["codigo": "000000"])
        #expect(wrong.status == 422 && wrong.body.contains(String(typed)), "the same secret waits")

        let before = try #require(visitor.cookie("prumo"))
        let code = secret.code(at: prumo.now())
        let set = try await visitor.post("/conta/segundo-fator", ["codigo": code])
        #expect(set.status == 200 && set.headers["cache-control"]?.contains("no-store") == true)
        let codes = set.body.matches(of: /<li>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/li>/).map {
          String($0.1)
        }
        #expect(codes.count == 10)
        #expect(try await prumo.recognise(sessionToken: before, origin: .test) == nil)
        let standing = try await visitor.get("/conta/segundo-fator")
        #expect(
          standing.body.contains("Restam 10\u{A0}códigos") && !standing.body.contains("<svg class=\"qr-code"))
        #expect(!standing.body.contains(codes[0]))
        #expect(try await visitor.post("/conta/segundo-fator", ["codigo": code]).status == 409)

        // The code of the telephone is used up on this clock; those on paper are not.
        let used = try await visitor.post("/conta/segundo-fator/codigos", ["codigo": code])
        #expect(used.status == 422 && used.body.contains("codigo-renovar-erro"))
        let renewed = try await visitor.post("/conta/segundo-fator/codigos", ["codigo": codes[0]])
        let fresh = try #require(renewed.body.firstMatch(of: /<li>([0-9A-Z-]{14})<\/li>/)).1
        let old = try await visitor.post("/conta/segundo-fator/desativar", ["codigo": codes[1]])
        #expect(old.status == 422 && old.body.contains("codigo-desativar-erro"))
        let removed = try await visitor.post("/conta/segundo-fator/desativar", ["codigo": String(fresh)])
        #expect(removed.headers["location"] == "/conta?feito=sem-segundo-fator")
      }
    }
  }

  @Test func `a role that asks for the second factor keeps it`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(of: .ana)
      let codes = try await prumo.setSecondFactor(of: .ana)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        _ = try await visitor.post("/entrar", ["email": "ana@exemplo.gov.br", "senha": goodPassword])
        _ = try await visitor.post("/entrar/codigo", ["codigo": codes[0]])
        let page = try await visitor.get("/conta/segundo-fator")
        #expect(page.status == 200 && !page.body.contains("/conta/segundo-fator/desativar"))
        let answer = try await visitor.post("/conta/segundo-fator/desativar", ["codigo": codes[1]])
        #expect(answer.status == 409 && answer.body.contains("O seu papel pede o segundo fator"))
      }
    }
  }

  @Test func `nothing is changed while the program is seen as another person`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let token = try #require(server.tokens[.iara])
        let iara = try #require(try await prumo.recognise(sessionToken: token, origin: .test))
        try await prumo.viewAs(Member.bento.id, iara)
        let page = try await server.get("/conta")
        #expect(page.status == 200 && page.body.contains("Iara Exemplo"))
        #expect(
          !page.body.contains("action=\"/conta/nome\"") && !page.body.contains("action=\"/conta/senha\""))
        for (path, form) in [
          ("/conta/nome", "nome=Outra"), ("/conta/email", "email=a%40exemplo.gov.br&atual=x"),
          ("/conta/senha", "atual=x&senha=y&repetida=y"), ("/conta/segundo-fator", "codigo=000000"),
        ] { #expect(try await server.post(path, form).status == 403, "\(path)") }
        #expect(try await server.get("/conta/segundo-fator").status == 403)
      }
    }
  }
}
