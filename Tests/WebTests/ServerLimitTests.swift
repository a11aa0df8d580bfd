import TestSupport
import Testing
import UseCases

@testable import Web

/// The limits through a real server: whoever passes them hears why, and nobody else notices.
@Suite struct ServerLimitTests {
  @Test func `a head that is too large or makes no sense gets a page`() async throws {
    try await withServer {
      $0.limits.headerFields = 20
    } _: { server in
      let large = try await server.get(
        "/municipios", headers: ["X-Large": String(repeating: "a", count: 17 << 10)])
      #expect(large.status == 431 && large.body.contains("O navegador mandou informação demais"))
      let many = Dictionary(uniqueKeysWithValues: (0..<21).map { ("X-\($0)", "a") })
      #expect(try await server.get("/municipios", headers: many).status == 431)
      #expect(try await server.get("/municipios?q=" + String(repeating: "a", count: 9 << 10)).status == 414)
      let nonsense = try await server.send(Array("nonsense\r\n\r\n".utf8))
      #expect(nonsense.status == 400 && nonsense.body.contains("O pedido não pôde ser entendido"))
      let smuggled = server.head("POST", "/cargas", ["Content-Length": "3", "Transfer-Encoding": "chunked"])
      #expect(try await server.send(smuggled + Array("0\r\n\r\n".utf8)).status == 400)
      #expect(try await server.get("/municipios").status == 200)
    }
  }

  @Test func `a body that is too large is refused before it is sent, and while it is sent`() async throws {
    try await withServer { _ in
    } _: { server in
      let announced = server.head(
        "POST", "/municipios/1200401/relogio",
        ["Origin": "http://\(server.host)", "Content-Length": "1000000"])
      #expect(try await server.send(announced).status == 413)
      let chunked = server.head(
        "POST", "/municipios/1200401/relogio",
        ["Origin": "http://\(server.host)", "Transfer-Encoding": "chunked"])
      let chunk = Array("4000\r\n".utf8) + [UInt8](repeating: 65, count: 0x4000) + Array("\r\n".utf8)
      let answer = try await server.send(chunked + chunk + chunk + chunk)
      #expect(answer.status == 413 && answer.body.contains("O pedido é grande demais"))
    }
  }

  @Test func `who is slow is told so while others are served`() async throws {
    try await withServer {
      $0.limits.headSeconds = 1
      $0.limits.silenceSeconds = 1
    } _: { server in
      let silent = try Wire(port: server.port)
      try silent.write(Array("GET / HT".utf8))
      let dribbling = try Wire(port: server.port)
      let head = server.head(
        "POST", "/municipios/1200401/relogio", ["Origin": "http://\(server.host)", "Content-Length": "10"])
      try dribbling.write(head + Array("fuso".utf8))
      #expect(try await server.get("/municipios").status == 200)
      let told = try PageServer.Answer(try await offThePool { silent.readToTheEnd() })
      #expect(told.status == 408 && told.body.contains("O pedido demorou demais para chegar"))
      let cut = try PageServer.Answer(try await offThePool { dribbling.readToTheEnd() })
      #expect(cut.status == 408 && cut.headers["connection"] == "close")
    }
  }

  @Test func `one address has so many connections, and a proxy of ours has more`() async throws {
    for (trusted, status) in [([], 429), ([NetworkRange("127.0.0.0/8")].compactMap { $0 }, 200)] {
      try await withServer {
        $0.limits.connectionsPerAddress = 3
        $0.trustedProxies = trusted
      } _: { server in
        let held = try await offThePool { try (0..<3).map { _ in try Wire.held(port: server.port) } }
        defer { for wire in held { wire.end() } }
        let answer = try await server.get("/municipios")
        #expect(answer.status == status)
        if status == 429 {
          #expect(answer.headers["retry-after"] == "5" && answer.body.contains("Há conexões demais"))
        }
      }
    }
  }

  @Test func `a full server says so at once`() async throws {
    try await withServer {
      $0.limits.connections = 2
    } _: { server in
      let held = try await offThePool { try (0..<2).map { _ in try Wire.held(port: server.port) } }
      #expect(try await server.get("/municipios").status == 503)
      for wire in held { wire.end() }
    }
  }

  @Test func `one upload too many waits its turn`() throws {
    var limits = RequestLimits()
    limits.uploadsAtOnce = 1
    limits.requestsPerAddress = 2
    limits.requestsAtOnce = 3
    let places = RequestPlaces(limits)
    let (one, other) = (NetworkAddress("192.0.2.1"), NetworkAddress("192.0.2.2"))
    #expect(places.enter(one, isUpload: true) == nil)
    #expect(places.enter(other, isUpload: true) == .tooManyUploads)
    #expect(places.enter(one, isUpload: false) == nil)
    #expect(places.enter(one, isUpload: false) == .tooManyRequests)
    #expect(places.enter(other, isUpload: false) == nil)
    #expect(places.enter(other, isUpload: false) == .full)
    places.leave(one, isUpload: true)
    #expect(places.enter(other, isUpload: true) == nil)
    #expect(places.all == 3)
  }

  @Test func `counts of connections come back to nothing`() {
    var limits = RequestLimits()
    limits.connectionsPerAddress = 1
    let counts = ConnectionCounts(limits, proxies: ClientAddress(trusted: []))
    let address = NetworkAddress("2001:db8::1")
    #expect(counts.enter(address) == nil)
    #expect(counts.enter(NetworkAddress("2001:db8::2")) == .tooManyConnections)
    counts.leave(address)
    #expect(counts.all == 0 && counts.enter(address) == nil)
  }

  private func withServer(
    _ change: (inout Serving) -> Void, _ body: (PageServer) async throws -> Void
  ) async throws {
    var serving = Serving()
    change(&serving)
    try await withPages { prumo in try await PageServer.serve(prumo, as: serving, body) }
  }
}
