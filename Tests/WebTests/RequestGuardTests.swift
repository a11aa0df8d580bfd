import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// The guard of a connection, in a time that only the test moves.
@Suite struct RequestGuardTests {
  /// A connection that remembers the error that reached the pages.
  private struct Line {
    let channel: EmbeddedChannel
    let errors = Errors()

    init(_ change: (inout RequestLimits) -> Void = { _ in }) throws {
      var limits = RequestLimits()
      change(&limits)
      channel = EmbeddedChannel()
      let pages = try RefusalPages(Samples.bare)
      let notes = RefusalNotes(
        Measurements(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      try channel.pipeline.syncOperations.addHandlers([
        RequestGuard(limits, pages: pages, refusals: notes), errors,
      ])
      channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
    }

    func head(_ method: HTTPRequest.Method = .get, _ path: String = "/", _ fields: HTTPFields = [:]) throws {
      let request = HTTPRequest(
        method: method, scheme: "http", authority: "a", path: path, headerFields: fields)
      try channel.writeInbound(HTTPRequestPart.head(request))
    }

    func body(_ count: Int) throws {
      try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 65, count: count)))
    }

    func end() throws { try channel.writeInbound(HTTPRequestPart.end(nil)) }

    /// The status of the guard's own answer, nil without one.
    func refusal() throws -> Int? {
      var status: Int?
      while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
        if case .head(let head) = part {
          status = head.status.code
          guard status != 200 else { continue }
          #expect(head.headerFields[.connection] == "close")
          #expect(head.headerFields[.contentSecurityPolicy] != nil)
        }
      }
      return status
    }

    func arrived() throws -> Int {
      var count = 0
      while try channel.readInbound(as: HTTPRequestPart.self) != nil { count += 1 }
      return count
    }

    func pass(seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }
  }

  private final class Errors: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    var refusal: RequestRefusal?

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      refusal = error as? RequestRefusal ?? refusal
    }
  }

  @Test func `an address at the limit passes, one beyond does not`() throws {
    let line = try Line { $0.addressBytes = 20 }
    try line.head(.get, "/" + String(repeating: "a", count: 19))
    #expect(try line.refusal() == nil)
    #expect(try line.arrived() == 1)
    let longer = try Line { $0.addressBytes = 20 }
    try longer.head(.get, "/" + String(repeating: "a", count: 20))
    #expect(try longer.refusal() == 414)
    #expect(try longer.arrived() == 0)
  }

  @Test func `a form that announces too much is refused before a page sees it`() throws {
    let line = try Line { $0.formBytes = 100 }
    try line.head(.post, "/entrar", [.contentLength: "101"])
    #expect(try line.refusal() == 413)
    let fits = try Line { $0.formBytes = 100 }
    try fits.head(.post, "/entrar", [.contentLength: "100"])
    #expect(try fits.refusal() == nil)
  }

  @Test func `a form that brings more than it may is cut, announced or not`() throws {
    let line = try Line { $0.formBytes = 100 }
    try line.head(.post, "/entrar")
    try line.body(100)
    #expect(line.errors.refusal == nil)
    try line.body(1)
    #expect(line.errors.refusal == .bodyTooLarge)
    try line.body(1)
    #expect(try line.arrived() == 2)
  }

  @Test func `only where files are taken a body may be a file`() throws {
    for (path, status) in [
      ("/cargas", nil), ("/cargas?conferir=1", nil), ("/entrar", 413), ("/cargas/x", 413),
    ] {
      let line = try Line { $0.uploadBytes = 1_000_000 }
      try line.head(.post, path, [.contentLength: "1000000"])
      #expect(try line.refusal() == status, "\(path)")
    }
    let line = try Line { $0.uploadBytes = 1_000_000 }
    try line.head(.post, "/cargas", [.contentLength: String(1_000_000 + UploadLimits.envelopeBytes + 1)])
    #expect(try line.refusal() == 413)
  }

  @Test func `who opens a connection and says nothing hears why it ends`() throws {
    let line = try Line { $0.headSeconds = 5 }
    line.pass(seconds: 4)
    #expect(try line.refusal() == nil)
    line.pass(seconds: 2)
    #expect(try line.refusal() == 408)
    line.pass(seconds: 3)
    #expect(!line.channel.isActive)
  }

  @Test func `a body that stops arriving is cut, and the page is told`() throws {
    let line = try Line { $0.silenceSeconds = 5 }
    try line.head(.post, "/entrar")
    line.channel.read()
    line.pass(seconds: 6)
    #expect(line.errors.refusal == .tooSlow)
    #expect(line.channel.isActive)
    // The page answers, and then the connection ends.
    try line.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .requestTimeout)))
    try line.channel.writeOutbound(HTTPResponsePart.end(nil))
    line.pass(seconds: 3)
    #expect(!line.channel.isActive)
  }

  @Test func `an idle connection ends without a word`() throws {
    let line = try Line { $0.idleSeconds = 5 }
    try line.head()
    try line.end()
    line.pass(seconds: 60)
    #expect(line.channel.isActive)
    try line.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try line.channel.writeOutbound(HTTPResponsePart.end(nil))
    #expect(try line.refusal() != 408)
    line.pass(seconds: 6)
    #expect(try line.refusal() == nil)
    #expect(!line.channel.isActive)
  }
}
