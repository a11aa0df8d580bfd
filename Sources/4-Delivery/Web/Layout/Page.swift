import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// A page: its frame, its own stored properties, and the template that has its name.
protocol Page: Sendable {
  var frame: Frame { get }
}

extension Page {
  static var templateName: String { String(describing: Self.self) }

  func response(status: HTTPResponse.Status = .ok) throws -> Response {
    let html = try Templates.shared.html(of: self)
    return Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-cache"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }
}
