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
  /// Of everyone in the cast, signed in with the second factor.
  let tokens: [Member: String]

  struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: String
  }

  /// Serves while the closure runs.
  static func serve<R>(
    _ prumo: Prumo, _ body: (PageServer) async throws -> R
  ) async throws -> R {
    let (ports, found) = AsyncStream<Int>.makeStream()
    let application = prumoApplication(
      prumo: prumo, home: .AC, host: "127.0.0.1", port: 0,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
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
      let result = try await body(PageServer(port: port, tokens: tokens))
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
    _ content: [UInt8], name: String = "folha.csv", to path: String = "/cargas", field: String = "arquivo"
  ) async throws -> Answer {
    let form = Self.form(content, name: name, field: field)
    return try await send(head("POST", path, uploadHeaders(length: form.count)) + form)
  }

  func uploadHeaders(length: Int) -> [String: String] {
    [
      "Origin": "http://\(host)", "Content-Type": "multipart/form-data; boundary=limite",
      "Content-Length": String(length),
    ]
  }

  static func form(_ content: [UInt8], name: String, field: String = "arquivo") -> [UInt8] {
    let disposition = "form-data; name=\"\(field)\"; filename=\"\(name)\""
    return Array("--limite\r\nContent-Disposition: \(disposition)\r\nContent-Type: text/csv\r\n\r\n".utf8)
      + content
      + Array("\r\n--limite--\r\n".utf8)
  }

  func head(
    _ method: String, _ path: String, _ headers: [String: String], as member: Member? = .iara
  ) -> [UInt8] {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"]
    if let token = member.flatMap({ tokens[$0] }) { lines.append("Cookie: prumo=\(token)") }
    return Array((lines + headers.map { "\($0): \($1)" }).joined(separator: "\r\n").utf8)
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

  fileprivate init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { throw Unreadable(text: String(text.prefix(200))) }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Unreadable(text: lines[0])
    }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let pieces = line.split(separator: ":", maxSplits: 1)
      if pieces.count == 2 { headers[pieces[0].lowercased()] = String(pieces[1].drop { $0 == " " }) }
    }
    self.init(status: status, headers: headers, body: String(text[end.upperBound...]))
  }
}

/// One connection, blocking.
private struct Wire {
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
    defer { close(socketNumber) }
    try write(bytes)
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socketNumber, &buffer, buffer.count, 0)
      if count <= 0 { return all }
      all += buffer.prefix(count)
    }
  }

  func leave(after bytes: [UInt8]) throws {
    defer { close(socketNumber) }
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws {
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
