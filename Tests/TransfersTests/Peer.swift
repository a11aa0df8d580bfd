import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Transfers

/// A web server on a free port of this machine that answers as the worst do: much, slowly, or with the way elsewhere.
struct Peer {
  let port: Int
  let scheme: String
  /// A word for each request that was begun and will never be answered.
  let hung: AsyncStream<Void>

  func address(_ path: String, host: String = "127.0.0.1") -> WebAddress {
    WebAddress("\(scheme)://\(host):\(port)\(path)")!
  }

  @discardableResult static func serve<R>(
    _ certificate: TestCertificate? = nil, _ body: (Peer) async throws -> R
  ) async throws -> R {
    let (ports, found) = AsyncStream<Int>.makeStream()
    let (hung, hang) = AsyncStream<Void>.makeStream()
    let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let application = Application(
      router: router(hang), server: try certificate.map(encrypted) ?? .http1(),
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        found.yield(channel.localAddress?.port ?? 0)
        found.finish()
      }, logger: silent)
    let group = ServiceGroup(services: [application], logger: silent)
    let running = Task { try await group.run() }
    var port = 0
    for await value in ports { port = value }
    let result: Result<R, any Error>
    do {
      result = .success(
        try await body(Peer(port: port, scheme: certificate == nil ? "http" : "https", hung: hung)))
    } catch {
      result = .failure(error)
    }
    await group.triggerGracefulShutdown()
    _ = try? await running.value
    return try result.get()
  }

  private static func encrypted(_ certificate: TestCertificate) throws -> HTTPServerBuilder {
    try .tls(
      .http1(),
      tlsConfiguration: .makeServerConfiguration(
        certificateChain: [.certificate(NIOSSLCertificate(bytes: certificate.bytes, format: .der))],
        privateKey: .privateKey(
          NIOSSLPrivateKey(bytes: Array(certificate.key.pemRepresentation.utf8), format: .pem))))
  }

  private static func router(
    _ hang: AsyncStream<Void>.Continuation
  ) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/bytes/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x61, count: count)))
    }
    // Of a length that is not told before.
    router.get("/pieces/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Response(
        status: .ok,
        body: ResponseBody { writer in
          for _ in 0..<count { try await writer.write(ByteBuffer(repeating: 0x61, count: 1)) }
          try await writer.finish(nil)
        })
    }
    router.get("/status/{status}") { _, context in
      Response(status: .init(code: try context.parameters.require("status", as: Int.self)))
    }
    router.get("/elsewhere") { _, _ in
      Response(status: .found, headers: [.location: "/bytes/5"])
    }
    router.get("/long-header/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Response(status: .ok, headers: [.server: String(repeating: "a", count: count)])
    }
    router.get("/never") { _, _ in
      hang.yield()
      try await gracefulShutdown()
      return Response(status: .ok)
    }
    router.get("/said") { request, _ in said(request, body: "") }
    router.post("/said") { request, _ in
      said(request, body: String(buffer: try await request.body.collect(upTo: 1 << 16)))
    }
    return router
  }

  /// What the server heard, a line each.
  private static func said(_ request: Request, body: String) -> Response {
    var lines = ["\(request.method.rawValue) \(request.uri.string)", body]
    lines += request.headers.map { "\($0.name.canonicalName): \($0.value)" }
    return Response(
      status: .ok, headers: [.contentType: " text/plain "],
      body: ResponseBody(byteBuffer: ByteBuffer(string: lines.joined(separator: "\n"))))
  }
}
