import Access
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// The trail through the server, as a person reaches it.
@Suite struct TrailRouteTests {
  @Test func `a refused filter keeps what was typed and shows no entry`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for (address, sentence) in [
          ("lugar=Nenhures", "Esse lugar não foi encontrado"), ("quem=Ninguem", "Ninguém com esse nome"),
          ("de=2026-02-30", "Esse dia não existe"),
        ] {
          let answer = try await server.get("/trilha?\(address)")
          #expect(answer.status == 422 && answer.body.contains(sentence), "\(address)")
          let typed = address.split(separator: "=")[1]
          #expect(answer.body.contains("value=\"\(typed)\"") && !answer.body.contains("class=\"trail\""))
        }
        #expect(try await server.get("/trilha?tipo=x").status == 422)
        #expect(try await server.get("/trilha/0").status == 404)
        #expect(try await server.get("/trilha/99999999").status == 404)
        #expect(try await server.get("/trilha/abc").status == 404)
        #expect(try await server.get("/trilha.csv?lugar=Nenhures").status == 422)
      }
    }
  }

  @Test func `what somebody changes is read in the trail, opened and downloaded`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        _ = try await server.post(
          "/municipios/5100201/relogio", "fuso=America/Sao_Paulo", as: .bento)
        let page = try await server.get("/trilha?tipo=trabalho&lugar=5100201")
        #expect(page.status == 200)
        for words in [
          Member.bento.name, "escolheu o relógio do município", "Água Boa (MT)", "Cuiabá", "Brasília",
          "127.0.0.1",
        ] { #expect(page.body.contains(words), "\(words)") }
        let number = try #require(page.body.firstMatch(of: /\/trilha\/([0-9]+)"/)?.1)
        let entry = try await server.get("/trilha/\(number)")
        #expect(entry.body.contains("O conteúdo é o que foi gravado."))
        let csv = try await server.get("/trilha.csv?tipo=trabalho&lugar=5100201")
        #expect(csv.headers["content-type"]?.hasPrefix("text/csv") == true)
        #expect(csv.body.contains(";clock.chosen;municipality;5100201;5100201;"))
        let again = try await server.get("/trilha?tipo=consultas")
        #expect(again.body.contains("baixou a trilha") && again.body.contains("consultou a trilha"))
      }
    }
  }
}
