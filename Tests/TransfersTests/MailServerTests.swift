import Testing
import Transfers
import Vocabulary

@Suite struct MailServerTests {
  private let signIn = MailServer.SignIn(user: "prumo", password: "segredo")

  @Test(arguments: ["", "correio exemplo", "a@b", "a/b", "correio.exemplo.gov.br\r\nX", "a?b", "a:25"])
  func `a host that is none is refused`(host: String) {
    #expect(throws: Problem.invalid(rule: "mail.server")) {
      try MailServer(host: host, port: 25, security: .tls)
    }
  }

  @Test(arguments: [-1, 0, 65_536]) func `a port that is none is refused`(port: Int) {
    #expect(throws: Problem.invalid(rule: "mail.server")) {
      try MailServer(host: "correio.exemplo.gov.br", port: port, security: .tls)
    }
  }

  @Test func `a password leaves the machine encrypted or not at all`() throws {
    #expect(throws: Problem.invalid(rule: "mail.passwordInTheClear")) {
      try MailServer(host: "correio.exemplo.gov.br", port: 25, security: .none, signIn: signIn)
    }
    for security in [MailServer.Security.startTLS, .tls] {
      let server = try MailServer(
        host: "correio.exemplo.gov.br", port: 25, security: security, signIn: signIn)
      #expect(server.signIn == signIn)
    }
    #expect(try MailServer(host: "127.0.0.1", port: 25, security: .none, signIn: signIn).signIn == signIn)
  }

  @Test func `a server tells no password when it is written out`() throws {
    let server = try MailServer(
      host: "correio.exemplo.gov.br", port: 587, security: .startTLS, signIn: signIn)
    var dumped = ""
    dump(server, to: &dumped)
    for text in ["\(server)", String(reflecting: server), dumped] { #expect(!text.contains("segredo")) }
  }

  @Test func `every failure that an administrator can do something about has its rule`() {
    let failures: [TransferFailure] = [
      .unreachable, .timedOut, .tooLarge(limitBytes: 1), .encryption, .certificateFile, .signInRefused,
      .refused(status: 550), .unreadable, .busy,
    ]
    for failure in failures { #expect(failure.mailProblem?.rule.hasPrefix("mail.") == true) }
    #expect(TransferFailure.refused(status: 550).mailProblem?.details == ["status": "550"])
    #expect(TransferFailure.cancelled.mailProblem == nil)
    #expect(TransferFailure.unusable(part: "list").mailProblem == nil)
  }
}
