import Foundation
import Privacy
import TestCast
import TestSupport
import Testing
import Vocabulary

@testable import UseCases
@testable import Web

@Suite struct PrivacyRouteTests {
  private func form(_ fields: [(String, String)]) -> String {
    fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: CharactersOfAddresses.unreserved) ?? "")"
    }.joined(separator: "&")
  }

  @Test func `nobody needs an account to read what is done with personal data`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let page = try await server.get("/privacidade", as: nil)
        #expect(page.status == 200 && page.body.contains("encarregado"))
        for record in prumo.privacy.records { #expect(page.body.contains("id=\"\(record.key)\"")) }
        #expect(page.body.components(separatedBy: "A confirmar pelo encarregado:").count > 5)
      }
    }
  }

  @Test func `a text with a number comes back with what was typed, and is sent when the person says so`()
    async throws
  {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let text = "Meu CPF é 529.982.247-25."
        let fields = [("tipo", "correction"), ("texto", text)]
        let warned = try await server.post("/conta/dados/pedidos", form(fields), as: .celia)
        #expect(warned.status == 422)
        #expect(warned.body.contains("Parece haver um CPF no texto") && warned.body.contains(text))
        #expect(warned.body.contains("name=\"assim-mesmo\" value=\"1\"") && warned.body.contains("selected"))
        let sent = try await server.post(
          "/conta/dados/pedidos", form(fields + [("assim-mesmo", "1")]), as: .celia)
        #expect(sent.status == 303)
        #expect(try await server.get("/conta/dados", as: .celia).body.contains(text))
      }
    }
  }

  @Test func `a form without a kind, without a text or with too long a text keeps what was typed`()
    async throws
  {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let none = try await server.post(
          "/conta/dados/pedidos", form([("texto", "Olá, tudo bem?")]), as: .dora)
        #expect(none.status == 422 && none.body.contains("Olá, tudo bem?") && none.body.contains("tipo-erro"))
        let empty = try await server.post("/conta/dados/pedidos", form([("tipo", "deletion")]), as: .dora)
        #expect(empty.status == 422 && empty.body.contains("texto-erro"))
        // As many bytes as a text of the permitted length can have in a form.
        let longest = String(repeating: "😀", count: PrivacyRequest.maximumTextLength)
        let fields = { (text: String) in self.form([("tipo", "deletion"), ("texto", text)]) }
        #expect(try await server.post("/conta/dados/pedidos", fields(longest), as: .dora).status == 303)
        let longer = try await server.post("/conta/dados/pedidos", fields(longest + "x"), as: .dora)
        #expect(longer.status == 422 && longer.body.contains("2.000") || longer.body.contains("2000"))
      }
    }
  }

  @Test func `a request is answered at the desk and read by who asked`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let fields = form([("tipo", "information"), ("texto", "O que guardam?")])
        #expect(try await server.post("/conta/dados/pedidos", fields, as: .celia).status == 303)
        let desk = try await server.get("/administracao/privacidade", as: .iara)
        #expect(desk.body.contains("Célia Exemplo"))
        let path = try #require(
          desk.body.firstMatch(of: /\/administracao\/privacidade\/pedidos\/[0-9a-f-]{36}/))
        let address = String(path.output)
        let open = try await server.get(address, as: .iara)
        #expect(open.status == 200 && open.body.contains("O que guardam?"))
        let refused = try await server.post(address, form([("resposta", "Veja a página.")]), as: .iara)
        #expect(refused.status == 422 && refused.body.contains("Veja a página."))
        let answer = form([("resultado", "accepted"), ("resposta", "Veja a página Privacidade.")])
        #expect(try await server.post(address, answer, as: .iara).status == 303)
        #expect(try await server.post(address, answer, as: .iara).status == 409)
        #expect(try await server.get("/conta/dados", as: .celia).body.contains("Veja a página Privacidade."))
        #expect(try await server.get("/administracao/privacidade/pedidos/nada", as: .iara).status == 404)
      }
    }
  }

  @Test func `another's request cannot be taken back, and one's own can, once`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let fields = form([("tipo", "information"), ("texto", "O que guardam?")])
        _ = try await server.post("/conta/dados/pedidos", fields, as: .celia)
        let page = try await server.get("/conta/dados", as: .celia).body
        let path = try #require(page.firstMatch(of: /\/conta\/dados\/pedidos\/[0-9a-f-]{36}\/desistir/))
          .output
        #expect(try await server.post(String(path), "", as: .dora).status == 404)
        #expect(try await server.post(String(path), "", as: .celia).status == 303)
        #expect(try await server.post(String(path), "", as: .celia).status == 409)
      }
    }
  }

  @Test func `the own data come as a file that no cache keeps`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let file = try await server.get("/conta/dados.json", as: .bento)
        #expect(file.status == 200 && file.headers["cache-control"]?.contains("no-store") == true)
        #expect(file.headers["content-disposition"]?.contains("prumo-meus-dados.json") == true)
        #expect(file.body.contains("bento@exemplo.gov.br") && !file.body.contains("celia@exemplo.gov.br"))
      }
    }
  }

  @Test func `the retention is run from the desk and tells what it did`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let begun = try await server.post("/administracao/privacidade/limpeza", "", as: .iara)
        #expect(begun.status == 303)
        while try await prumo.retentionRuns(by: .tester, limit: 1).first?.state != .done {
          await Task.yield()
        }
        let desk = try await server.get("/administracao/privacidade", as: .iara)
        #expect(desk.body.contains("✓ Feita") && desk.body.contains("Pedida por uma pessoa"))
      }
    }
  }

  @Test func `every table of the own data has its place on the page, and every column is one that is told`()
    async throws
  {
    try await withPages { prumo in
      let data = try await prumo.ownData(try await prumo.signedIn(as: .celia))
      #expect(Set(data.parts.map(\.table)) == Set(OwnDataWords.tables.map(\.name)))
      for table in OwnDataWords.tables {
        for row in data.parts.first(where: { $0.table == table.name })?.rows ?? [] {
          #expect(Set(table.columns.map(\.column)).isSubset(of: row.map(\.column)), "\(table.name)")
        }
      }
    }
  }
}
