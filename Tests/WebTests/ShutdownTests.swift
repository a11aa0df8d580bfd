import Indicators
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@testable import Web

/// The end of the program while a file is on its way.
@Suite struct ShutdownTests {
  @Test func `what is under way is finished, and nothing new is taken`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let (wire, rest) = try await halfAnUpload(server, prumo)
        await server.end()
        try await refusesNewConnections(server)
        try wire.write(rest)
        let answer = try PageServer.Answer(try await offThePool { wire.readToTheEnd() })
        #expect(answer.status == 303)
        #expect(try await newest(prumo)?.state == .committed)
      }
    }
  }

  @Test func `what takes too long is interrupted, and the history says so`() async throws {
    var serving = Serving()
    serving.shutdownSeconds = 0
    let hasty = serving
    try await withPages { prumo in
      let wire = try await PageServer.serve(prumo, as: hasty) { server in
        let (wire, _) = try await halfAnUpload(server, prumo)
        await server.end()
        return wire
      }
      // The server has ended by now, although the client never did.
      wire.end()
      #expect(try await newest(prumo)?.state == .interrupted)
      #expect(prumo.loadsRunning == 0)
    }
  }

  /// An upload of which the server has the first half and reads it.
  private func halfAnUpload(_ server: PageServer, _ prumo: Prumo) async throws -> (Wire, [UInt8]) {
    var payroll = Payroll(month: "202310")
    payroll.pay(1...20_000, in: "0139", place: "RIO BRANCO", value: "600,00")
    let form = PageServer.form(payroll.bytes, name: "metade.csv")
    let head = server.head("POST", "/cargas", server.uploadHeaders(length: form.count))
    let wire = try Wire(port: server.port)
    try await offThePool { try wire.write(head + form.prefix(form.count / 2)) }
    while try await newest(prumo)?.file.name != "metade.csv" { await Task.yield() }
    return (wire, Array(form.dropFirst(form.count / 2)))
  }

  private func newest(_ prumo: Prumo) async throws -> Load? {
    try await prumo.loads(limit: 1, for: .tester).first?.load
  }

  /// The listening socket goes a moment after it is asked to.
  private func refusesNewConnections(_ server: PageServer) async throws {
    while let wire = try? Wire(port: server.port) {
      wire.end()
      await Task.yield()
    }
  }
}
