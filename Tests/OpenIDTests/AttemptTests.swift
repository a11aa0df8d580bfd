import Testing
import Transfers
import Vocabulary

@testable import OpenID

@Suite struct AttemptTests {
  private let attempt = Samples.attempt()
  private let code = "um código não tem acentos".filter(\.isASCII)

  private func answer(_ changes: [String: String?] = [:], endpoints: OpenIDEndpoints? = nil) throws -> String
  {
    var parameters = ["state": attempt.state, "code": code]
    for (name, value) in changes { parameters[name] = value }
    return try attempt.code(in: parameters, from: Samples.provider(), endpoints ?? Samples.endpoints())
  }

  @Test func `an answer to another attempt is refused, whatever else it says`() throws {
    let strange = [
      nil, "", "outro", attempt.state + "a", String(attempt.state.dropLast()), Samples.attempt().state,
    ]
    for state in strange {
      #expect(throws: Problem.invalid(rule: "openid.state")) { try answer(["state": state]) }
      #expect(throws: Problem.invalid(rule: "openid.state")) {
        try answer(["state": state, "error": "access_denied", "iss": "outro"])
      }
    }
  }

  @Test func `an answer of another provider is refused`() throws {
    for issuer in ["https://outra.exemplo.gov.br", Samples.issuer + "/", ""] {
      #expect(throws: Problem.invalid(rule: "openid.issuer")) { try answer(["iss": issuer]) }
    }
    let naming = try Samples.endpoints(more: #", "authorization_response_iss_parameter_supported": true"#)
    #expect(throws: Problem.invalid(rule: "openid.issuer")) { try answer(endpoints: naming) }
    #expect(try answer(["iss": Samples.issuer], endpoints: naming) == code)
  }

  @Test(
    arguments: [
      ("access_denied", "access_denied"), ("<script>", "error"), ("", "error"), ("Ana Maria", "error"),
      (String(repeating: "a", count: 40), String(repeating: "a", count: 40)),
      (String(repeating: "a", count: 41), "error"),
    ])
  func `a no of the provider is said with its word alone`(error: String, reason: String) {
    #expect(throws: Problem.invalid(rule: "openid.refused", ["reason": reason])) {
      try answer(["error": error])
    }
  }

  @Test func `a code may be as long as the limit and not one letter longer`() throws {
    let longest = String(repeating: "a", count: OpenIDAttempt.maximumCodeBytes)
    #expect(try answer(["code": longest]) == longest)
    for code in [nil, "", longest + "a", "a\nb", "é"] {
      #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "code"])) {
        try answer(["code": code])
      }
    }
  }

  @Test(arguments: ["", "a", String(repeating: "a", count: 44), String(repeating: "=", count: 43)])
  func `an attempt that was not kept whole is none`(text: String) {
    let good = attempt
    #expect(OpenIDAttempt(state: text, nonce: good.nonce, verifier: good.verifier) == nil)
    #expect(OpenIDAttempt(state: good.state, nonce: text, verifier: good.verifier) == nil)
    #expect(OpenIDAttempt(state: good.state, nonce: good.nonce, verifier: text) == nil)
    #expect(OpenIDAttempt(state: good.state, nonce: good.nonce, verifier: good.verifier) == good)
  }

  @Test func `the secrets of an attempt are long, different and not told`() {
    let secrets = [attempt, Samples.attempt()].flatMap { [$0.state, $0.nonce, $0.verifier] }
    #expect(Set(secrets).count == 6)
    #expect(secrets.allSatisfy { $0.utf8.count == OpenIDAttempt.textLength })
    var dumped = ""
    dump(attempt, to: &dumped)
    for text in ["\(attempt)", String(reflecting: attempt), dumped] {
      #expect(!secrets.contains { text.contains($0) })
    }
  }

  /// RFC 7636, appendix B.
  @Test func `the challenge is the hash of the verifier`() throws {
    let known = try #require(
      OpenIDAttempt(
        state: attempt.state, nonce: attempt.nonce, verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
    #expect(known.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func `people are sent with all that binds the answer, and without what must stay`() throws {
    let provider = try Samples.provider(extraParameters: ["prompt": "login", "acr_values": "prata ouro"])
    let address = try attempt.authorizationAddress(
      at: provider, Samples.endpoints(), back: Samples.back)
    #expect(
      address.description == Samples.issuer + "/autorizar?response_type=code&client_id=prumo"
        + "&redirect_uri=https%3A%2F%2Fprumo.exemplo.gov.br%2Fentrar%2Festado%2Fvolta&scope=openid%20email"
        + "&state=\(attempt.state)&nonce=\(attempt.nonce)&code_challenge=\(attempt.challenge)"
        + "&code_challenge_method=S256&acr_values=prata%20ouro&prompt=login")
    #expect(!address.description.contains(attempt.verifier))
    #expect(!address.description.contains("segredo"))
  }

  @Test func `settings that make the address too long are refused`() throws {
    let scopes = ["openid"] + (0..<10).map { "escopo\($0)" + String(repeating: "a", count: 500) }
    #expect(throws: Problem.invalid(field: "scopes", rule: "openid.settings", ["setting": "scopes"])) {
      try attempt.authorizationAddress(
        at: Samples.provider(scopes: scopes), Samples.endpoints(), back: Samples.back)
    }
  }

  @Test func `the code is exchanged with the verifier and our own sign-in`() throws {
    let basic = try Samples.provider().exchangeRequest(
      "a b", of: attempt, back: Samples.back, Samples.endpoints())
    #expect(basic.address.description == Samples.issuer + "/token")
    #expect(
      basic.form?.text == "grant_type=authorization_code&code=a%20b"
        + "&redirect_uri=https%3A%2F%2Fprumo.exemplo.gov.br%2Fentrar%2Festado%2Fvolta"
        + "&code_verifier=\(attempt.verifier)")
    #expect(basic.headers.contains(.init("Authorization", "Basic cHJ1bW86c2VncmVkbw==")))
    let form = try Samples.endpoints(
      more: #", "token_endpoint_auth_methods_supported": ["client_secret_post"]"#)
    let posted = try Samples.provider().exchangeRequest("a", of: attempt, back: Samples.back, form)
    #expect(posted.form?.text.hasSuffix("&client_id=prumo&client_secret=segredo") == true)
    #expect(!posted.headers.contains { $0.name == "Authorization" })
    let open = try Samples.provider(clientSecret: nil).exchangeRequest(
      "a", of: attempt, back: Samples.back, Samples.endpoints())
    #expect(open.form?.text.hasSuffix("&client_id=prumo") == true)
    #expect(!open.headers.contains { $0.name == "Authorization" })
  }
}
