import HTTPTypes
import HummingbirdCore
import Logging
import SQLStore
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// What stands before the pages, through a real server.
@Suite struct ReceptionTests {
  // Who asks for what, by which name.

  @Test func `other names lead to ours, and take no form`() async throws {
    try await withServer {
      $0.publicAddress = PublicAddress("https://prumo.exemplo.gov.br")
    } _: { server in
      let other = try await server.get("/painel/AC?indicador=suas.cras", headers: ["Host": "evil.example"])
      #expect(other.status == 308)
      #expect(other.headers["location"] == "https://prumo.exemplo.gov.br/painel/AC?indicador=suas.cras")
      #expect(
        try await server.get("//evil.example", headers: ["Host": "x"]).headers["location"]
          == "https://prumo.exemplo.gov.br//evil.example")
      #expect(try await server.post("/cargas", "x=1").status == 421)
      let ours = ["Host": "prumo.exemplo.gov.br"]
      let page = try await server.get("/municipios", headers: ours)
      #expect(page.status == 200 && page.headers["strict-transport-security"] == "max-age=31536000")
      #expect(page.headers["cache-control"] == "private, no-store")
      #expect(try await server.get("/health", headers: ["Host": "10.0.0.7"]).body == "ok\n")
    }
  }

  @Test func `what a proxy says counts only of a proxy of ours`() async throws {
    let told = [
      "Host": "interno", "X-Forwarded-Host": "prumo.exemplo.gov.br", "X-Forwarded-Proto": "https",
      "X-Request-ID": "do-proxy-0001", "X-Forwarded-For": "203.0.113.9",
    ]
    try await withServer {
      $0.publicAddress = PublicAddress("https://prumo.exemplo.gov.br")
      $0.trustedProxies = [NetworkRange("127.0.0.1")].compactMap { $0 }
    } _: { server in
      let page = try await server.get("/municipios", headers: told)
      #expect(page.status == 200 && page.headers["x-request-id"] == "do-proxy-0001")
      var plain = told
      plain["X-Forwarded-Proto"] = "http"
      #expect(try await server.get("/municipios", headers: plain).status == 308)
      let form = told.merging(["Origin": "https://prumo.exemplo.gov.br"]) { $1 }
      #expect(try await server.post("/municipios/1200401/relogio", "fuso=", headers: form).status == 303)
      let unencrypted = told.merging(["Origin": "http://prumo.exemplo.gov.br"]) { $1 }
      #expect(
        try await server.post("/municipios/1200401/relogio", "fuso=", headers: unencrypted).status == 409)
    }
    try await withServer {
      $0.publicAddress = PublicAddress("https://prumo.exemplo.gov.br")
    } _: { server in
      let page = try await server.get("/municipios", headers: told)
      #expect(page.status == 308 && page.headers["x-request-id"]?.count == 12)
    }
  }

  // For those who watch.

  @Test func `metrics are for this machine and for who has the token`() async throws {
    try await withServer {
      $0.metricsToken = "uma-senha-de-metricas"
    } _: { server in
      _ = try await server.get("/painel/AC?indicador=suas.cras")
      let local = try await server.get("/metrics")
      #expect(
        local.status == 200 && local.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
      #expect(
        local.body.contains(
          "prumo_http_requests_total{method=\"GET\",route=\"/painel/{uf}\",status=\"200\"} 1\n"))
      #expect(local.body.contains("prumo_http_requests_in_flight 1\n"))
      #expect(local.body.contains("process_open_fds ") && local.body.contains("prumo_build_info{version="))
      let forwarded = ["X-Forwarded-For": "203.0.113.9"]
      #expect(try await server.get("/metrics", headers: forwarded).status == 403)
      for (token, status) in [("uma-senha-de-metricas", 200), ("uma-senha-de-metrica", 403), ("", 403)] {
        let headers = forwarded.merging(["Authorization": "Bearer \(token)"]) { $1 }
        #expect(try await server.get("/metrics", headers: headers).status == status, "\(token)")
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `health tells whether the store can be worked with`(engine: Engine) async throws {
    try await withStore(engine, prepared: .none) { store in
      let prumo = try await Prumo.open(
        store, process: ProcessMark(host: "teste", processID: 1, beganAt: 1),
        now: { Instant(millisecondsSince1970: 1_795_446_513_000) }, random: { 7 })
      #expect(await prumo.storeHealth(within: .seconds(60)) == .good)
      try await store.write { db in
        _ = try db.run(
          "INSERT INTO schema_migration (number, name, hash, applied_at) VALUES (99, 'x', 'x', 'x')")
      }
      #expect(await prumo.storeHealth(within: .seconds(60)) == .good)
      _ = try await store.write { db in try db.run("UPDATE schema_migration SET hash = 'x' WHERE number = 1")
      }
      #expect(await prumo.storeHealth(within: .seconds(60)) == .otherSchema)
      try await offThePool { try store.close() }
      #expect(await prumo.storeHealth(within: .seconds(60)) == .unreachable)
      #expect(await AskHealth(prumo).answer().status == .serviceUnavailable)
    }
  }

  // The log.

  @Test func `each request is one line, without what was asked for`() async throws {
    let lines = Lines()
    let logger = Logger(label: "test") { _ in
      LogLines(
        .text, level: .info, now: { Instant(millisecondsSince1970: 1_795_446_513_000) }, write: lines.take)
    }
    try await withPages { prumo in
      try await PageServer.serve(prumo, logger: logger) { server in
        let page = try await server.get("/busca?q=segredo-na-busca")
        let id = try #require(page.headers["x-request-id"])
        _ = try await server.get("/segredo-no-caminho/x")
        _ = try await server.get("/figuras/segredo-no-parametro/AC/2023-12")
        _ = try await server.post("/municipios/1200401/relogio", "fuso=segredo-no-formulario")
        let head = server.head("SEGREDO", "/segredo", ["X-Segredo": "segredo", "Cookie": "s=segredo"])
        _ = try await server.send(head)
        let log = lines.all
        #expect(!log.lowercased().contains("segredo"))
        #expect(log.contains("Pedido atendido") && log.contains("request=\(id) route=/busca status=200"))
        #expect(log.contains("route=/figuras/{indicador}/{lugar}/{mes} status=404"))
        #expect(log.contains("route=? status=404"))
      }
    }
  }

  @Test func `the code on a page of a defect is the number of its request`() async throws {
    let lines = Lines()
    let logger = Logger(label: "test") { _ in
      LogLines(
        .json, level: .info, now: { Instant(millisecondsSince1970: 1_795_446_513_000) }, write: lines.take)
    }
    try await withPages { prumo in
      try await PageServer.serve(prumo, logger: logger) { server in
        try await offThePool { try prumo.store.close() }
        let page = try await server.get("/painel/AC")
        let id = try #require(page.headers["x-request-id"])
        #expect(page.status == 500 && page.body.contains("Código \(id)"))
        #expect(!page.body.contains("closed") && !page.body.contains("StoreError"))
        let entries = lines.all.split(separator: "\n").filter { $0.contains("\"request\":\"\(id)\"") }
        #expect(entries.count == 2 && entries.contains { $0.contains("\"cause\":") })
      }
    }
  }

  private func withServer(
    _ change: (inout Serving) -> Void, _ body: (PageServer) async throws -> Void
  ) async throws {
    var serving = Serving()
    change(&serving)
    try await withPages { prumo in try await PageServer.serve(prumo, as: serving, body) }
  }
}
