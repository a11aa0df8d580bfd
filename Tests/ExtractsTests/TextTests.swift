import Testing
import Vocabulary

@testable import Extracts

@Suite struct TextTests {
  @Test func `the file's digest is of its bytes as given, mark and zeros included`() throws {
    // sha256sum of the same bytes.
    let digest = "1037b65c39f52c615bb5b49d09e79647853b8a159f13dfdf9125b6c5016dccf7"
    let bytes = PaymentsFile().bytes
    #expect(try read(bytes, limits: limits(chunkBytes: 64)).file.sha256 == digest)
    #expect(try read([0xEF, 0xBB, 0xBF] + bytes).file.sha256 != digest)
    #expect(try read(bytes + [0]).file.sha256 != digest)
  }

  @Test func `Latin-1, UTF-8 and a mark before it give the same counts`() throws {
    let file = PaymentsFile()
    let latin = try read(file.bytes)
    let utf8 = try read(Array(file.text.utf8))
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(file.text.utf8))
    #expect(latin.municipalities == utf8.municipalities)
    #expect(latin.municipalities == marked.municipalities)
    #expect(latin.file.encoding == .windows1252)
    #expect(latin.warnings.isEmpty)
    #expect(utf8.warnings == [.readAsUTF8])
    #expect(marked.warnings == [.bomRemoved, .readAsUTF8])
  }

  @Test(arguments: ["\n", "\r\n"], [true, false])
  func `line ends, a missing last one and quotes make no difference`(end: String, isQuoted: Bool) throws {
    for endsInLineEnd in [true, false] {
      let file = PaymentsFile(lineEnd: end, isQuoted: isQuoted, endsInLineEnd: endsInLineEnd)
      let extract = try read(file)
      #expect(extract.amount == Cents(60_000))
      #expect(extract.warnings.isEmpty)
    }
  }

  @Test(arguments: [(",", ExtractDelimiter.comma), ("\t", .tab), ("|", .bar)])
  func `another delimiter is found and warned of`(delimiter: String, found: ExtractDelimiter) throws {
    var file = PaymentsFile()
    file.lineEnd = "\n"
    let text = file.text.replacing(";", with: delimiter)
    let extract = try read(latin1(text))
    #expect(extract.file.delimiter == found)
    #expect(extract.warnings == [.unusualDelimiter(found)])
    #expect(extract.amount == Cents(60_000))
  }

  @Test func `zero bytes are dropped and warned of`() throws {
    var bytes = PaymentsFile().bytes
    bytes.insert(contentsOf: [0, 0], at: 20)
    bytes.insert(0, at: bytes.count - 5)
    let extract = try read(bytes)
    #expect(extract.amount == Cents(60_000))
    #expect(extract.warnings == [.nulBytesRemoved(count: 3)])
    #expect(extract.file.bytes == Int64(bytes.count))
  }

  @Test func `a last line cut short is rejected and warned of`() throws {
    var file = PaymentsFile()
    file.rows = [PaymentsFile.row(), PaymentsFile.row(nis: PaymentsFile.nis(2))]
    for cut in [3, 8, 30, 70] {
      let extract = try read(file.bytes.dropLast(cut))
      #expect(extract.rowsAccepted == 1)
      #expect(extract.rowsRead == 2)
      #expect(extract.warnings == [.truncatedLastLine(line: 3)])
    }
  }

  @Test func `quoted separators, doubled quotes and line ends inside a field are its text`() throws {
    var text = PaymentsFile().text
    for name in ["FULANA; DE \"\"TAL\"\"", "FULANA\r\nDE TAL", "\"\"", "A\nB\nC;\n"] {
      text +=
        PaymentsFile(rows: [PaymentsFile.row(nis: PaymentsFile.nis(7))]).text
        .split(separator: "\r\n")[1].replacing("PESSOA FICTICIA 1", with: name) + "\r\n"
    }
    text += PaymentsFile(rows: [PaymentsFile.row(value: "x")]).text.split(separator: "\r\n")[1]
    let extract = try read(latin1(text))
    #expect(extract.rowsAccepted == 5)
    #expect(extract.examples.map(\.line) == [11])
  }

  @Test func `a quote that is lost costs one row and no more`() throws {
    var file = PaymentsFile()
    file.rows = (1...50).map { PaymentsFile.row(nis: PaymentsFile.nis($0)) }
    for place in ["\"202312\";", "\"600,00\"", "\"AGUA BOA\";"] {
      for broken in [
        String(place.dropFirst()), place.replacing("\";", with: ";").replacing("00\"", with: "00"),
      ] {
        var lines = file.text.split(separator: "\r\n").map(String.init)
        lines[20] = lines[20].replacing(place, with: broken, maxReplacements: 1)
        let extract = try read(latin1(lines.joined(separator: "\r\n") + "\r\n"))
        #expect(extract.rowsRejected == extract.rejections.values.reduce(0, +))
        #expect(extract.rowsAccepted >= 49)
        #expect(extract.rowsRead == 50)
      }
    }
  }

  @Test func `a record is bounded at the limit and one byte beyond`() throws {
    let short = limits { $0.maximumRecordBytes = 200 }
    func text(_ bytes: Int) -> String {
      var file = PaymentsFile(lineEnd: "\n")
      let row = PaymentsFile(rows: [PaymentsFile.row(name: "X")], lineEnd: "\n").text.split(separator: "\n")[
        1]
      file.rows = [PaymentsFile.row()]
      return file.text
        + row.replacing(
          "\"X\"", with: "\"" + String(repeating: "X", count: bytes - row.utf8.count + 1) + "\"") + "\n"
    }
    #expect(try read(latin1(text(200)), limits: short).rowsAccepted == 2)
    let beyond = try read(latin1(text(201)), limits: short)
    #expect(beyond.rowsAccepted == 1)
    #expect(
      beyond.examples == [RejectExample(line: 3, reason: .tooLong, column: nil, shape: "", fieldsFound: nil)])
  }

  @Test(arguments: [64, 4_096, 1 << 20])
  func `a line without end is dropped in bounded memory and reading goes on after it`(chunk: Int) throws {
    var file = PaymentsFile(lineEnd: "\n")
    file.rows = [PaymentsFile.row(), String(repeating: "lixo", count: 100_000), PaymentsFile.row(value: "x")]
    let extract = try read(file, limits: limits(chunkBytes: chunk))
    #expect(extract.rowsAccepted == 1)
    #expect(extract.rejections == [.tooLong: 1, .value: 1])
    #expect(extract.examples.map(\.line) == [3, 4])
  }
}
