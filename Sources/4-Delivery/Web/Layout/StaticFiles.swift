import Assets
import Charts
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

/// The style sheet, the script and the mark. Their addresses change with their content, so browsers keep them for good.
struct StaticFiles: Sendable {
  struct File: Sendable {
    let type: String
    let content: ByteBuffer
    let mark: String
  }

  static let shared = StaticFiles()

  private let files: [String: File]
  let addresses: AssetAddresses

  private init() {
    let styles = (Assets.text("Browser/prumo.css") ?? "") + "\n/* Charts */\n" + Charts.styleSheet
    let sources = [
      ("prumo.css", "text/css; charset=utf-8", Array(styles.utf8)),
      ("upload.js", "text/javascript; charset=utf-8", Assets.bytes("Browser/upload.js") ?? []),
      ("mark.svg", "image/svg+xml", Assets.bytes("Browser/mark.svg") ?? []),
    ]
    var files: [String: File] = [:]
    for (name, type, bytes) in sources {
      files[name] = File(type: type, content: ByteBuffer(bytes: bytes), mark: Self.mark(of: bytes))
    }
    self.files = files
    func address(_ name: String) -> String { "/recursos/\(files[name]?.mark ?? "0")/\(name)" }
    addresses = AssetAddresses(
      styles: address("prumo.css"), mark: address("mark.svg"), uploadScript: address("upload.js"))
  }

  func answer(_ request: Request, _ context: PageContext) throws -> Response {
    guard let file = files[context.part("nome")] else { throw Problem.notFound(rule: "page.unknown") }
    let isCurrent = context.part("marca") == file.mark
    let headers: HTTPFields = [
      .contentType: file.type, .eTag: "\"\(file.mark)\"",
      .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
    ]
    if request.headers[.ifNoneMatch] == "\"\(file.mark)\"" {
      return Response(status: .notModified, headers: headers)
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.content))
  }

  /// FNV-1a of 64 bits: tells versions of our own files apart, and guards nothing.
  private static func mark(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
