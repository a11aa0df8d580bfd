import HTTPTypes
import NIOCore

/// The pages of refusals that are given below the router, made once: a refusal costs next to nothing.
struct RefusalPages: Sendable {
  private let pages: [RequestRefusal: ByteBuffer]

  init(_ surroundings: Surroundings) throws {
    var pages: [RequestRefusal: ByteBuffer] = [:]
    for refusal in RequestRefusal.allCases {
      let html = try Templates.shared.html(of: MessagePage(refusal.problem, surroundings: surroundings))
      pages[refusal] = ByteBuffer(string: html)
    }
    self.pages = pages
  }

  func body(_ refusal: RequestRefusal) -> ByteBuffer { pages[refusal] ?? ByteBuffer() }

  /// The last answer of its connection.
  func head(_ refusal: RequestRefusal) -> HTTPResponse {
    var fields: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .connection: "close",
      .contentLength: String(body(refusal).readableBytes),
    ]
    if let seconds = refusal.retrySeconds { fields[.retryAfter] = String(seconds) }
    SecurityHeaders.put(on: &fields)
    return HTTPResponse(status: .init(code: refusal.status), headerFields: fields)
  }

  /// For a connection that speaks no HTTP yet.
  func bytes(_ refusal: RequestRefusal) -> ByteBuffer {
    let head = head(refusal)
    var bytes = ByteBuffer()
    bytes.writeString("HTTP/1.1 \(head.status.code) \(head.status.reasonPhrase)\r\n")
    for field in head.headerFields { bytes.writeString("\(field.name): \(field.value)\r\n") }
    bytes.writeString("\r\n")
    bytes.writeImmutableBuffer(body(refusal))
    return bytes
  }
}
