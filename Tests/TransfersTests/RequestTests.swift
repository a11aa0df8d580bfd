import Foundation
import Glibc
import Testing

@testable import Transfers

/// Against a real server; the limits are the subject, so most tests set their own.
@Suite struct RequestTests {
  private let short = TransferLimits(
    connectMilliseconds: 300, totalMilliseconds: 300, maximumAnswerBytes: 1_000)
  private let patient = TransferLimits(
    connectMilliseconds: 20_000, totalMilliseconds: 60_000, maximumAnswerBytes: 1_000)

  @Test func `a server where nobody listens is unreachable`() async throws {
    let free = try BoundPort(listens: false)
    await #expect(throws: TransferFailure.unreachable) {
      try await send(WebRequest(free.address), limits: patient)
    }
  }

  @Test func `a server that takes the connection and says nothing times out`() async throws {
    let mute = try BoundPort(listens: true)
    await #expect(throws: TransferFailure.timedOut) {
      try await send(WebRequest(mute.address), limits: short)
    }
  }

  @Test func `a server that does not even take the connection times out`() async throws {
    let full = try BoundPort(listens: true)
    try full.fill()
    let limits = TransferLimits(
      connectMilliseconds: 300, totalMilliseconds: 60_000, maximumAnswerBytes: 1_000)
    await #expect(throws: TransferFailure.timedOut) {
      try await send(WebRequest(full.address), limits: limits)
    }
  }

  @Test func `an answer that never ends times out`() async throws {
    try await Peer.serve { peer in
      await #expect(throws: TransferFailure.timedOut) {
        try await send(WebRequest(peer.address("/never")), limits: short)
      }
    }
  }

  @Test(arguments: ["bytes", "pieces"])
  func `an answer may be as long as the limit and not one byte longer`(path: String) async throws {
    try await Peer.serve { peer in
      await #expect(throws: TransferFailure.tooLarge(limitBytes: 1_000)) {
        try await send(WebRequest(peer.address("/\(path)/1001")), limits: patient)
      }
      let answer = try await send(WebRequest(peer.address("/\(path)/1000")), limits: patient)
      #expect(answer.body == [UInt8](repeating: 0x61, count: 1_000))
    }
  }

  @Test func `headers have a limit too`() async throws {
    let limit = TransferLimits.maximumHeaderBytes
    try await Peer.serve { peer in
      await #expect(throws: TransferFailure.tooLarge(limitBytes: limit)) {
        try await send(WebRequest(peer.address("/long-header/\(limit)")), limits: patient)
      }
    }
    let traffic = Traffic(limits: patient, sending: [], cancellation: Cancellation())
    let line = [UInt8](repeating: 0x61, count: limit)
    #expect(line.withUnsafeBytes { traffic.takeHeader($0) })
    #expect(traffic.stopped == nil)
    #expect([0x61].withUnsafeBytes { !traffic.takeHeader(.init(rebasing: $0.prefix(1))) })
    #expect(traffic.stopped == .tooLarge(limitBytes: limit))
  }

  @Test func `a cancelled task ends its transfer`() async throws {
    try await Peer.serve { peer in
      let asking = Task { try await send(WebRequest(peer.address("/never")), limits: patient) }
      for await _ in peer.hung { break }
      asking.cancel()
      await #expect(throws: TransferFailure.cancelled) { try await asking.value }
    }
  }

  @Test func `one transfer more than there are places is refused at once`() async throws {
    let places = TransferPlaces(count: 2)
    try await places.lending { () async throws(TransferFailure) in
      try await places.lending { () async throws(TransferFailure) in
        _ = await #expect(throws: TransferFailure.busy) {
          try await places.lending { () async throws(TransferFailure) in }
        }
      }
      try await places.lending { () async throws(TransferFailure) in }
    }
  }

  @Test(arguments: [
    ("X-Test", "a\r\nHost: outro"), ("X-Test", "á"), ("X Test", "a"), ("X-Tést", "a"), ("", "a"),
  ])
  func `a header that could become another is not sent`(name: String, value: String) async throws {
    let free = try BoundPort(listens: false)
    await #expect(throws: TransferFailure.unusable(part: "header")) {
      try await send(WebRequest(free.address, headers: [.init(name, value)]), limits: short)
    }
  }

  @Test func `a redirect is an answer and is not followed`() async throws {
    try await Peer.serve { peer in
      let answer = try await send(WebRequest(peer.address("/elsewhere")), limits: patient)
      #expect(answer.status == 302)
      #expect(answer.header("LOCATION") == "/bytes/5")
      #expect(throws: TransferFailure.refused(status: 302)) { try answer.accepted() }
    }
  }

  @Test(arguments: [400, 401, 404, 429, 500, 503])
  func `a bad status comes back as it is`(status: Int) async throws {
    try await Peer.serve { peer in
      let answer = try await send(WebRequest(peer.address("/status/\(status)")), limits: patient)
      #expect(answer.status == status)
      #expect(throws: TransferFailure.refused(status: status)) { try answer.accepted() }
    }
  }

  @Test func `a question says who asks and what was given, and nothing more`() async throws {
    try await Peer.serve { peer in
      let answer = try await send(
        WebRequest(peer.address("/said?a=%20b"), headers: [.init("Accept", "application/json")]),
        limits: patient)
      let text = String(decoding: try answer.accepted(), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first == "GET /said?a=%20b")
      #expect(
        lines.dropFirst(2).map { $0.lowercased() }.sorted().filter { !$0.hasPrefix("host:") } == [
          "accept: application/json", "user-agent: prumo",
        ])
      #expect(answer.header("content-type") == "text/plain")
    }
  }

  @Test func `a form is sent whole, with the sign-in of the program`() async throws {
    try await Peer.serve { peer in
      let answer = try await send(
        WebRequest(
          peer.address("/said"), form: FormFields([("código", "a b"), ("outro", "")]),
          headers: [.basic(user: "pru mo", password: "s:é")]), limits: patient)
      let lines = String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
      #expect(lines[0] == "POST /said")
      #expect(lines[1] == "c%C3%B3digo=a%20b&outro=")
      // pru%20mo:s%3A%C3%A9
      #expect(lines.contains { $0.lowercased() == "authorization: basic chj1jtiwbw86cyuzqsvdmyvboq==" })
      #expect(lines.contains { $0.lowercased() == "content-type: application/x-www-form-urlencoded" })
    }
  }

  @Test func `a request tells no secret when it is written out`() throws {
    let request = WebRequest(
      try #require(WebAddress("https://exemplo.gov.br/?code=segredo")),
      form: FormFields([("client_secret", "segredo")]), headers: [.basic(user: "a", password: "segredo")])
    var dumped = ""
    dump(request, to: &dumped)
    for text in ["\(request)", String(reflecting: request), "\([request])", dumped] {
      #expect(!text.contains("segredo") && !text.contains("Basic"))
    }
  }
}

/// A port that is taken on this machine, with or without somebody who listens, and nobody who ever answers.
final class BoundPort {
  private let descriptor: Int32
  private var fillers: [Int32] = []
  private let port: in_port_t

  struct Unavailable: Error {}

  init(listens: Bool) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = Self.loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isBound = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    port = name.sin_port
    guard isBound, !listens || listen(descriptor, 0) == 0 else { throw Unavailable() }
  }

  deinit {
    close(descriptor)
    for filler in fillers { close(filler) }
  }

  var address: WebAddress { WebAddress("http://127.0.0.1:\(port.bigEndian)/")! }

  /// Takes every place in the queue of connections; the system then leaves the next ones without an answer.
  func fill() throws {
    for _ in 0..<8 {
      let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
      fillers.append(filler)
      var name = Self.loopback(port: port)
      withUnsafeMutablePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = connect(filler, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
  }

  private static func loopback(port: in_port_t) -> sockaddr_in {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port
    name.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return name
  }
}
