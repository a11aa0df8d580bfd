import Indicators
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// Every address, through a real server.
@Suite struct RouteTests {
  @Test func `what does not exist is a page that helps`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for path in [
          "/nada", "/painel/XX", "/municipios/1234567", "/municipios/123456", "/municipios/abc",
          "/figuras/x/AC/2023-12",
          "/figuras/pbf.families/ZZ/2023-12", "/figuras/pbf.families/AC/2023-13",
          "/figuras/pbf.none/AC/2023-12",
          "/cargas/abc", "/cargas/0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70", "/recursos/0/none.css",
          "/municipios?uf=XX",
          "/painel/AC?indicador=pbf.none",
        ] {
          let answer = try await server.get(path)
          #expect(answer.status == 404, "\(path)")
          #expect(answer.body.contains("<h1>"), "\(path)")
          #expect(!answer.body.contains("Problem"), "\(path)")
        }
        #expect(try await server.get("/busca?q=\(String(repeating: "a", count: 81))").status == 422)
        #expect(try await server.get("/busca?q=\(String(repeating: "a", count: 5_000))").status == 414)
      }
    }
  }

  @Test func `pages are there`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let titles = [
          "/painel/AC": "Acre", "/painel/AC?indicador=suas.cras&ordem=nome&sentido=decrescente": "Acre",
          "/municipios": "Municípios do Acre", "/municipios?uf=mt": "Municípios de Mato Grosso",
          "/municipios/1200401": "Rio Branco", "/municipios/1200401?mes=2023-11": "Rio Branco",
          "/figuras/pbf.parcels/AC/2023-12": "De onde vem este número?",
          "/figuras/pbf.parcels/120040/2023-12": "De onde vem este número?", "/cargas": "Cargas",
          "/cargas/nova": "Enviar um arquivo", "/busca": "Procurar município",
          "/busca?q=sao+jose+d": "Busca por “sao jose d”",
        ]
        for (path, title) in titles {
          let answer = try await server.get(path)
          #expect(answer.status == 200, "\(path)")
          #expect(answer.body.contains("<h1>\(title)</h1>"), "\(path)")
          #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
        }
      }
    }
  }

  @Test func `the month on the page is the one chosen in its list, with data or without`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for path in ["/municipios/1200401", "/painel/AC"] {
          for month in ["2023-11", "2019-05"] {
            let body = try await server.get("\(path)?mes=\(month)").body
            #expect(body.contains("<option value=\"\(month)\" selected>"), "\(path) \(month)")
          }
        }
      }
    }
  }

  @Test func `addresses written otherwise lead to the right one`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let ways = [
          "/": "/painel/AC", "/painel/ac": "/painel/AC", "/municipios/120040": "/municipios/1200401",
          "/busca?q=rio+branco+do": "/busca", "/busca?q=1200401": "/municipios/1200401",
          "/busca?q=510020": "/municipios/5100201", "/busca?q=cruzeiro+do+sul": nil,
          "/busca?q=xapuri": "/municipios/1200708",
        ]
        for (path, target) in ways where target != "/busca" {
          let answer = try await server.get(path)
          #expect(answer.status == (target == nil ? 200 : 303), "\(path)")
          #expect(answer.headers["location"] == target, "\(path)")
        }
      }
    }
  }

  @Test func `every answer keeps other sites out`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for path in ["/painel/AC", "/nada", "/health", "/painel/AC.csv"] {
          let answer = try await server.get(path)
          #expect(answer.headers["content-security-policy"] == SecurityHeaders.policy, "\(path)")
          #expect(answer.headers["x-content-type-options"] == "nosniff", "\(path)")
          #expect(answer.headers["referrer-policy"] == "same-origin", "\(path)")
        }
      }
    }
  }

  @Test func `a page of another site cannot write`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let foreign: [[String: String]] = [
          [:], ["Origin": "http://elsewhere.example"], ["Origin": "null"],
          ["Origin": "http://\(server.host).evil"],
          ["Origin": "http://\(server.host)", "Sec-Fetch-Site": "cross-site"],
          ["Sec-Fetch-Site": "same-site"],
          ["Sec-Fetch-Site": "none"],
        ]
        for headers in foreign {
          let answer = try await server.post(
            "/municipios/1200401/relogio", "fuso=America/Rio_Branco", headers: headers)
          #expect(answer.status == 409, "\(headers)")
        }
        let ours = try await server.post(
          "/municipios/1200401/relogio", "fuso=America%2FRio_Branco",
          headers: ["Sec-Fetch-Site": "same-origin"])
        #expect(ours.status == 303)
      }
    }
  }

  @Test func `a clock is chosen among the state's own`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        #expect(try await server.post("/municipios/5100201/relogio", "fuso=Mars/Base").status == 422)
        #expect(try await server.post("/municipios/9999999/relogio", "fuso=").status == 404)
        #expect(
          try await server.post(
            "/municipios/5100201/relogio", "fuso=\(String(repeating: "a", count: 33_000))"
          )
          .status == 413)
        let sheet = try await prumo.municipalitySheet(IBGECode("5100201")!, month: nil, for: .tester)
        let other = try #require(sheet.timeZones.first { $0 != sheet.municipality.timeZone })
        let answer = try await server.post("/municipios/5100201/relogio", "fuso=\(other)")
        #expect(answer.headers["location"] == "/municipios/5100201?relogio=guardado")
        #expect(
          try await prumo.municipalitySheet(IBGECode("5100201")!, month: nil, for: .tester).municipality
            .timeZone == other)
        #expect(try await server.post("/municipios/5100201/relogio", "fuso=").status == 303)
      }
    }
  }

  @Test func `the table comes as a spreadsheet`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let answer = try await server.get("/painel/AC.csv?indicador=pbf.parcels&mes=2023-12&ordem=nome")
        #expect(
          answer.headers["content-disposition"] == "attachment; filename=\"prumo-AC-pbf.parcels-2023-12.csv\""
        )
        let lines = answer.body.split(separator: "\r\n")
        #expect(lines.count == 24)
        #expect(lines[1].contains(";1200013;Acrelândia;2023-12;"))
        #expect(lines[23].contains(";AC;Acre;2023-12;129211;"))
      }
    }
  }

  @Test func `files of the pages are kept by browsers until they change`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let addresses = StaticFiles.shared.addresses
        for path in [addresses.styles, addresses.mark, addresses.uploadScript] {
          let answer = try await server.get(path)
          #expect(answer.status == 200 && !answer.body.isEmpty, "\(path)")
          #expect(answer.headers["cache-control"] == "public, max-age=31536000, immutable")
          let tag = try #require(answer.headers["etag"])
          #expect(try await server.get(path, headers: ["If-None-Match": tag]).status == 304)
        }
        #expect(try await server.get("/recursos/old/prumo.css").headers["cache-control"] == "no-cache")
      }
    }
  }

  @Test func `the head of a page comes without the page`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let answer = try await server.get("/painel/AC", method: "HEAD")
        #expect(answer.status == 200 && answer.body.isEmpty)
        #expect(try await server.get("/health").body == "ok\n")
      }
    }
  }
}
