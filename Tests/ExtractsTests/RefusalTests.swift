import Foundation
import Testing
import Vocabulary

@testable import Extracts

@Suite struct RefusalTests {
  @Test func `a file of zero bytes is refused`() {
    #expect(refusal([]) == .emptyFile)
  }

  @Test func `a file of blank lines is refused`() {
    #expect(refusal(latin1("\r\n\r\n")) == .emptyFile)
  }

  @Test(arguments: [
    ("%PDF-1.7\n", ForeignContent.pdf), ("GIF89a", .image), ("\u{89}PNG\r\n", .image), ("MZ\u{90}", .program),
    ("#!/bin/sh\n", .program), ("\u{7f}ELF", .program), ("<!DOCTYPE html>", .webPage),
    ("\r\n  <html>", .webPage), ("<?xml version=\"1.0\"?>", .webPage),
    ("\u{d0}\u{cf}\u{11}\u{e0}", .officeDocument),
    ("Rar!\u{1a}", .otherArchive), ("\u{1f}\u{8b}\u{08}", .otherArchive), ("SQLite format 3\0", .database),
  ])
  func `what is plainly something else is named`(beginning: String, content: ForeignContent) {
    #expect(refusal(latin1(beginning)) == .foreignContent(content))
    #expect(refusal(latin1(beginning + String(repeating: "x", count: 1_000))) == .foreignContent(content))
  }

  @Test(arguments: ["\r\n", ""]) func `a header without rows is refused`(end: String) {
    #expect(refusal(latin1(PaymentsFile.header + end)) == .noRows)
  }

  @Test func `a directory is refused`() {
    let failure = #expect(throws: ExtractFailure.self) {
      try readPayments(from: .file(path: FileManager.default.temporaryDirectory.path), siafi: siafi)
    }
    #expect(failure == .directory)
  }

  @Test func `a path that does not exist is refused without repeating it`() {
    let failure = #expect(throws: ExtractFailure.self) {
      try readPayments(from: .file(path: "/nao/existe.csv"), siafi: siafi)
    }
    #expect(failure == .io(reason: "ENOENT"))
  }

  @Test func `a device is refused`() {
    let failure = #expect(throws: ExtractFailure.self) {
      try readPayments(from: .file(path: "/dev/zero"), siafi: siafi)
    }
    #expect(failure == .notRegularFile)
  }

  @Test func `a pipe is refused at once, not waited for`() throws {
    try withFile([]) { path in
      let pipe = path + ".fifo"
      #expect(mkfifo(pipe, 0o600) == 0)
      let failure = #expect(throws: ExtractFailure.self) {
        try readPayments(from: .file(path: pipe), siafi: siafi)
      }
      #expect(failure == .notRegularFile)
    }
  }

  @Test func `an unreadable file is refused`() throws {
    // Root reads everything: there a path through a file stands for what cannot be opened.
    try withFile(PaymentsFile().bytes) { path in
      let failure = #expect(throws: ExtractFailure.self) {
        try readPayments(from: .file(path: path + "/dentro.csv"), siafi: siafi)
      }
      #expect(failure == .io(reason: "ENOTDIR"))
    }
  }

  @Test func `a file that shrinks while it is read is refused`() throws {
    var file = PaymentsFile()
    file.rows = (1...5_000).map { PaymentsFile.row(nis: PaymentsFile.nis($0)) }
    try withFile(file.bytes) { path in
      let failure = #expect(throws: ExtractFailure.self) {
        try readPayments(
          from: .file(path: path), siafi: siafi, limits: limits(threads: 1, chunkBytes: 4_096),
          progress: { _ in truncate(path, 100_000) })
      }
      #expect(failure == .fileChanged(expectedBytes: Int64(file.bytes.count), foundBytes: 100_000))
    }
  }

  @Test func `an upload that ends early is refused`() {
    let bytes = PaymentsFile().bytes
    let failure = #expect(throws: ExtractFailure.self) {
      try readPayments(
        from: .stream(ArrayStream(bytes), name: "a.csv", expectedBytes: Int64(bytes.count + 1)), siafi: siafi)
    }
    #expect(failure == .fileChanged(expectedBytes: Int64(bytes.count + 1), foundBytes: Int64(bytes.count)))
  }

  @Test func `the size limit holds at the limit and one beyond`() throws {
    let bytes = PaymentsFile().bytes
    let atLimit = limits { $0.maximumBytes = Int64(bytes.count) }
    let below = limits { $0.maximumBytes = Int64(bytes.count) - 1 }
    #expect(try read(bytes, limits: atLimit).rowsAccepted == 1)
    #expect(refusal(bytes, limits: below) == .tooLarge(limit: Int64(bytes.count) - 1))
    let unannounced = #expect(throws: ExtractFailure.self) {
      try readPayments(
        from: .stream(ArrayStream(bytes), name: "a", expectedBytes: nil), siafi: siafi, limits: below)
    }
    #expect(unannounced == .tooLarge(limit: Int64(bytes.count) - 1))
  }

  @Test func `a sparse file of ten gigabytes is measured with 64 bits`() throws {
    try withFile([]) { path in
      #expect(truncate(path, 10 << 30) == 0)
      let failure = #expect(throws: ExtractFailure.self) {
        try readPayments(from: .file(path: path), siafi: siafi)
      }
      // All zeros: no header in it, and nobody had to read it to its end.
      #expect(failure?.rule == "extract.unknownHeader")
      let small = limits { $0.maximumBytes = 10 << 30 - 1 }
      let tooLarge = #expect(throws: ExtractFailure.self) {
        try readPayments(from: .file(path: path), siafi: siafi, limits: small)
      }
      #expect(tooLarge == .tooLarge(limit: 10 << 30 - 1))
    }
  }

  @Test func `UTF-16 is refused with and without its mark`() {
    let text = PaymentsFile().text
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [little, [0xFF, 0xFE] + little, big, [0xFE, 0xFF] + big] {
      #expect(refusal(bytes) == .utf16)
    }
  }

  @Test func `a file without header is refused and nobody's name is repeated`() {
    var file = PaymentsFile()
    file.header = PaymentsFile.row()
    #expect(refusal(file.bytes) == .missingHeader(columns: 9))
  }

  @Test func `an unknown header names its columns, what is missing and the nearest layout`() {
    var file = PaymentsFile()
    file.header = "MÊS COMPETÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;NIS FAVORECIDO;FULANA DE TAL"
    guard case .unknownHeader(let found, let unknown, let missing, let nearest) = refusal(file.bytes) else {
      Issue.record("another refusal")
      return
    }
    #expect(
      found == [
        "MÊS COMPETÊNCIA", "UF", "CÓDIGO MUNICÍPIO SIAFI", "NOME MUNICÍPIO", "NIS FAVORECIDO",
      ])
    #expect(unknown == 1)
    #expect(missing == ["MÊS REFERÊNCIA", "VALOR PARCELA"])
    #expect(nearest == .novoBolsaFamilia)
  }

  @Test func `a column that occurs twice is refused`() {
    var file = PaymentsFile()
    file.header += ";VALOR PARCELA"
    #expect(refusal(file.bytes) == .duplicateColumn(column: "VALOR PARCELA"))
  }

  @Test(arguments: [
    (
      "MÊS COMPETÊNCIA;MÊS REFERÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;NIS BENEFICIÁRIO;CPF BENEFICIÁRIO;"
        + "NOME BENEFICIÁRIO;NIS REPRESENTANTE LEGAL;CPF REPRESENTANTE LEGAL;NOME REPRESENTANTE LEGAL;"
        + "NÚMERO BENEFÍCIO;BENEFÍCIO CONCEDIDO JUDICIALMENTE;VALOR PARCELA",
      "Benefício de Prestação Continuada (BPC)"
    ),
    (
      "MÊS DISPONIBILIZAÇÃO;UF;CÓDIGO MUNICÍPIO IBGE;NOME MUNICÍPIO;NIS BENEFICIÁRIO;CPF BENEFICIÁRIO;"
        + "NOME BENEFICIÁRIO;NIS RESPONSÁVEL;CPF RESPONSÁVEL;NOME RESPONSÁVEL;ENQUADRAMENTO;PARCELA;OBSERVAÇÃO;"
        + "VALOR BENEFÍCIO",
      "Auxílio Emergencial"
    ),
    (
      "MÊS REFERÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;NIS FAVORECIDO;NOME FAVORECIDO;VALOR PARCELA",
      "Garantia-Safra"
    ),
    (
      "MÊS REFERÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;CPF FAVORECIDO;NIS FAVORECIDO;RGP FAVORECIDO;"
        + "NOME FAVORECIDO;VALOR PARCELA",
      "Seguro-Defeso"
    ),
  ])
  func `another programme's file is refused by its name`(header: String, programme: String) {
    #expect(refusal(latin1(header + "\n")) == .otherProgramme(name: programme))
  }

  @Test func `two payroll months are refused with their rows and first lines`() {
    var file = PaymentsFile()
    file.rows = [
      PaymentsFile.row(competence: "202310", reference: "202311"),
      PaymentsFile.row(competence: "202311", reference: "202312"),
      PaymentsFile.row(competence: "202309", reference: "202312"),
    ]
    #expect(
      refusal(file.bytes)
        == .twoPayrollMonths([
          .init(month: .init("2023-11")!, rows: 1, firstLine: 2),
          .init(month: .init("2023-12")!, rows: 2, firstLine: 3),
        ]))
  }

  @Test func `a file of which no row is accepted is refused with the reasons`() {
    var file = PaymentsFile()
    file.rows = [PaymentsFile.row(value: "0,00"), PaymentsFile.row(siafi: "0001")]
    #expect(refusal(file.bytes) == .nothingAccepted(rows: 2, rejections: [.value: 1, .municipality: 1]))
  }

  @Test func `a reading that is cancelled ends as such`() {
    let failure = #expect(throws: ExtractFailure.self) {
      try readPayments(
        from: .stream(ArrayStream(PaymentsFile().bytes), name: "a", expectedBytes: nil), siafi: siafi,
        isCancelled: { true })
    }
    #expect(failure == .cancelled)
  }

  @Test func `an upload's error is named by its type, never by its text`() {
    struct Broken: ByteStream {
      struct ConnectionLost: Error { let secret = "PESSOA FICTICIA 77" }
      func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw ConnectionLost() }
    }
    let failure = #expect(throws: ExtractFailure.self) {
      try readPayments(from: .stream(Broken(), name: "a", expectedBytes: nil), siafi: siafi)
    }
    #expect(failure == .io(reason: "ConnectionLost"))
  }
}
