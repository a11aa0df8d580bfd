import Access
import SQLStore
import Secrets
import TestCast
import Testing
import UseCases
import Vocabulary

@testable import Web

/// Addresses that are used once.
@Suite struct LinkPageTests {
  private static let chosen = ["senha": goodPassword, "repetida": goodPassword]

  @Test func `a link that is unknown, used or too old opens nothing`() async throws {
    try await withPages { prumo in
      try await prumo.makeInvited(.dora)
      let paths: [(String, Int)] = [
        ("/convite/nada", 404), ("/recuperar/nada", 404), ("/primeiro-acesso/nada", 404),
        (try await prumo.link(.invitation, for: .dora, secondsAgo: 7 * 24 * 3_600), 409),
        (try await prumo.link(.recovery, for: .bento, secondsAgo: 3_600), 409),
        (try await prumo.link(.recovery, for: .celia, isUsed: true), 409),
        (try await prumo.link(.firstAdministrator, for: nil, secondsAgo: 24 * 3_600), 409),
      ]
      try await PageServer.serve(prumo) { server in
        for (path, status) in paths {
          let visitor = Visitor(server)
          #expect(try await visitor.get(path).status == status, "\(path)")
          let answer = try await visitor.post(path, Self.chosen)
          #expect(answer.status == status && answer.cookies == [], "\(path)")
        }
        // A link of one kind is none of another.
        let recovery = try await prumo.link(.recovery, for: .bento)
        let asInvitation = recovery.replacing("/recuperar/", with: "/convite/")
        #expect(try await Visitor(server).get(asInvitation).status == 404)
      }
    }
  }

  @Test func `an invited person chooses a password and is in`() async throws {
    try await withPages { prumo in
      try await prumo.makeInvited(.dora)
      let path = try await prumo.link(.invitation, for: .dora)
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        let page = try await visitor.get(path)
        #expect(page.body.contains("Dora Exemplo, escolha") && page.body.contains("dora@exemplo.gov.br"))
        #expect(page.body.contains("autocomplete=\"new-password\""))
        let refusals = [
          (["senha": goodPassword, "repetida": otherPassword], "As duas senhas não são iguais"),
          (["senha": "curta", "repetida": "curta"], "A senha é curta demais"),
          (["senha": "dora exemplo 2026", "repetida": "dora exemplo 2026"], "A senha se parece com você"),
          ([:], "A senha é curta demais"),
        ]
        for (form, sentence) in refusals {
          let answer = try await visitor.post(path, form)
          #expect(answer.status == 422 && answer.body.contains(sentence), "\(sentence)")
          for value in form.values where value.count > 5 {
            #expect(!answer.body.contains("value=\"\(value)\""))
          }
          #expect(visitor.cookie("prumo") == nil)
        }
        let answer = try await visitor.post(path, Self.chosen)
        #expect(answer.status == 303 && answer.headers["location"] == "/")
        #expect(try await visitor.get("/conta").body.contains("Dora Exemplo"))
        #expect(try await Visitor(server).post(path, Self.chosen).status == 409)
      }
    }
  }

  @Test func `who has a role that asks for the second factor is led to it at once`() async throws {
    try await withPages { prumo in
      try await prumo.makeInvited(.ana)
      let path = try await prumo.link(.invitation, for: .ana)
      try await PageServer.serve(prumo) { server in
        let answer = try await Visitor(server).post(path, Self.chosen)
        #expect(answer.headers["location"] == "/conta/segundo-fator")
      }
    }
  }

  @Test func `the first administrator comes in by the printed link, once`() async throws {
    try await withPages { prumo in
      #expect(try await prumo.firstAdministratorLink() == nil)
      try await prumo.withoutAdministrator()
      let path = try #require(try await prumo.firstAdministratorLink())
      try await PageServer.serve(prumo) { server in
        let visitor = Visitor(server)
        let form = Self.chosen.merging(["nome": "Zuleica Exemplo", "email": "zuleica"]) { $1 }
        let refused = try await visitor.post(path, form)
        #expect(refused.status == 422 && refused.body.contains("value=\"Zuleica Exemplo\""))
        #expect(refused.body.contains("Isto não parece um e-mail"))
        let answer = try await visitor.post(
          path, form.merging(["email": "zuleica@exemplo.gov.br"]) { $1 })
        #expect(answer.status == 303 && answer.headers["location"] == "/conta/segundo-fator")
        #expect(try await visitor.get("/conta/segundo-fator").body.contains("<svg"))
        #expect(try await Visitor(server).get(path).status == 409)
      }
      #expect(try await prumo.firstAdministratorLink() == nil)
    }
  }

  @Test func `a new password ends the sessions, and is the one to enter with`() async throws {
    try await withPages { prumo in
      try await prumo.setPassword(otherPassword, of: .bento)
      let path = try await prumo.link(.recovery, for: .bento)
      try await PageServer.serve(prumo) { server in
        let before = try #require(server.tokens[.bento])
        let visitor = Visitor(server)
        #expect(try await visitor.get(path).status == 200)
        let answer = try await visitor.post(path, Self.chosen)
        #expect(answer.headers["location"] == "/entrar?aviso=senha-nova")
        #expect(visitor.cookie("prumo") == nil)
        #expect(try await prumo.recognise(sessionToken: before, origin: .test) == nil)
        #expect(try await visitor.get("/entrar?aviso=senha-nova").body.contains("Senha trocada"))
        let old = try await visitor.post(
          "/entrar", ["email": "bento@exemplo.gov.br", "senha": otherPassword])
        let new = try await visitor.post("/entrar", ["email": "bento@exemplo.gov.br", "senha": goodPassword])
        #expect(old.status == 422 && new.status == 303)
      }
    }
  }

  @Test func `asking for a link is answered alike for every address`() async throws {
    let sending = AccountSettings(passwordCost: .tests, mailAddress: "https://prumo.exemplo.gov.br")
    try await withPages(accounts: sending) { prumo in
      try await PageServer.serve(prumo) { server in
        var answers: Set<[String]> = []
        for email in ["bento@exemplo.gov.br", "ninguem@exemplo.gov.br", "isto não é um e-mail", ""] {
          let visitor = Visitor(server)
          let asked = try await visitor.post("/recuperar", ["email": email])
          let shown = try await visitor.get(asked.headers["location"] ?? "")
          answers.insert(["\(asked.status)", asked.headers["location"] ?? "", asked.body, shown.body])
          #expect(shown.body.contains("Pedido recebido"))
        }
        #expect(answers.count == 1)
      }
      let letters = try await prumo.store.read {
        try $0.rows("SELECT id FROM outgoing_mail ORDER BY id").count
      }
      #expect(letters == 1)
    }
  }

  @Test func `where no mail is sent, the page says who helps`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let page = try await server.get("/recuperar?pedido=feito", as: nil)
        #expect(page.body.contains("Este Prumo não envia e-mails"))
        #expect(!page.body.contains("Pedido recebido") && !page.body.contains("name=\"email\""))
      }
    }
  }

  @Test func `a page with a secret is kept by nobody`() async throws {
    try await withPages { prumo in
      try await prumo.makeInvited(.dora)
      try await prumo.withoutAdministrator()
      let paths = [
        try await prumo.link(.invitation, for: .dora), try await prumo.link(.recovery, for: .bento),
        try #require(try await prumo.firstAdministratorLink()),
      ]
      try await PageServer.serve(prumo) { server in
        for path in paths + ["/conta/segundo-fator"] {
          let member: Member? = path.hasPrefix("/conta") ? .bento : nil
          let answer = try await server.get(path, as: member, headers: ["Accept-Encoding": "gzip"])
          #expect(answer.status == 200, "\(path)")
          #expect(answer.headers["cache-control"]?.contains("no-store") == true, "\(path)")
          #expect(answer.headers["referrer-policy"] == "strict-origin", "\(path)")
          #expect(answer.headers["content-encoding"] == nil, "\(path)")
        }
        let plain = try await server.get("/entrar", as: nil, headers: ["Accept-Encoding": "gzip"])
        #expect(plain.headers["content-encoding"] == "gzip")
        #expect(plain.headers["referrer-policy"] == "same-origin")
      }
    }
  }
}
