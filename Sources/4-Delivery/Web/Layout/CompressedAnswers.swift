import CZlib
import HTTPTypes
import Hummingbird
import NIOCore

/// Text goes out as gzip to those who take it: a panel is a sixth of its size, which counts on a slow line.
/// What no cache may keep passes as it is: it holds secrets, which could be guessed from the compressed length of a page
/// that also repeats what was asked for (BREACH).
struct CompressedAnswers: RouterMiddleware {
  /// Below this a packet is a packet.
  static let smallestBytes = 1_024
  /// Zlib's scale from 1 to 9; beyond this it takes longer and saves little.
  private static let level: Int32 = 6

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard Self.isText(response.headers[.contentType]), !Self.holdsSecret(response) else { return response }
    response.headers[.vary] = "Accept-Encoding"
    guard Self.takesGzip(request.headers[.acceptEncoding]), response.status == .ok,
      let length = response.body.contentLength, length >= Self.smallestBytes
    else { return response }
    let collector = Collector()
    try await response.body.write(CollectingWriter(collector: collector))
    guard let compressed = Self.gzip(collector.bytes) else {
      response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: collector.bytes))
      return response
    }
    response.headers[.contentEncoding] = "gzip"
    response.headers[.contentLength] = String(compressed.count)
    if let mark = response.headers[.eTag], !mark.hasPrefix("W/") { response.headers[.eTag] = "W/" + mark }
    response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: compressed))
    return response
  }

  private static func holdsSecret(_ response: Response) -> Bool {
    response.headers[.cacheControl]?.contains(Caching.never) ?? false
  }

  private static func isText(_ type: String?) -> Bool {
    guard let type else { return false }
    return type.hasPrefix("text/") || type.hasPrefix("image/svg+xml") || type.hasPrefix("application/json")
  }

  /// `gzip`, `*`, but not `gzip;q=0`.
  static func takesGzip(_ header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { entry in
      let parts = entry.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let name = parts.first, name == "gzip" || name == "*" else { return false }
      return !parts.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.000") || $0 == "q=0.0" }
    }
  }

  /// Nil when zlib says no, which it does only without memory.
  static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard prumo_deflate_init_gzip(&stream, level) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
  }
}

/// Where a body is written to instead of the line.
private final class Collector {
  var bytes: [UInt8] = []
}

private struct CollectingWriter: ResponseBodyWriter {
  let collector: Collector

  mutating func write(_ buffer: ByteBuffer) async throws {
    collector.bytes.append(contentsOf: buffer.readableBytesView)
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
