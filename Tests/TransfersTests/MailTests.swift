import Testing
import Vocabulary

@testable import Transfers

@Suite struct MailTests {
  private func mail(
    from: String = "prumo@exemplo.gov.br", fromName: String? = nil, to: String = "ana@exemplo.gov.br",
    toName: String? = nil, subject: String = "Teste", text: String = "Olá.\n"
  ) throws -> Mail {
    try Mail(
      id: #require(ID("0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70")), from: Mailbox(from, name: fromName),
      to: Mailbox(to, name: toName), subject: subject, text: text,
      writtenAt: #require(Instant("2026-11-23T15:08:33.000Z")))
  }

  private func lines(_ mail: Mail) -> [String] {
    String(decoding: mail.message, as: UTF8.self).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(
    arguments: ["a\r\nBcc: dora@exemplo.gov.br", "a\nb", "a\rb", "\r\n\r\ncorpo", "a\0b", "a\tb", "a\u{7F}"])
  func `nothing that could begin another header gets into one`(text: String) throws {
    #expect(throws: Problem.invalid(field: "subject", rule: "mail.lineBreak")) { try mail(subject: text) }
    #expect(throws: Problem.invalid(field: "name", rule: "mail.lineBreak")) { try mail(fromName: text) }
    #expect(throws: Problem.invalid(field: "name", rule: "mail.lineBreak")) { try mail(toName: text) }
    #expect(throws: Problem.invalid(rule: "mail.address")) { try mail(to: "ana@exemplo.gov.br" + text) }
  }

  @Test(
    arguments: [
      "", "ana", "@exemplo.gov.br", "ana@", "ana@@exemplo.gov.br", "a na@exemplo.gov.br",
      "aná@exemplo.gov.br",
      "ana@exemplo..br", "ana@exemplo.gov.br>", "<ana@exemplo.gov.br", "ana,bento@exemplo.gov.br",
      "\"ana\"@exemplo.gov.br", "ana@exemplo.gov.br, dora@exemplo.gov.br", "ana@[127.0.0.1",
      "Ana <ana@exemplo.gov.br>",
    ])
  func `what is not exactly one plain address is refused`(address: String) throws {
    #expect(throws: Problem.invalid(rule: "mail.address")) { try mail(to: address) }
    #expect(throws: Problem.invalid(rule: "mail.address")) { try mail(from: address) }
  }

  @Test func `addresses, names, subjects and texts have a longest`() throws {
    func tooLong(_ field: String, _ limit: Int) -> Problem {
      .invalid(field: field, rule: "mail.tooLong", ["limit": String(limit)])
    }
    func a(_ count: Int) -> String { String(repeating: "a", count: count) }
    let name = Mailbox.maximumNameBytes
    #expect(try mail(toName: a(name)).to.name?.utf8.count == name)
    #expect(throws: tooLong("name", name)) { try mail(toName: a(name + 1)) }
    #expect(try mail(subject: a(Mail.maximumSubjectBytes)).subject.utf8.count == Mail.maximumSubjectBytes)
    #expect(throws: tooLong("subject", Mail.maximumSubjectBytes)) {
      try mail(subject: a(Mail.maximumSubjectBytes + 1))
    }
    #expect(try mail(text: a(Mail.maximumTextBytes)).text.utf8.count == Mail.maximumTextBytes)
    #expect(throws: tooLong("text", Mail.maximumTextBytes)) { try mail(text: a(Mail.maximumTextBytes + 1)) }
    let domain = (0..<3).map { _ in a(62) }.joined(separator: ".")
    let address = a(64) + "@" + domain
    #expect(address.utf8.count == Mailbox.maximumAddressBytes - 1)
    #expect(try mail(to: address + "a").to.address == address + "a")
    #expect(throws: Problem.invalid(rule: "mail.address")) { try mail(to: address + "aa") }
    #expect(throws: Problem.invalid(rule: "mail.address")) { try mail(to: a(65) + "@exemplo.gov.br") }
  }

  @Test func `a message is written as mail servers expect it`() throws {
    let mail = try mail(
      fromName: "Prumo", toName: "Célia", subject: "Seu convite",
      text: "Olá, Célia.\n\nAbra: https://a/?b=c\n")
    #expect(
      lines(mail) == [
        "Date: Mon, 23 Nov 2026 15:08:33 +0000",
        "From: Prumo <prumo@exemplo.gov.br>",
        "To: =?UTF-8?B?Q8OpbGlh?= <ana@exemplo.gov.br>",
        "Subject: Seu convite",
        "Message-ID: <0b7e1c9a-3f52-4d7e-8c11-5a9d2e4f6b70@exemplo.gov.br>",
        "Auto-Submitted: auto-generated",
        "Content-Language: pt-BR",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Ol=C3=A1, C=C3=A9lia.",
        "",
        "Abra: https://a/?b=3Dc",
        "",
      ])
  }

  @Test(
    arguments: [
      String(repeating: "ação ", count: 28), String(repeating: "👩‍👩‍👧‍👦", count: 7), "=?UTF-8?B?Q8OpbGlh?=",
      " começa com espaço", "Ana, \"a\" <b@c>", String(repeating: "a", count: 200), "",
    ])
  func `subjects and names of any letters come through whole, in short lines`(text: String) throws {
    let mail = try mail(toName: text, subject: text)
    let header = lines(mail).prefix { !$0.isEmpty }
    #expect(header.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
    let unfolded = header.joined(separator: "\n").replacing("\n ", with: " ").split(separator: "\n")
    #expect(try decodedWords(#require(unfolded.first { $0.hasPrefix("Subject:") }).dropFirst(9)) == text)
    let to = try #require(unfolded.first { $0.hasPrefix("To:") }).dropFirst(4)
    #expect(text.isEmpty || to.hasSuffix(" <ana@exemplo.gov.br>"))
    #expect(try text.isEmpty || decodedWords(to.dropLast(21)) == text)
  }

  @Test(
    arguments: [
      "", "\n", "sem fim de linha", "espaço no fim \nfim\t", "a\r\nb\rc\n\nd",
      ".\n..\n.começa com ponto\nFrom quem",
      "=3D já codificado =", String(repeating: "á", count: 500), String(repeating: "a", count: 75),
      String(repeating: "a", count: 76), String(repeating: "a", count: 77), "\0\u{1}\u{7F}\u{85}\u{2028}",
      "https://exemplo.gov.br/convite/" + String(repeating: "b", count: 120),
    ])
  func `a text of any letters comes through whole, in short lines of plain letters`(text: String) throws {
    let encoded = QuotedPrintable.encoded(text)
    let lines = String(decoding: encoded, as: UTF8.self).replacing("\r\n", with: "\n").split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") })
    #expect(encoded.allSatisfy { $0 < 0x7F })
    var expected = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    if !expected.isEmpty, !expected.hasSuffix("\n") { expected += "\n" }
    #expect(decoded(encoded) == Array(expected.utf8))
  }

  @Test(
    arguments: [
      ("1970-01-01T00:00:00.000Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
      ("1969-12-31T23:59:59.999Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
      ("2024-02-29T12:00:00.000Z", "Thu, 29 Feb 2024 12:00:00 +0000"),
    ])
  func `moments are written with the day of the week`(instant: String, text: String) throws {
    #expect(MailDate.text(try #require(Instant(instant))) == text)
  }

  @Test func `a message tells nothing of itself when it is written out`() throws {
    let mail = try mail(subject: "segredo", text: "segredo")
    var dumped = ""
    dump(mail, to: &dumped)
    for text in ["\(mail)", String(reflecting: mail), dumped] {
      #expect(!text.contains("segredo") && !text.contains("@"))
    }
  }

  /// RFC 2047, base64 words only; blanks between two of them do not count.
  private func decodedWords(_ text: Substring) throws -> String {
    guard text.hasPrefix("=?") else { return String(text) }
    return try String(
      decoding: text.split(separator: " ").flatMap { word -> [UInt8] in
        #expect(word.utf8.count <= 75)
        let base = try #require(word.wholeMatch(of: /=\?UTF-8\?B\?([A-Za-z0-9+\/=]*)\?=/)).1
        return Array(try #require(Base64.bytes(String(base))))
      }, as: UTF8.self)
  }

  private func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var rest = String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "").replacing(
      "\r\n", with: "\n"
    )
    .utf8[...]
    var decoded: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "=") {
        decoded.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
