import Access
import Foundation
import Records
import SQLStore
import Secrets
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// Signing in and the own account, through a real server.
@Suite struct AccountPagesTests {
  private static let password = "três ipês na várzea"

  private func serving(_ body: (Prumo, PageServer) async throws -> Void) async throws {
    try await withPages { prumo in
      let hash = try PasswordHash.make(
        Self.password, salt: Array(repeating: 7, count: PasswordHash.saltByteCount), cost: .tests)
      let now = prumo.now()
      try await prumo.store.write {
        try CredentialWriting.setPassword(hash, of: Member.bento.id, at: now, in: $0)
      }
      try await PageServer.serve(prumo) { server in try await body(prumo, server) }
    }
  }

  private func enter(_ tab: Tab, _ password: String = password, volta: String = "") async throws
    -> PageServer.Answer
  {
    try await tab.post("/entrar", ["email": "bento@exemplo.gov.br", "senha": password, "volta": volta])
  }

  @Test func `a wrong password is refused, and what was typed is there but for the password`() async throws {
    try await serving { _, server in
      let answer = try await enter(Tab(server), "senha errada de propósito")
      #expect(answer.status == 422)
      #expect(answer.body.contains("E-mail ou senha não conferem"))
      #expect(answer.body.contains("value=\"bento@exemplo.gov.br\"") && !answer.body.contains("de propósito"))
      #expect(answer.headers["cache-control"] == "no-store")
    }
  }

  @Test func `after signing in the way back leads to our own pages only`() async throws {
    try await serving { _, server in
      for (back, place) in [
        ("/painel/MT", "/painel/MT"), ("//outro.exemplo.com", "/"), ("https://outro.exemplo.com/", "/"),
        ("/\\outro.exemplo.com", "/"), ("javascript:alert(1)", "/"), ("/painel\r\nX: 1", "/"), ("", "/"),
      ] {
        let answer = try await enter(Tab(server), volta: back)
        #expect(answer.status == 303 && answer.headers["location"] == place, "\(back)")
      }
      let tab = Tab(server)
      let sent = try await tab.get("/municipios/5100201?mes=2023-12")
      #expect(sent.headers["location"] == "/entrar?volta=%2Fmunicipios%2F5100201%3Fmes%3D2023-12")
      #expect(
        try await tab.get("/entrar?volta=//outro.exemplo.com").body.contains("name=\"volta\" value=\"\""))
      _ = try await enter(tab)
      #expect(try await tab.get("/entrar?volta=/conta").headers["location"] == "/conta")
    }
  }

  @Test func `cookies are read by no script and sent by no other site`() async throws {
    try await serving { _, server in
      let answer = try await enter(Tab(server))
      #expect(answer.cookies.count == 3)
      for cookie in answer.cookies {
        #expect(
          cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
          "\(cookie)")
      }
      let secure = AccountCookies(session: SessionCookie(isSecure: true)).cookies(of: .sample)
        .map { String(describing: $0) }
      #expect(secure.allSatisfy { $0.hasPrefix("__Host-prumo") && $0.contains("Secure") }, "\(secure)")
    }
  }

  @Test func `who leaves is out, and leaving without being in is no error`() async throws {
    try await serving { prumo, server in
      let tab = Tab(server)
      _ = try await enter(tab)
      let token = try #require(tab.cookies["prumo"])
      #expect(try await tab.get("/conta").status == 200)
      for _ in 1...2 {
        let answer = try await tab.post("/sair")
        #expect(answer.headers["location"] == "/entrar?aviso=saiu")
      }
      #expect(tab.cookies["prumo"] == nil && tab.cookies["prumo-aparelho"] != nil)
      #expect(try await prumo.recognise(sessionToken: token, origin: .test) == nil)
      #expect(try await tab.get("/conta").headers["location"] == "/entrar?volta=%2Fconta")
    }
  }

  @Test func `the first administrator sets everything up, and comes back with a recovery code`() async throws
  {
    try await serving { prumo, server in
      _ = try await prumo.store.write {
        try $0.run("UPDATE person SET post_ends_on = '2026-01-01' WHERE id = \(Member.iara.id)")
      }
      let path = try #require(try await prumo.firstAdministratorLink())
      let tab = Tab(server)
      let page = try await tab.get(path)
      #expect(page.status == 200 && page.headers["referrer-policy"] == "strict-origin")
      #expect(page.headers["cache-control"] == "no-store")
      var form = [
        "nome": "Gil Exemplo", "email": "gil@exemplo.gov.br", "nova": Self.password, "repita": "outra",
      ]
      let refused = try await tab.post(path, form)
      #expect(refused.status == 422 && refused.body.contains("As duas senhas não são iguais"))
      #expect(refused.body.contains("value=\"Gil Exemplo\"") && !refused.body.contains("value=\"outra\""))
      form["repita"] = Self.password
      #expect(try await tab.post(path, form).headers["location"] == "/conta/segundo-fator")
      #expect(try await tab.get(path).status == 409)
      #expect(try await tab.get("/cargas").status == 403)

      let setUp = try await tab.get("/conta/segundo-fator").body
      let shown = try #require(setUp.firstMatch(of: /secret code">([A-Z2-7 ]+)</)).1.filter { $0 != " " }
      let secret = try #require(TimeCodeSecret(String(shown)))
      #expect(try await tab.post("/conta/segundo-fator", ["codigo": "000000"]).status == 422)
      let codes = try await tab.post("/conta/segundo-fator", ["codigo": secret.code(at: prumo.now())])
      #expect(codes.headers["cache-control"] == "no-store")
      let recovery = try #require(codes.body.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)).output
      #expect(try await tab.get("/cargas").status == 200)

      _ = try await tab.post("/sair")
      let asked = try await tab.post("/entrar", ["email": "gil@exemplo.gov.br", "senha": Self.password])
      #expect(asked.headers["location"] == "/entrar/codigo")
      #expect(try await tab.get("/cargas").headers["location"] == "/entrar?volta=%2Fcargas")
      let wrong = try await tab.post("/entrar/codigo", ["recuperacao": "AAAA-AAAA-AAAA"])
      #expect(wrong.status == 422 && wrong.body.contains("O código não confere"))
      let entered = try await tab.post("/entrar/codigo?volta=%2Fcargas", ["recuperacao": String(recovery)])
      #expect(entered.headers["location"] == "/cargas" && tab.cookies["prumo-passo"] == nil)
      #expect(try await tab.get("/cargas").status == 200)
    }
  }

  @Test func `who is invited chooses a password and is in`() async throws {
    try await serving { prumo, server in
      let invited = try await prumo.invite(
        Invitation(
          name: "Fábio Exemplo", email: "fabio@exemplo.gov.br", postEndsOn: nil,
          assignments: [NewAssignment(role: .councilMember, place: Place("5100201")!)]),
        by: try await prumo.actor(of: .iara))
      let path = try #require(invited.path)
      let tab = Tab(server)
      let page = try await tab.get(path)
      #expect(page.body.contains("Fábio Exemplo") && page.body.contains("autocomplete=\"new-password\""))
      #expect(page.headers["referrer-policy"] == "strict-origin")
      #expect(try await tab.get(String(path.dropLast())).status == 404)
      #expect(try await tab.post(path, ["nova": "curta", "repita": "curta"]).status == 422)
      #expect(try await tab.post(path, ["nova": Self.password, "repita": Self.password]).status == 303)
      #expect(try await tab.get("/").headers["location"] == "/municipios/5100201")
      #expect(try await tab.get("/conta").body.contains("Firefox em Linux"))
    }
  }

  @Test func `asking for a new password is answered alike, byte for byte`() async throws {
    try await serving { _, server in
      let known = try await Tab(server).post("/recuperar", ["email": "bento@exemplo.gov.br"])
      let unknown = try await Tab(server).post("/recuperar", ["email": "ninguem@exemplo.gov.br"])
      #expect(known.status == 200 && known.body == unknown.body)
      #expect(known.body.contains("peça o seu ao administrador"))
    }
  }

  @Test func `a recovery link lets choose a new password, with which one signs in`() async throws {
    try await serving { prumo, server in
      let path = try #require(
        try await prumo.makeRecoveryLink(for: Member.bento.id, by: try await prumo.actor(of: .iara)))
      let tab = Tab(server)
      #expect(try await tab.get(path).body.contains("bento@exemplo.gov.br"))
      let answer = try await tab.post(
        path, ["nova": "canoa vermelha no rio", "repita": "canoa vermelha no rio"])
      #expect(answer.headers["location"] == "/entrar?aviso=senha")
      #expect(try await enter(tab).status == 422)
      #expect(try await enter(tab, "canoa vermelha no rio").status == 303)
    }
  }

  @Test func `the own account is corrected, and refusals keep the form open`() async throws {
    try await serving { _, server in
      let (tab, other) = (Tab(server), Tab(server))
      _ = try await enter(tab)
      _ = try await enter(other)
      let refused = try await tab.post("/conta/nome", ["nome": "  "])
      #expect(refused.status == 422 && refused.body.contains("Falta o nome"))
      #expect(
        try await tab.post("/conta/nome", ["nome": "Bento José"]).headers["location"] == "/conta?aviso=nome")
      #expect(try await tab.get("/conta?aviso=nome").body.contains("Bento José"))
      let email = try await tab.post("/conta/email", ["email": "novo@exemplo.gov.br", "senha": "errada"])
      #expect(email.status == 422 && email.body.contains("id=\"senha-erro\""))
      let word = try await tab.post(
        "/conta/senha", ["atual": Self.password, "nova": "bento", "repita": "bento"])
      #expect(word.status == 422 && word.body.contains("id=\"nova-erro\""))
      #expect(try await tab.post("/conta/sessoes/nada/encerrar").status == 404)
      #expect(
        try await tab.post("/conta/sessoes/encerrar", ["quais": "outras"]).headers["location"]
          == "/conta?aviso=sessoes")
      #expect(try await other.get("/conta").status == 303)
      #expect(
        try await tab.post("/conta/sessoes/encerrar", ["quais": "todas"]).headers["location"]
          == "/entrar?aviso=saiu")
      #expect(try await tab.get("/conta").status == 303)
    }
  }

  @Test func `the links in letters lead to pages that are there`() {
    for kind in AccountLink.Kind.allCases {
      let path = AccountPaths.path(of: kind, token: "TOKEN")
      #expect(SecretAddress.hidden(path) == String(path.dropLast(5)) + "…", "\(path)")
    }
    #expect(SecretAddress.hidden("/recuperar") == "/recuperar")
    #expect(SecretAddress.hidden("/painel/MT") == "/painel/MT")
  }

  @Test func `a browser has a name that its owner knows`() {
    for (client, name) in [
      (Tab.browser, "Firefox em Linux"), ("", "Navegador desconhecido"),
      ("curl/8.5.0", "Navegador desconhecido"),
      (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
        "Edge em Windows"
      ),
      (
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
        "Chrome em Android"
      ),
      (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1",
        "Safari em iPhone"
      ),
    ] { #expect(BrowserName.of(client) == name) }
  }
}
