import Extracts
import Synchronization
import Testing
import Vocabulary

@Suite struct BoundariesTests {
  private func read(_ text: String) throws -> BoundariesExtract {
    try readBoundaries(
      from: .stream(TextStream(text), name: "contornos.json", expectedBytes: nil), progress: { _ in },
      isCancelled: { false })
  }

  private func feature(_ properties: String, at point: String = "[-52,-14]") -> String {
    """
    {"type":"Feature","properties":\(properties),"geometry":{"type":"Polygon","coordinates":[[\(point),[-51,-14],\
    [-51,-13],[-52,-14]]]}}
    """
  }

  private func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  @Test(arguments: ["{", "{}", "{\"features\": 3}", "[1]", "{\"features\":[1]}"])
  func `what is no GeoJSON is refused`(text: String) {
    #expect(throws: Problem.invalid(field: "arquivo", rule: "boundaries.notGeoJSON")) { try read(text) }
  }

  @Test func `outlines without a municipality's code are refused`() {
    #expect(throws: Problem.invalid(field: "arquivo", rule: "boundaries.noneKnown")) {
      try read(collection(feature("{\"name\":\"Lugar\"}"), feature("{\"ibge7\":\"5100202\"}")))
    }
  }

  @Test func `coordinates that are no degrees of Brazil are refused`() {
    #expect(throws: Problem.invalid(field: "arquivo", rule: "boundaries.projected")) {
      try read(collection(feature("{\"ibge7\":\"5100201\"}", at: "[512345.6,8412345.1]")))
    }
  }

  @Test func `a source that is no regular file is refused and not waited for`() {
    #expect(throws: ExtractFailure.notRegularFile) { try lookAt(.file(path: "/dev/null")) }
    #expect(throws: ExtractFailure.directory) { try lookAt(.file(path: "/tmp")) }
  }

  @Test(arguments: ["{\"ibge7\":\"5100201\"}", "{\"CD_MUN\":5100201}", "{\"codarea\":\"5100201\",\"x\":1}"])
  func `the code is found under the names that published meshes use`(properties: String) throws {
    let extract = try read(collection(feature(properties), feature("{}")))
    #expect(extract.boundaries.map(\.code) == [IBGECode("5100201")!])
    #expect(extract.featuresRead == 2)
    #expect(extract.boundaries[0].rings[0].count == 4)
    #expect(extract.file.sha256.count == 64)
  }

  @Test func `an exclave in a feature of its own belongs to its municipality`() throws {
    let extract = try read(collection(feature("{\"ibge7\":\"5100201\"}"), feature("{\"ibge7\":\"5100201\"}")))
    #expect(extract.boundaries.map(\.rings.count) == [2])
  }

  @Test func `a stream gives its first bytes once more after the look`() throws {
    let text = collection(feature("{\"ibge7\":\"5100201\"}"))
    let look = try lookAt(.stream(TextStream(text), name: "a", expectedBytes: nil))
    #expect(look.kind == .outlines)
    let extract = try readBoundaries(from: look.source, progress: { _ in }, isCancelled: { false })
    #expect(extract.file.bytes == Int64(text.utf8.count))
  }
}

private final class TextStream: ByteStream {
  private let rest: Mutex<ArraySlice<UInt8>>

  init(_ text: String) {
    rest = Mutex(Array(text.utf8)[...])
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let piece = rest.withLock { rest in
      let piece = rest.prefix(min(buffer.count, 100))
      rest = rest.dropFirst(piece.count)
      return piece
    }
    buffer.copyBytes(from: piece)
    return piece.count
  }
}
