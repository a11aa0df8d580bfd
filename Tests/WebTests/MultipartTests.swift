import Testing
import Vocabulary

@testable import Web

@Suite struct MultipartTests {
  private static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

  private static func form(_ parts: [(head: String, content: [UInt8])], closing: String = "--\r\n") -> [UInt8]
  {
    let pieces = parts.map { part in
      Array("--\(boundary)\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8) + part.content
        + Array("\r\n".utf8)
    }
    return pieces.flatMap(\.self) + Array("--\(boundary)\(closing)".utf8)
  }

  private static func file(_ content: [UInt8]) -> [UInt8] {
    form([("name=\"arquivo\"; filename=\"folha.csv\"", content)])
  }

  /// Fields and files of a form given in pieces of one size.
  private static func read(_ bytes: [UInt8], piece: Int) throws -> [String: [UInt8]] {
    var reader = MultipartReader(boundary: boundary)
    var contents: [String: [UInt8]] = [:]
    var name = ""
    for start in stride(from: 0, to: bytes.count, by: piece) {
      for event in try reader.read(bytes[start..<min(start + piece, bytes.count)]) {
        switch event {
        case .partBegan(let header):
          name = header.fileName ?? header.name
          contents[name] = []
        case .content(let bytes): contents[name, default: []] += bytes
        case .partEnded, .formEnded: break
        }
      }
    }
    try reader.finish()
    return contents
  }

  @Test func `a form that was cut before its end is refused`() throws {
    let whole = Self.file(Array("a;b\r\n1;2\r\n".utf8))
    for length in 0..<(whole.count - 2) {
      #expect(throws: MultipartReader.damaged) { try Self.read(Array(whole.prefix(length)), piece: 7) }
    }
  }

  @Test(arguments: ["", "not a form at all, and long enough to be looked at by anybody", "\r\n"])
  func `what does not begin with the boundary is refused`(text: String) {
    #expect(throws: MultipartReader.damaged) { try Self.read(Array(text.utf8), piece: 5) }
  }

  @Test func `a part without a name is refused`() {
    #expect(throws: MultipartReader.damaged) { try Self.read(Self.form([("filename=\"x\"", [1])]), piece: 9) }
  }

  @Test func `headers are taken up to their limit and not one byte beyond`() throws {
    let beginning = "name=\"x\"; filename=\"folha.csv\"; z="
    let disposition = "Content-Disposition: form-data; "
    let room = UploadLimits.partHeaderBytes - beginning.utf8.count - disposition.utf8.count
    func form(_ padding: Int) -> [UInt8] {
      Self.form([(beginning + String(repeating: "a", count: padding), [1, 2])])
    }
    for piece in [1, 4_096, 100_000] {
      #expect(try Self.read(form(room), piece: piece) == ["folha.csv": [1, 2]])
      #expect(throws: MultipartReader.damaged) { try Self.read(form(room + 1), piece: piece) }
    }
  }

  @Test func `parts are taken up to their limit and not one beyond`() throws {
    func form(_ count: Int) -> [UInt8] { Self.form((0..<count).map { ("name=\"f\($0)\"", [UInt8($0)]) }) }
    #expect(try Self.read(form(UploadLimits.parts), piece: 64).count == UploadLimits.parts)
    #expect(throws: MultipartReader.damaged) { try Self.read(form(UploadLimits.parts + 1), piece: 64) }
  }

  @Test func `however a form is cut on the way it says the same`() throws {
    let tricky =
      Array("\r\n--\r\n-\(Self.boundary)\r\n--\(Self.boundary.dropLast())X\r\r\n\r\n--".utf8) + [0, 255, 13]
    let bytes = Self.form([
      ("name=\"nota\"", []), ("name=\"arquivo\"; filename=\"folha.csv\"", tricky),
      ("name=\"fim\"", Array("ok".utf8)),
    ])
    for piece in 1...bytes.count {
      let contents = try Self.read(bytes, piece: piece)
      #expect(contents == ["nota": [], "folha.csv": tricky, "fim": Array("ok".utf8)])
    }
    // Two cuts, at every place.
    for first in 0..<bytes.count {
      var reader = MultipartReader(boundary: Self.boundary)
      let events = try reader.read(bytes[..<first]) + reader.read(bytes[first...])
      #expect(events.last == .formEnded)
    }
  }

  @Test func `what follows the closing boundary is let go`() throws {
    let bytes = Self.file([65]) + Array("\r\nepilogue --\(Self.boundary)".utf8)
    #expect(try Self.read(bytes, piece: 3) == ["folha.csv": [65]])
  }

  @Test func `it knows how many bytes stand before and after the file`() throws {
    let content = [UInt8](repeating: 66, count: 10_000)
    let bytes = Self.file(content)
    for piece in [1, 50, 100, 60_000] {
      var reader = MultipartReader(boundary: Self.boundary)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        _ = try reader.read(bytes[start..<min(start + piece, bytes.count)])
      }
      #expect(Int64(bytes.count) - reader.bytesBeforeContent - reader.closingBytes == 10_000)
    }
  }

  @Test(arguments: [
    ("name=\"arquivo\"; filename=\"C:\\\\Meus Documentos\\\\folha.csv\"", "folha.csv"),
    ("name=\"arquivo\"; filename=\"/home/ana/fólha 2.csv\"", "fólha 2.csv"),
    ("name=arquivo; filename=folha.csv", "folha.csv"),
    ("NAME=\"arquivo\"; FileName=\"a%22b.csv\"", "a\"b.csv"),
    ("name=\"arquivo\"; filename=\"a;b.csv\"", "a;b.csv"), ("name=\"arquivo\"; filename=\"\"", ""),
    ("name=\"arquivo\"; filename=\"\u{1}x\u{7F}.csv\"", "x.csv"),
  ])
  func `a file keeps the last part of its name`(head: String, name: String) throws {
    let header = PartHeader(lines: Array("Content-Disposition: form-data; \(head)\r\nX: y".utf8)[...])
    #expect(header?.fileName == name)
    #expect(header?.name == "arquivo")
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=abc", "abc"),
    ("multipart/form-data; charset=utf-8; boundary=\"a b\"", "a b"),
    ("Multipart/Form-Data;boundary=abc", "abc"), ("multipart/form-data", nil),
    ("multipart/form-data; boundary=", nil),
    ("text/plain; boundary=abc", nil), ("", nil),
    (
      "multipart/form-data; boundary=\(String(repeating: "x", count: 70))",
      String(repeating: "x", count: 70)
    ), ("multipart/form-data; boundary=\(String(repeating: "x", count: 71))", nil),
  ])
  func `the boundary stands in the content type`(type: String, boundary: String?) {
    #expect(UploadBody.boundary(type) == boundary)
  }

  @Test func `noise never breaks the reader`() {
    var generator = RepeatedNoise(state: 7)
    for _ in 0..<2_000 {
      var bytes = Self.file(Array("a;b\r\n--1;2\r\n".utf8))
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = try? Self.read(bytes, piece: Int.random(in: 1...40, using: &generator))
    }
  }
}

/// The same noise on every run: a linear congruence (Knuth's MMIX).
private struct RepeatedNoise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
