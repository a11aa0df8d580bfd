import Foundation
import Synchronization
import Testing

@testable import Extracts

/// What a closure was called with.
final class Log<Thing: Sendable>: Sendable {
  private let things = Mutex<[Thing]>([])

  func add(_ thing: Thing) { things.withLock { $0.append(thing) } }
  var all: [Thing] { things.withLock { $0 } }
}

@Suite struct PrivacyTests {
  /// Planted in every cell that holds them, also in the wrong columns, and looked for in everything that comes out.
  private static let planted = ["ZULMIRA", "QUITERIA", "17345678901", "1734567", "987.654", "98765432100"]

  private static func row(_ change: (inout [String]) -> Void = { _ in }) -> String {
    var cells = [
      "202312", "202312", "MT", "9191", "AGUA BOA", "***.987.654-**", "17345678901", "ZULMIRA QUITERIA",
      "600,00",
    ]
    change(&cells)
    return cells.joined(separator: ";")
  }

  private static func expectNothing(in things: [Any], sourceLocation: SourceLocation = #_sourceLocation) {
    for thing in things {
      var text = String(describing: thing) + String(reflecting: thing)
      dump(thing, to: &text)
      for secret in planted { #expect(!text.contains(secret), sourceLocation: sourceLocation) }
    }
  }

  @Test func `no name, NIS or CPF is in a result, an example or a progress`() throws {
    var file = PaymentsFile()
    file.rows = [Self.row()]
    for column in 0..<9 {
      for secret in ["ZULMIRA QUITERIA", "17345678901", "98765432100", "987.654"] {
        file.rows.append(Self.row { $0[column] = secret })
      }
    }
    file.rows.append(Self.row { $0[7] += ";" })
    file.rows.append(Self.row { $0[7] += "\";" })
    let progress = Log<ReadProgress>()
    let extract = try readPayments(
      from: .stream(ArrayStream(file.bytes), name: "a", expectedBytes: nil), siafi: siafi,
      progress: { progress.add($0) })
    #expect(extract.rowsRejected > 10)
    #expect(!extract.examples.isEmpty)
    Self.expectNothing(
      in: [extract] + progress.all.map { $0 as Any } + extract.warnings.map { $0.details as Any })
  }

  @Test func `no name, NIS or CPF is in a refusal`() {
    let rows = [Self.row(), Self.row { $0[0] = "ZULMIRA" }]
    let texts = [
      rows.joined(separator: "\n"), "ZULMIRA QUITERIA;RUA X\n", "ZULMIRA\nQUITERIA", "17345678901",
      PaymentsFile.header + "\n" + Self.row { $0[8] = "ZULMIRA" },
      PaymentsFile.header + ";ZULMIRA QUITERIA;ZULMIRA;VALOR PARCELA\n",
      "UF;ZULMIRA;VALOR PARCELA;17345678901 QUITERIA\n",
      PaymentsFile.header + "\n" + Self.row { $0[0...1] = ["202301", "202302"] } + "\n" + Self.row(),
    ]
    for text in texts {
      let failure = refusal(latin1(text))
      Self.expectNothing(in: [failure as Any, failure?.details as Any, failure?.rule as Any])
    }
  }

  @Test func `every refusal and warning has its rule in the list of rules`() {
    let failures: [ExtractFailure] = [
      .cancelled, .io(reason: ""), .directory, .notRegularFile, .emptyFile, .foreignContent(.pdf),
      .tooLarge(limit: 1),
      .fileChanged(expectedBytes: 1, foundBytes: 1), .utf16, .missingHeader(columns: 1),
      .unknownHeader(found: [], unknown: 0, missing: [], nearest: .auxilioBrasil),
      .duplicateColumn(column: ""),
      .otherProgramme(name: ""), .noRows, .nothingAccepted(rows: 1, rejections: [:]), .twoPayrollMonths([]),
      .truncatedZip, .damagedZip, .zipChecksum, .zipEncrypted, .zipMethod(method: 1), .zipNested,
      .zipBomb(limit: 1),
      .zipTooManyMembers(limit: 1), .zipWithoutExtract, .zipSeveralExtracts,
    ]
    #expect(failures.map(\.rule) == ExtractFailure.rules)
    let warnings: [ExtractWarning] = [
      .ufMismatch(rows: 1), .truncatedLastLine(line: 1), .bomRemoved, .nulBytesRemoved(count: 1),
      .unusualDelimiter(.tab), .readAsUTF8,
    ]
    #expect(warnings.map(\.rule) == ExtractWarning.rules)
  }

  @Test func `the reader has no means to write a file`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/2-Files/Extracts").standardized
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { folder.appendingPathComponent($0) }
    #expect(files.count > 20)
    let means = [
      "O_CREAT", "O_RDWR", "O_WRONLY", "mkstemp", "tmpfile", "fopen", "creat(", "FileManager", "FileHandle",
      "write(to", "temporaryDirectory", "mmap", "print(", "NSLog", "Process(", "UserDefaults",
    ]
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in means { #expect(!text.contains(word), "\(file.lastPathComponent)") }
    }
  }

  @Test(arguments: [
    ("/dados/2023/folha.csv", "folha.csv"), ("a\u{1B}[31mb\n.csv", "a[31mb.csv"), ("C:\\x\\y.zip", "y.zip"),
  ])
  func `a file's name is its last component without control characters`(path: String, name: String) {
    #expect(RawInput.sanitised(path) == name)
  }
}
