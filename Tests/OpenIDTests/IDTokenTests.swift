import Testing
import Vocabulary

@testable import OpenID

@Suite struct IDTokenTests {
  private func claims(_ changes: [String: String?], now: Instant = Samples.now) throws -> JSONValue {
    try IDToken.claims(
      Samples.token(claims: Samples.claims(changes)), from: Samples.provider(), nonce: "nonce",
      keys: Samples.curveKeys(), now: now)
  }

  @Test func `nothing in a token counts before its signature`() throws {
    let token = try Samples.token(header: #"{"alg": "ES256", "kid": "outra"}"#, claims: "nothing readable")
    #expect(throws: Problem.invalid(rule: "openid.signature")) {
      try IDToken.claims(
        token, from: Samples.provider(), nonce: "nonce", keys: Samples.curveKeys(), now: Samples.now)
    }
    let signed = try Samples.token(claims: "nothing readable")
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "token"])) {
      try IDToken.claims(
        signed, from: Samples.provider(), nonce: "nonce", keys: Samples.curveKeys(), now: Samples.now)
    }
  }

  @Test(arguments: ["\"https://outra.exemplo.gov.br\"", "\"https://identidade.exemplo.gov.br/\"", nil, "7"])
  func `another issuer is refused, and the same one written otherwise too`(issuer: String?) {
    #expect(throws: Problem.invalid(rule: "openid.issuer")) { try claims(["iss": issuer]) }
  }

  @Test(
    arguments: [
      (nil, nil), ("\"outro\"", nil), ("[]", nil), ("[\"outro\"]", nil), ("[\"prumo\", \"outro\"]", nil),
      ("[\"prumo\", 7]", nil), ("\"prumo\"", "\"outro\""), ("[\"prumo\", \"outro\"]", "\"outro\""),
      ("\"outro\"", "\"prumo\""),
    ])
  func `a token for another program is refused`(audience: String?, reader: String?) {
    #expect(throws: Problem.invalid(rule: "openid.audience")) {
      try claims(["aud": audience, "azp": reader])
    }
  }

  @Test(
    arguments: [
      ("\"prumo\"", nil), ("[\"prumo\"]", nil), ("\"prumo\"", "\"prumo\""),
      ("[\"outro\", \"prumo\"]", "\"prumo\""),
    ])
  func `a token for this program is taken`(audience: String?, reader: String?) throws {
    _ = try claims(["aud": audience, "azp": reader])
  }

  @Test func `a token counts until its end and a minute, and not one moment longer`() throws {
    let ends = Instant(millisecondsSince1970: (Samples.nowSeconds + 600) * 1_000)
    let last = ends.adding(seconds: IDToken.leewaySeconds)
    _ = try claims([:], now: Instant(millisecondsSince1970: last.millisecondsSince1970 - 1))
    #expect(throws: Problem.invalid(rule: "openid.expired")) { try claims([:], now: last) }
  }

  @Test(arguments: ["iat", "nbf"])
  func `a token may come from a clock that is a minute ahead, and no more`(name: String) throws {
    let latest = Samples.nowSeconds + IDToken.leewaySeconds
    _ = try claims([name: "\(latest)"])
    #expect(throws: Problem.invalid(rule: "openid.expired")) { try claims([name: "\(latest).5"]) }
  }

  @Test(arguments: ["exp", "iat"], [nil, "\"1795446513\"", "null", "1e300", "[]"])
  func `a token without readable times is refused`(name: String, value: String?) {
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "token"])) {
      try claims([name: value])
    }
  }

  @Test(arguments: ["\"outro\"", "\"\"", nil, "7", "[\"nonce\"]"])
  func `a token for another attempt is refused`(nonce: String?) {
    #expect(throws: Problem.invalid(rule: "openid.nonce")) { try claims(["nonce": nonce]) }
  }
}
