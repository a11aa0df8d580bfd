import Access
import TestCast
import Testing
import UseCases
import Vocabulary

@testable import Web

/// People, accounts and roles through a real server, as everyone of the cast.
@Suite struct PeopleRouteTests {
  private static func path(_ member: Member, _ rest: String = "") -> String { "/pessoas/\(member.id)\(rest)" }

  /// Where changes of an account are sent, with a form that would do them.
  private static let changes = [
    ("/rever", ""), ("/convite", ""), ("/senha", ""),
    ("/corrigir", "nome=Outro+Exemplo&email=o@exemplo.gov.br"),
    ("/segundo-fator", ""), ("/encerrar", "motivo=saiu"),
    ("/papeis", "papel=councilMember&uf=MT&lugar=5100201"),
  ]

  @Test func `another territory's people are not found, whatever is asked of them`() async throws {
    try await withPages { prumo in
      try await prumo.makeStateAdministrator()
      try await PageServer.serve(prumo) { server in
        for (asker, hidden) in [
          (Member.bento, Member.ana), (.bento, .celia), (.acacio, .bento), (.ana, .acacio),
        ] {
          let answer = try await server.get(Self.path(hidden), as: asker)
          #expect(answer.status == 404, "\(hidden) as \(asker): \(answer.status)")
          #expect(!answer.body.contains(hidden.name), "\(hidden) as \(asker)")
        }
        // Enzo administers Mato Grosso here, and nothing of Acre.
        for page in ["", "/corrigir", "/segundo-fator", "/encerrar", "/papeis/novo"] {
          #expect(try await server.get(Self.path(.acacio, page), as: .enzo).status == 404, "\(page)")
        }
        for (change, form) in Self.changes {
          #expect(
            try await server.post(Self.path(.acacio, change), form, as: .enzo).status == 404, "\(change)")
        }
        #expect(try await server.post("/ver-como/\(Member.acacio.id)", "", as: .enzo).status == 404)
        let again = try await server.get("/pessoas/convidar?pessoa=\(Member.acacio.id)", as: .enzo)
        #expect(again.status == 404 && !again.body.contains("acacio@"))
        #expect(
          try await server.get("/pessoas/convidar?papel=gestorMunicipal&uf=AC", as: .enzo).status == 404)
        for member in [Member.ana, .bento, .dora] {
          for (change, form) in Self.changes {
            let answer = try await server.post(Self.path(.dora, change), form, as: member)
            #expect(answer.status == 403, "\(change) as \(member): \(answer.status)")
          }
        }
        for unreadable in ["/pessoas/abc", "/pessoas/0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70"] {
          #expect(try await server.get(unreadable).status == 404)
        }
      }
    }
  }

  @Test func `the list shows one's own territory only, also when it is filtered`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for query in [
          "", "?q=exemplo", "?lugar=AC", "?lugar=BR&situacao=todas", "?papel=campaignCoordinator",
        ] {
          let body = try await server.get("/pessoas\(query)", as: .bento).body
          for hidden in [Member.ana, .celia, .enzo, .acacio] where hidden != .bento {
            #expect(!body.contains(hidden.email.description), "\(hidden) by \(query)")
          }
        }
        let own = try await server.get("/pessoas", as: .bento).body
        #expect(
          own.contains("bento@exemplo") && own.contains("dora@exemplo")
            && own.contains("2\u{A0}contas em uso"))
        #expect(!own.contains("Convidar pessoa") && !own.contains("Última entrada") && !own.contains("Acre"))
        let sheet = try await server.get(Self.path(.dora), as: .bento).body
        for hidden in ["Encerrar", "Segundo fator", "Ver como", "O que aconteceu", "Dar um papel"] {
          #expect(!sheet.contains(hidden), "\(hidden)")
        }
        #expect(try await server.get("/pessoas?q=\(String(repeating: "a", count: 81))").status == 422)
        for unknown in ["?lugar=XX", "?papel=rei", "?situacao=feliz", "?pagina=-3"] {
          #expect(try await server.get("/pessoas\(unknown)").status == 422, "\(unknown)")
        }
      }
    }
  }

  @Test func `nobody changes, raises or looks through themselves`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for (change, form) in Self.changes {
          let answer = try await server.post(Self.path(.iara, change), form, as: .iara)
          #expect([403, 409].contains(answer.status), "\(change): \(answer.status)")
        }
        #expect(try await server.post("/ver-como/\(Member.iara.id)", "", as: .iara).status == 422)
        let sheet = try await server.get(Self.path(.iara), as: .iara).body
        #expect(sheet.contains("Esta é a sua própria conta") && !sheet.contains("/encerrar"))
        #expect(try await prumo.actor(of: .iara).has(.roleGrant))
      }
    }
  }

  @Test func `nobody gives what they do not have, or where they do not have it`() async throws {
    try await withPages { prumo in
      try await prumo.makeStateAdministrator()
      try await PageServer.serve(prumo) { server in
        let new = "nome=Nova+Exemplo&email=nova@exemplo.gov.br&uf=MT"
        for (form, status) in [
          ("papel=stateAdministrator&lugar=BR", 403), ("papel=gestorMunicipal&lugar=1200401", 403),
          ("papel=campaignCoordinator&lugar=AC", 403), ("papel=controlReader&lugar=BR", 403),
          ("papel=gestorMunicipal&lugar=MT", 422), ("papel=gestorMunicipal&lugar=9999999", 422),
          ("papel=gestorMunicipal&lugar=", 422), ("papel=sectorCounterpart&lugar=MT", 422),
          ("papel=unitCoordinator&lugar=5100201&unidade=12", 422),
          ("papel=gestorMunicipal&lugar=5100201&ate=31/02/2027", 422),
          ("papel=gestorMunicipal&lugar=5100201&ate=2020-01-01", 422), ("papel=rei", 422),
        ] {
          let answer = try await server.post("/pessoas/convidar", "\(new)&\(form)", as: .enzo)
          #expect(answer.status == status, "\(form): \(answer.status)")
          #expect(!answer.body.contains("/convite/"), "\(form)")
          if form != "papel=rei" {
            #expect(answer.body.contains("nova@exemplo.gov.br"), "\(form) loses what was typed")
          }
        }
        #expect(!(try await server.get("/pessoas?q=nova")).body.contains("nova@exemplo"))
      }
    }
  }

  @Test func `an invitation shows its link once, and the person with it`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        #expect(try await server.get("/pessoas/convidar").body.contains("value=\"gestorMunicipal\""))
        let form = try await server.get("/pessoas/convidar?papel=gestorMunicipal&uf=MT").body
        #expect(form.contains("<option value=\"5100201\">Água Boa</option>") && !form.contains("Xapuri"))
        let typed =
          "papel=gestorMunicipal&uf=MT&nome=F%C3%A1bia+Exemplo&email=fabia@exemplo.gov.br&lugar=5100201"
        let answer = try await server.post("/pessoas/convidar", typed + "&fim=31/12/2027")
        #expect(answer.status == 200 && answer.headers["cache-control"]?.contains("no-store") == true)
        let link = try #require(answer.body.firstMatch(of: /value="http:\/\/[^\/]+(\/convite\/[^"]+)"/)).1
        #expect(try await prumo.invited(by: String(link.split(separator: "/").last!)).name == "Fábia Exemplo")
        let list = try await server.get("/pessoas?situacao=convidadas").body
        let page = try #require(list.firstMatch(of: /href="(\/pessoas\/[0-9a-f-]{36})">Fábia/)).1
        let sheet = try await server.get(String(page)).body
        #expect(
          sheet.contains("Convidada") && sheet.contains("31\u{A0}dez.\u{A0}2027") && !sheet.contains(link))
        let anew = try await server.post("\(page)/convite", "")
        #expect(anew.status == 200 && !anew.body.contains(link))
        #expect(try await server.post("/pessoas/convidar", typed).status == 409)
      }
    }
  }

  @Test func `roles are given and taken away, and an account ends with a reason`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let given = try await server.post(
          Self.path(.dora, "/papeis"), "papel=unitCoordinator&uf=MT&lugar=5100201&unidade=51002003261")
        #expect(given.status == 303)
        var sheet = try await server.get(given.headers["location"] ?? "").body
        #expect(sheet.contains("Papel dado") && sheet.contains("Unidade 51002003261, Água Boa (MT)"))
        let revoke = try #require(sheet.matches(of: /href="([^"]+\/retirar)"/).last).1
        #expect(try await server.get(String(revoke)).body.contains("Retirar papel"))
        #expect(try await server.post(String(revoke), "").status == 303)
        #expect(try await server.post(String(revoke), "").status == 404)
        #expect(try await server.post(Self.path(.dora, "/rever"), "").status == 303)
        let corrected = try await server.post(
          Self.path(.dora, "/corrigir"), "nome=Dora+de+Exemplo&email=dora@exemplo.gov.br&fim=")
        #expect(corrected.status == 303)
        #expect(try await server.post(Self.path(.dora, "/encerrar"), "motivo=+").status == 422)
        let warned = try await server.post(Self.path(.dora, "/encerrar"), "motivo=saiu,+CPF+529.982.247-25")
        #expect(warned.status == 422 && warned.body.contains("Enviar assim mesmo"))
        #expect(try await server.post(Self.path(.dora, "/encerrar"), "motivo=saiu+do+cargo").status == 303)
        sheet = try await server.get(Self.path(.dora)).body
        for words in ["Dora de Exemplo", "motivo: saiu do cargo", "nome: Dora Exemplo", "Convidar de novo"] {
          #expect(sheet.contains(words), "\(words)")
        }
        #expect(try await server.get("/pessoas", as: .dora).status == 303)
        let again = try await server.get(
          "/pessoas/convidar?pessoa=\(Member.dora.id)&papel=councilMember&uf=MT"
        ).body
        #expect(again.contains("value=\"dora@exemplo.gov.br\""))
      }
    }
  }

  @Test func `who sees as another sees what the other sees, changes nothing, and comes back`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        #expect(try await server.post("/ver-como/\(Member.bento.id)", "").status == 303)
        let list = try await server.get("/pessoas").body
        #expect(list.contains("Você está vendo como Bento Exemplo") && !list.contains("ana@exemplo"))
        #expect(try await server.get("/pessoas/convidar").status == 403)
        #expect(try await server.post(Self.path(.dora, "/rever"), "").status == 403)
        let back = try await server.post("/ver-como/fim", "")
        #expect(back.headers["location"] == Self.path(.bento))
        let sheet = try await server.get(Self.path(.bento)).body
        #expect(sheet.contains("Programa visto como esta pessoa") && !sheet.contains("Você está vendo como"))
        #expect(try await server.post("/ver-como/fim", "", as: .dora).status == 303)
      }
    }
  }
}

extension Prumo {
  /// Enzo administers Mato Grosso, and nothing else: the cast's own administrator has the whole country.
  fileprivate func makeStateAdministrator() async throws {
    try await grant(
      NewAssignment(role: .stateAdministrator, place: Place("MT")!), to: Member.enzo.id, by: .tester)
  }
}
