import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Synchronization
import TestCast
import TestSupport
import UseCases
import Vocabulary
import Web

/// The pages on a free port, and a client that says exactly what a test wants said.
struct PageServer: Sendable {
  let port: Int
  /// With a public address by https the cookie insists on it.
  let cookieName: String
  /// Of everyone in the cast, signed in with the second factor.
  let tokens: [Member: String]
  /// Asks the server to end, as the system does.
  var end: @Sendable () async -> Void = {}

  struct Answer: Sendable {
    let status: Int
    /// The first of each name.
    let headers: [String: String]
    /// Every cookie that was set, as it stands in the answer.
    let cookies: [String]
    let body: String
  }

  /// Serves while the closure runs.
  static func serve<R>(
    _ prumo: Prumo, as serving: Serving = Serving(),
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ body: (PageServer) async throws -> R
  ) async throws -> R {
    let (ports, found) = AsyncStream<Int>.makeStream()
    let application = try prumoApplication(
      prumo: prumo, home: .AC, serving: serving, logger: logger,
      onListening: { address in
        found.yield(address.split(separator: ":").last.flatMap { Int($0) } ?? 0)
        found.finish()
      })
    let group = ServiceGroup(
      services: [application], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let running = Task { try await group.run() }
    var port = 0
    for await value in ports { port = value }
    do {
      var tokens: [Member: String] = [:]
      for member in Member.allCases { tokens[member] = try await prumo.token(of: member) }
      let server = PageServer(
        port: port, cookieName: serving.cookieName, tokens: tokens,
        end: { await group.triggerGracefulShutdown() })
      let result = try await body(server)
      await group.triggerGracefulShutdown()
      try await running.value
      return result
    } catch {
      await group.triggerGracefulShutdown()
      _ = try? await running.value
      throw error
    }
  }

  var host: String { "127.0.0.1:\(port)" }

  /// As a member of the cast, who is the administrator where nothing else is said; nil is nobody.
  func get(
    _ path: String, as member: Member? = .iara, headers: [String: String] = [:], method: String = "GET"
  ) async throws -> Answer {
    try await send(head(method, path, headers, as: member))
  }

  /// A form posted by one of our own pages.
  func post(
    _ path: String, _ form: String, as member: Member? = .iara, headers: [String: String]? = nil
  ) async throws -> Answer {
    var all = headers ?? ["Origin": "http://\(host)"]
    all["Content-Type"] = "application/x-www-form-urlencoded"
    all["Content-Length"] = String(form.utf8.count)
    return try await send(head("POST", path, all, as: member) + Array(form.utf8))
  }

  /// A file as a browser sends it.
  func upload(
    _ content: [UInt8], name: String = "folha.csv", to path: String = "/cargas", field: String = "arquivo",
    type: String = "text/csv"
  ) async throws -> Answer {
    let form = Self.form(content, name: name, field: field, type: type)
    return try await send(head("POST", path, uploadHeaders(length: form.count)) + form)
  }

  func uploadHeaders(length: Int) -> [String: String] {
    [
      "Origin": "http://\(host)", "Content-Type": "multipart/form-data; boundary=limite",
      "Content-Length": String(length),
    ]
  }

  static func form(
    _ content: [UInt8], name: String, field: String = "arquivo", type: String = "text/csv"
  ) -> [UInt8] {
    let disposition = "form-data; name=\"\(field)\"; filename=\"\(name)\""
    return Array("--limite\r\nContent-Disposition: \(disposition)\r\nContent-Type: \(type)\r\n\r\n".utf8)
      + content
      + Array("\r\n--limite--\r\n".utf8)
  }

  func head(
    _ method: String, _ path: String, _ headers: [String: String], as member: Member? = .iara
  ) -> [UInt8] {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: \(headers["Host"] ?? host)", "Connection: close"]
    if let token = member.flatMap({ tokens[$0] }) {
      lines.append("Cookie: \(cookieName)=\(token)")
    }
    return Array(
      (lines + headers.filter { $0.key != "Host" }.map { "\($0): \($1)" }).joined(separator: "\r\n").utf8)
      + Array("\r\n\r\n".utf8)
  }

  /// Sends bytes as they are and reads until the server closes.
  func send(_ bytes: [UInt8]) async throws -> Answer {
    let all = try await offThePool { try Wire(port: port).exchange(bytes) }
    return try Answer(all)
  }

  /// Sends bytes and leaves without waiting for an answer.
  func sendAndLeave(_ bytes: [UInt8]) async throws {
    try await offThePool { try Wire(port: port).leave(after: bytes) }
  }
}

extension PageServer.Answer {
  struct Unreadable: Error { let text: String }

  init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { throw Unreadable(text: String(text.prefix(200))) }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Unreadable(text: lines[0])
    }
    var headers: [String: String] = [:]
    var cookies: [String] = []
    for line in lines.dropFirst() {
      let pieces = line.split(separator: ":", maxSplits: 1)
      guard pieces.count == 2 else { continue }
      let (name, value) = (pieces[0].lowercased(), String(pieces[1].drop { $0 == " " }))
      if headers[name] == nil { headers[name] = value }
      if name == "set-cookie" { cookies.append(value) }
    }
    self.init(status: status, headers: headers, cookies: cookies, body: String(text[end.upperBound...]))
  }
}

/// One connection, blocking.
struct Wire: Sendable {
  struct Fault: Error { let code: Int32 }

  private let socketNumber: Int32

  init(port: Int) throws {
    socketNumber = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socketNumber, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Fault(code: errno) }
  }

  func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
    try write(bytes)
    return readToTheEnd()
  }

  /// What arrives until the server closes; then closes too.
  func readToTheEnd() -> [UInt8] {
    defer { end() }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socketNumber, &buffer, buffer.count, 0)
      if count <= 0 { return all }
      all += buffer.prefix(count)
    }
  }

  func leave(after bytes: [UInt8]) throws {
    defer { end() }
    try write(bytes)
  }

  /// A connection that the server knows of: it has answered on it, and it stays open.
  static func held(port: Int) throws -> Wire {
    let wire = try Wire(port: port)
    try wire.write(Array("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
    var buffer = [UInt8](repeating: 0, count: 4_096)
    guard recv(wire.socketNumber, &buffer, buffer.count, 0) > 0 else { throw Fault(code: errno) }
    return wire
  }

  func end() { close(socketNumber) }

  func write(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socketNumber, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // A server that has refused already may close before all is sent; its answer is there to be read.
      guard count > 0 else { return }
      sent += count
    }
  }
}
