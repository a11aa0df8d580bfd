import Indicators
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// Files through the browser's door.
@Suite struct UploadTests {
  @Test func `what is no upload is refused with what to do`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        #expect(try await server.post("/cargas", "arquivo=x").status == 422)
        let nameless = try await server.upload([65], name: "")
        #expect(nameless.status == 422 && nameless.body.contains("Nenhum arquivo foi escolhido"))
        let elsewhere = try await server.upload([65], field: "outro")
        #expect(elsewhere.status == 422 && elsewhere.body.contains("Nenhum arquivo foi escolhido"))
        let text = Array("not a form".utf8)
        let damaged = try await server.send(
          server.head("POST", "/cargas", server.uploadHeaders(length: text.count)) + text)
        #expect(damaged.status == 422 && damaged.body.contains("O envio chegou danificado"))
        let length = Int(UploadLimits.fileBytes + UploadLimits.envelopeBytes)
        let huge = try await server.send(
          server.head("POST", "/cargas", server.uploadHeaders(length: length + 1)))
        #expect(huge.status == 413 && huge.body.contains("O pedido é grande demais"))
        #expect(try await prumo.loads(limit: 10, for: .tester).allSatisfy { $0.load.loadedBy == "Prumo" })
      }
    }
  }

  @Test func `what says it is something else, or is not what it says, is refused before it is a load`()
    async throws
  {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for (type, content, status, words) in [
          ("image/png", "a;b", 415, "O navegador disse que é image/png"),
          ("text/html; charset=utf-8", "a;b", 415, "O navegador disse que é text/html."),
          ("<script>/&", "a;b", 415, "O navegador disse que é script/."),
          ("application/zip", "a;b;c\r\n", 422, "O arquivo não é o que diz ser"),
          ("text/csv", "PK\u{3}\u{4}xxxx", 422, "O arquivo não é o que diz ser"),
        ] {
          let answer = try await server.upload(Array(content.utf8), type: type)
          #expect(answer.status == status && answer.body.contains(words), "\(type)")
        }
        #expect(try await prumo.loads(limit: 10, for: .tester).allSatisfy { $0.load.loadedBy == "Prumo" })
        for type in ["application/octet-stream", "application/vnd.ms-excel", ""] {
          #expect(try await server.upload(Payroll.october.bytes, type: type).status == 303, "\(type)")
        }
      }
    }
  }

  @Test func `a picture, a page or a program in the clothes of a table is refused by its name`() async throws
  {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        for (content, words) in [
          ("%PDF-1.7", "Isto é um PDF"), ("<!doctype html><script>", "Isto é uma página da internet"),
          ("MZ", "Isto é um programa de computador"),
        ] {
          let answer = try await server.upload(Array(content.utf8))
          #expect(answer.status == 422 && answer.body.contains(words), "\(content)")
        }
      }
    }
  }

  @Test func `a file at the limit is taken, one byte more is not`() async throws {
    var limited = Serving()
    limited.limits.uploadBytes = Int64(Payroll.october.bytes.count)
    let serving = limited
    try await withPages { prumo in
      try await PageServer.serve(prumo, as: serving) { server in
        #expect(try await server.upload(Payroll.october.bytes).status == 303)
        let form = try await server.get("/cargas/nova").body
        #expect(form.contains(Brazilian.bytes(serving.limits.uploadBytes)))
        let over = Payroll.october.bytes + [UInt8](repeating: 10, count: Int(UploadLimits.envelopeBytes))
        #expect(try await server.upload(over).status == 413)
      }
    }
  }

  @Test func `a file that is no payroll is refused, and the history says why`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let answer = try await server.upload(Array("a;b\r\n1;2\r\n".utf8), name: "outra.csv")
        #expect(
          answer.status == 422
            && answer.body.contains("O cabeçalho não é de um arquivo de pagamentos conhecido"))
        let newest = try #require(try await prumo.loads(limit: 1, for: .tester).first)
        #expect(newest.load.state == .refused && newest.load.file.name == "outra.csv")
        #expect(try await server.get("/cargas/\(newest.load.id)").body.contains("Sentences") == false)
        #expect(try await server.upload([]).body.contains("O arquivo está vazio"))
      }
    }
  }

  @Test func `a dry run tells everything and keeps nothing`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let answer = try await server.upload(Payroll.october.bytes, to: "/cargas?conferir=1")
        #expect(answer.status == 200 && answer.body.contains("Esta foi só uma conferência"))
        #expect(answer.body.contains("Valor ilegível"))
        #expect(try await prumo.loads(limit: 10, for: .tester).allSatisfy { $0.load.loadedBy == "Prumo" })
      }
    }
  }

  @Test func `a payroll becomes figures, once`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let first = try await server.upload(Payroll.october.bytes)
        let place = try #require(first.headers["location"])
        #expect(first.status == 303)
        #expect(try await server.get(place).body.contains("Novo Bolsa Família de outubro de 2023"))
        let sheet = try await server.get("/municipios/1200401?mes=2023-10").body
        #expect(sheet.contains("42") && sheet.contains("R$\u{00A0}26.620,00"))
        let again = try await server.upload(Payroll.october.bytes, name: "copia.csv")
        #expect(again.headers["location"] == place + "?repetida=1")
        #expect(
          try await server.get(place + "?repetida=1").body.contains("Este arquivo já tinha sido carregado"))
        let load = try #require(try await prumo.loads(limit: 1, for: .tester).first)
        #expect(load.load.loadedBy == Member.iara.name)
        #expect(load.load.file.bytes == Int64(Payroll.october.bytes.count))
        #expect(try await server.post("/cargas/\(load.load.id)/cancelar", "").status == 409)
      }
    }
  }

  @Test func `no name, NIS or CPF comes back in any page`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let place = try #require(try await server.upload(Payroll.october.bytes).headers["location"])
        for path in [place, "/cargas", "/municipios/1200401", "/figuras/pbf.families/1200401/2023-10"] {
          let body = try await server.get(path).body
          for word in ["PESSOA", Payroll.nis(1), Payroll.nis(204), "123.456"] {
            #expect(!body.contains(word), "\(path) has \(word)")
          }
        }
      }
    }
  }

  @Test func `an upload whose line is cut changes nothing`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        var payroll = Payroll(month: "202310")
        payroll.pay(1...20_000, in: "0139", place: "RIO BRANCO", value: "600,00")
        let form = PageServer.form(payroll.bytes, name: "cortada.csv")
        let head = server.head("POST", "/cargas", server.uploadHeaders(length: form.count))
        try await server.sendAndLeave(head + form.prefix(form.count / 2))
        var newest = try await prumo.loads(limit: 1, for: .tester).first
        for _ in 0..<200 where newest?.load.file.name != "cortada.csv" || newest?.load.state == .reading {
          try await Task.sleep(for: .milliseconds(50))
          newest = try await prumo.loads(limit: 1, for: .tester).first
        }
        #expect(newest?.load.file.name == "cortada.csv")
        #expect(newest.map { $0.load.state != .committed && $0.load.state != .reading } == true)
        let figure = try await prumo.figure(
          CatalogueKey("pbf.families")!, of: .municipality(Samples.rioBranco), in: ReferenceMonth("2023-10")!,
          for: .tester)
        #expect(figure.value == nil)
      }
    }
  }

  @Test(arguments: ["Content-Disp", "Content-Disposition: form-data; name=\"nota\"\r\n\r\nsem f"])
  func `a form that breaks after its file tells how the load ended`(rest: String) async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let file = PageServer.form(Payroll.october.bytes, name: "folha.csv").dropLast("--\r\n".utf8.count)
        let form = file + Array("\r\n\(rest)".utf8)
        var headers = server.uploadHeaders(length: form.count)
        // A browser is held to a form that ends with its file; other programs may send more.
        headers["Origin"] = nil
        headers["Sec-Fetch-Site"] = "same-origin"
        let answer = try await server.send(server.head("POST", "/cargas", headers) + form)
        let load = try #require(try await prumo.loads(limit: 1, for: .tester).first?.load)
        #expect(load.state == .committed && load.file.name == "folha.csv")
        #expect(answer.status == 303 && answer.headers["location"] == "/cargas/\(load.id)")
      }
    }
  }

  @Test func `a form cut at a row's end is not taken for whole`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let whole = PageServer.form(Payroll.october.bytes, name: "folha.csv")
        let cut = Array(whole.dropLast("\r\n--limite--\r\n".utf8.count))
        let answer = try await server.send(
          server.head("POST", "/cargas", server.uploadHeaders(length: cut.count)) + cut)
        #expect(answer.status == 422 && answer.body.contains("O envio chegou danificado"))
        let loads = try await prumo.loads(limit: 10, for: .tester).filter { $0.load.file.name == "folha.csv" }
        #expect(loads.count == 1 && loads.allSatisfy { $0.load.state == .refused })
      }
    }
  }
}
