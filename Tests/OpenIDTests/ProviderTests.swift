import Testing
import Transfers
import Vocabulary

@testable import OpenID

@Suite struct ProviderTests {
  private func settings(_ name: String) -> Problem {
    .invalid(field: name, rule: "openid.settings", ["setting": name])
  }

  @Test(
    arguments: [
      "", "identidade.exemplo.gov.br", "http://identidade.exemplo.gov.br",
      "https://identidade.exemplo.gov.br?a=b",
      "https://ana@identidade.exemplo.gov.br", "ftp://127.0.0.1",
    ])
  func `an issuer that cannot be trusted is refused`(issuer: String) {
    #expect(throws: settings("issuer")) { try Samples.provider(issuer: issuer) }
  }

  @Test func `settings that cannot be are refused by name`() throws {
    for key in ["", "Estado", "a/b", "é", String(repeating: "a", count: 41)] {
      #expect(throws: settings("key")) { try Samples.provider(key: key) }
    }
    #expect(throws: settings("clientID")) { try Samples.provider(clientID: "") }
    #expect(throws: settings("clientSecret")) { try Samples.provider(clientSecret: "") }
    #expect(throws: settings("scopes")) { try Samples.provider(scopes: ["email"]) }
    #expect(throws: settings("scopes")) { try Samples.provider(scopes: ["openid email"]) }
    let longest = String(repeating: "a", count: OpenIDProvider.longestLabel)
    #expect(try Samples.provider(buttonLabel: longest).buttonLabel == longest)
    for label in ["", longest + "a"] {
      #expect(throws: settings("buttonLabel")) { try Samples.provider(buttonLabel: label) }
    }
    for name in OpenIDProvider.ownParameters {
      #expect(throws: settings("extraParameters")) { try Samples.provider(extraParameters: [name: "a"]) }
    }
  }

  @Test func `a provider tells no secret when it is written out`() throws {
    let provider = try Samples.provider()
    var dumped = ""
    dump(provider, to: &dumped)
    for text in ["\(provider)", String(reflecting: provider), dumped] { #expect(!text.contains("segredo")) }
  }

  @Test(arguments: ["", "[]", "{}", "<html>", #"{"issuer": 7}"#])
  func `a description that cannot be read is refused`(text: String) throws {
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "discovery"])) {
      try OpenIDEndpoints(Array(text.utf8), of: Samples.provider())
    }
  }

  @Test(arguments: [Samples.issuer + "/", "https://outra.exemplo.gov.br", ""])
  func `the description of another provider is refused`(issuer: String) {
    #expect(throws: Problem.conflict(rule: "openid.issuer")) {
      try OpenIDEndpoints(Samples.published(issuer: issuer), of: Samples.provider())
    }
  }

  @Test func `addresses that would be asked in the clear are refused`() throws {
    for address in ["http://identidade.exemplo.gov.br/a", "http://127.0.0.1/a"] {
      let descriptions = [
        Samples.published(authorization: address), Samples.published(token: address),
        Samples.published(keys: address), Samples.published(more: #", "userinfo_endpoint": "\#(address)""#),
      ]
      for description in descriptions {
        #expect(throws: Problem.conflict(rule: "openid.insecure")) {
          try OpenIDEndpoints(description, of: Samples.provider())
        }
      }
    }
    let local = "http://127.0.0.1:8931"
    let provider = try Samples.provider(issuer: local)
    func published(token: String) -> [UInt8] {
      Samples.published(issuer: local, authorization: local + "/a", token: token, keys: local + "/c")
    }
    _ = try OpenIDEndpoints(published(token: local + "/b"), of: provider)
    #expect(throws: Problem.conflict(rule: "openid.insecure")) {
      try OpenIDEndpoints(published(token: "http://exemplo.gov.br/b"), of: provider)
    }
  }

  @Test(arguments: ["", "/", "/realms/estado"]) func `a description is looked for beside its issuer`(
    path: String
  ) throws {
    let provider = try Samples.provider(issuer: Samples.issuer + path)
    let base = path == "/" ? Samples.issuer : Samples.issuer + path
    #expect(
      try OpenIDEndpoints.description(of: provider).description == base + "/.well-known/openid-configuration")
  }

  @Test(
    arguments: [
      (400, #"{"error": "invalid_grant"}"#, Problem.conflict(rule: "openid.codeRefused")),
      (200, #"{"error": "invalid_grant"}"#, .conflict(rule: "openid.codeRefused")),
      (401, #"{"error": "invalid_client"}"#, .conflict(rule: "openid.client")),
      (400, #"{"error": "unauthorized_client"}"#, .conflict(rule: "openid.client")),
      (401, "", .conflict(rule: "openid.client")),
      (400, #"{"error": "invalid_scope"}"#, .conflict(rule: "openid.refused", ["reason": "invalid_scope"])),
      (400, #"{"error": "Ana <b>"}"#, .conflict(rule: "openid.refused", ["reason": "error"])),
      (500, "<html>", .conflict(rule: "openid.unexpected", ["part": "token"])),
      (500, #"{"id_token": "a"}"#, .conflict(rule: "openid.unexpected", ["part": "token"])),
      (302, "", .conflict(rule: "openid.unexpected", ["part": "token"])),
      (200, "{}", .conflict(rule: "openid.unexpected", ["part": "token"])),
      (200, #"{"access_token": "a"}"#, .conflict(rule: "openid.unexpected", ["part": "token"])),
    ])
  func `a code that brings no token says why`(status: Int, body: String, problem: Problem) {
    #expect(throws: problem) { try ProviderTokens(status: status, body: Array(body.utf8)) }
  }

  @Test func `a code brings a token`() throws {
    let tokens = try ProviderTokens(status: 200, body: Array(#"{"id_token": "a", "access_token": "b"}"#.utf8))
    #expect(tokens.idToken == "a")
    #expect(tokens.accessToken == "b")
  }

  @Test func `every failure of a transfer has its rule`() {
    let failures: [TransferFailure] = [
      .unreachable, .timedOut, .tooLarge(limitBytes: 1), .encryption, .certificateFile, .signInRefused,
      .refused(status: 503), .unreadable, .busy, .cancelled, .unusable(part: "list"),
    ]
    for failure in failures { #expect(Problem.transfer(failure).rule.hasPrefix("openid.")) }
  }

  @Test func `a provider that is not there is unreachable, for people who come and who come back`()
    async throws
  {
    // The discard port of this machine, where nobody listens.
    let provider = try Samples.provider(issuer: "http://127.0.0.1:9")
    let directory = OpenIDDirectory()
    let attempt = Samples.attempt()
    let unreachable = Problem.conflict(rule: "openid.unreachable")
    await #expect(throws: unreachable) {
      try await directory.begin(attempt, at: provider, back: Samples.back, now: Samples.now)
    }
    await #expect(throws: unreachable) {
      try await directory.complete(
        attempt, at: provider, back: Samples.back, parameters: ["state": attempt.state, "code": "a"],
        now: Samples.now)
    }
  }

  @Test func `what was learnt of a provider is known for its time and not one moment longer`() throws {
    var remembered = Remembered<Int>()
    let provider = try Samples.provider()
    remembered.keep(7, of: provider, now: Samples.now)
    let end = Samples.now.adding(seconds: OpenIDDirectory.remembersSeconds)
    let last = Instant(millisecondsSince1970: end.millisecondsSince1970 - 1)
    #expect(remembered.value(of: provider, youngerThan: OpenIDDirectory.remembersSeconds, now: last) == 7)
    #expect(remembered.value(of: provider, youngerThan: OpenIDDirectory.remembersSeconds, now: end) == nil)
    // Settings that were changed are another provider's.
    let changed = try Samples.provider(clientSecret: "outro")
    #expect(remembered.value(of: changed, youngerThan: OpenIDDirectory.remembersSeconds, now: last) == nil)
  }

  @Test func `gov.br is a configuration like any other`() throws {
    let staging = try OpenIDProvider.govBR(clientID: "prumo", clientSecret: "segredo", isStaging: true)
    #expect(staging.issuer == "https://sso.staging.acesso.gov.br/")
    #expect(staging.buttonLabel == "Entrar com GOV.BR")
    #expect(staging.scopes.contains("govbr_confiabilidades"))
    #expect(
      try OpenIDEndpoints.description(of: staging).description
        == "https://sso.staging.acesso.gov.br/.well-known/openid-configuration")
    let production = try OpenIDProvider.govBR(clientID: "prumo", clientSecret: "segredo", isStaging: false)
    #expect(production.issuer == "https://sso.acesso.gov.br/")
  }
}
