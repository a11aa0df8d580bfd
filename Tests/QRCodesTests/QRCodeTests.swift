import Foundation
import Testing
import Vocabulary

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import QRCodes

@Suite struct QRCodeTests {
  @Test func `a text of 501 bytes is refused, one of 500 is not`() throws {
    let longest = String(repeating: "a", count: QRCode.longestBytes)
    #expect(throws: Problem.invalid(rule: "qrCode.tooLong", ["limit": "500"])) { try QRCode(longest + "a") }
    #expect(throws: Problem.self) { try QRCode(longest.dropLast() + "é") }
    #expect(try QRCode(longest).side == 85)
  }

  @Test func `an empty text is a defect`() {
    #expect(throws: QRCode.Fault.self) { try QRCode("") }
  }

  @Test func `title and description cannot break out of the drawing`() throws {
    let svg = try QRCode("Prumo").svg(
      title: "</title><script>x</script>", description: "a & \"b\" 'c'\u{0}\u{1B}", id: "a\"b")
    #expect(!svg.contains("<script>") && !svg.contains("\u{0}") && !svg.contains("\u{1B}"))
    #expect(svg.contains("&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;"))
    #expect(svg.contains("a &amp; &quot;b&quot; &#39;c&#39;"))
    #expect(svg.contains("id=\"a&quot;b-title\""))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func `the drawing has a name for screen readers, needs no style and is one path on white`() throws {
    let code = try QRCode("https://prumo.exemplo.gov.br/oficinas/12")
    let svg = code.svg(title: "Código QR da oficina", description: "Leva à lista de presença.", id: "oficina")
    #expect(svg.contains("role=\"img\" aria-labelledby=\"oficina-title oficina-description\""))
    #expect(svg.contains("<title id=\"oficina-title\">Código QR da oficina</title>"))
    #expect(svg.contains("<desc id=\"oficina-description\">Leva à lista de presença.</desc>"))
    #expect(svg.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
    #expect(!svg.contains("style") && svg.components(separatedBy: "<path").count == 2)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func `the path draws the matrix, with four light modules around it`() throws {
    let code = try QRCode("Prumo")
    let drawn = try Drawing(code.svg(title: "a", description: "b"))
    #expect(code.side == 21 && drawn.side == 29)
    for row in 0..<drawn.side {
      for column in 0..<drawn.side {
        let isInside = (4..<25).contains(row) && (4..<25).contains(column)
        #expect(
          drawn.isDark(row, column) == (isInside && code.isDark(row: row - 4, column: column - 4)),
          "\(row), \(column)")
      }
    }
  }

  @Test(arguments: [
    "1", "Prumo", "https://prumo.exemplo.gov.br/convite/Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9",
    "otpauth://totp/Prumo:celia%40exemplo.gov.br?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Prumo&digits=6",
    "Água Boa, 12 de março: presença", String(repeating: "Q7", count: 250),
  ])
  func `another program's reader reads what was written`(text: String) throws {
    let drawn = try Drawing(try QRCode(text).svg(title: "a", description: "b"))
    #expect(try drawn.readByZBar() == text)
  }
}

/// What the drawing shows, painted from its path alone.
private struct Drawing {
  let side: Int
  private var dark: Set<Int> = []

  init(_ svg: String) throws {
    let size = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/))
    side = try #require(Int(size.1))
    let path = try #require(svg.firstMatch(of: /<path[^>]* d="([^"]*)"/)).1
    var painted = 0
    for run in path.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
      let (column, row, length) = (Int(run.1) ?? 0, Int(run.2) ?? 0, Int(run.3) ?? 0)
      #expect(run.3 == run.4)
      for offset in 0..<length { dark.insert(row * side + column + offset) }
      painted += run.output.0.count
    }
    #expect(painted == path.count, "the path has parts that this test does not paint")
  }

  func isDark(_ row: Int, _ column: Int) -> Bool { dark.contains(row * side + column) }

  /// Through a picture of eight pixels a module (PBM) and the program `zbarimg`.
  func readByZBar() throws -> String {
    let pixels = 8
    var picture = "P1\n\(side * pixels) \(side * pixels)\n"
    for row in 0..<side {
      let line =
        (0..<side).map { String(repeating: isDark(row, $0) ? "1" : "0", count: pixels) }.joined() + "\n"
      picture += String(repeating: line, count: pixels)
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "prumo-\(UUID().uuidString).pbm")
    try Data(picture.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let reader = Process()
    reader.executableURL = URL(filePath: "/usr/bin/env")
    reader.arguments = [
      "zbarimg", "--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", file.path,
    ]
    let output = Pipe()
    reader.standardOutput = output
    reader.standardError = FileHandle.nullDevice
    try reader.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    reader.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).replacing(/\n$/, with: "")
  }
}
