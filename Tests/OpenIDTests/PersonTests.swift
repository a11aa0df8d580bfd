import Foundation
import Secrets
import Testing
import Vocabulary

@testable import OpenID

@Suite struct PersonTests {
  private func claims(_ changes: [String: String?]) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(Samples.claims(changes).utf8))
  }

  private func person(
    _ changes: [String: String?] = [:], of provider: OpenIDProvider? = nil
  ) throws -> OpenIDPerson {
    try OpenIDPerson(claims(changes), from: provider ?? Samples.provider())
  }

  @Test(arguments: [nil, "\"\"", "7", "\"é\"", "\"a\\nb\""])
  func `somebody without a proper subject is nobody`(subject: String?) {
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "sub"])) {
      try person(["sub": subject])
    }
  }

  @Test func `a subject may be as long as the limit and not one letter longer`() throws {
    let longest = String(repeating: "a", count: OpenIDPerson.maximumSubjectBytes)
    #expect(try person(["sub": "\"\(longest)\""]).subject == longest)
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "sub"])) {
      try person(["sub": "\"\(longest)a\""])
    }
  }

  @Test(arguments: [nil, "\"\"", "7", "null", "\"\(String(repeating: "a", count: 255))\""])
  func `somebody without a proper e-mail address cannot be found by it`(email: String?) throws {
    #expect(throws: Problem.invalid(rule: "openid.noEmail")) { try person(["email": email]).verifiedEmail() }
  }

  @Test(arguments: [nil, "false", "\"false\"", "1", "\"TRUE\"", "null"])
  func `an address that the provider has not verified finds nobody`(verified: String?) throws {
    let person = try person(["email_verified": verified])
    #expect(person.email == "ana@exemplo.gov.br")
    #expect(throws: Problem.invalid(rule: "openid.emailNotVerified")) { try person.verifiedEmail() }
  }

  @Test(arguments: ["true", "\"true\""]) func `a verified address is given`(verified: String) throws {
    #expect(try person(["email_verified": verified]).verifiedEmail() == "ana@exemplo.gov.br")
  }

  @Test func `names of claims are the provider's`() throws {
    var names = OpenIDProvider.ClaimNames()
    names.name = "nome_social"
    names.email = "contato.correio"
    names.levels = "reliability_info.level"
    let person = try person(
      [
        "nome_social": "\"Célia\"", "contato": #"{"correio": "celia@exemplo.gov.br"}"#,
        "reliability_info": #"{"level": "gold", "reliabilities": [{"id": "801"}]}"#,
        "amr": #"["passwd", "mfa"]"#,
      ], of: Samples.provider(claims: names))
    #expect(person.name == "Célia")
    #expect(person.email == "celia@exemplo.gov.br")
    #expect(person.levels == ["gold"])
    #expect(person.methods == ["passwd", "mfa"])
  }

  @Test func `what is told beside the token completes it and does not change it`() throws {
    let provider = try Samples.provider()
    let token = try person(["email": nil, "email_verified": nil])
    #expect(throws: Problem.conflict(rule: "openid.unexpected", ["part": "sub"])) {
      try token.completed(by: claims(["sub": "\"outra\""]), from: provider)
    }
    let completed = try token.completed(by: claims(["name": "\"Outra\""]), from: provider)
    #expect(completed.name == "Ana")
    #expect(try completed.verifiedEmail() == "ana@exemplo.gov.br")
    let whole = try person(["email_verified": "false"]).completed(
      by: claims(["email": "\"outra@exemplo.gov.br\""]), from: provider)
    #expect(whole.email == "ana@exemplo.gov.br")
    #expect(!whole.emailVerified)
  }

  @Test func `a fingerprint stands for one person of one issuer under one key`() throws {
    var randomness = SystemRandomNumberGenerator()
    let keys = [InstallationKey.new(using: &randomness), .new(using: &randomness)]
    let ana = try person()
    #expect(!ana.fingerprint(key: keys[0]).contains(ana.subject))
    #expect(ana.fingerprint(key: keys[0]) == (try person(["name": nil]).fingerprint(key: keys[0])))
    let others = [
      ana.fingerprint(key: keys[1]), try person(["sub": "\"12345678910\""]).fingerprint(key: keys[0]),
      try person(of: Samples.provider(issuer: "https://outra.exemplo.gov.br")).fingerprint(key: keys[0]),
    ]
    #expect(Set(others + [ana.fingerprint(key: keys[0])]).count == 4)
  }

  @Test func `a person is not told of when written out`() throws {
    let ana = try person()
    var dumped = ""
    dump(ana, to: &dumped)
    for text in ["\(ana)", String(reflecting: ana), "\([ana])", dumped] {
      #expect(!text.contains("123") && !text.contains("Ana") && !text.contains("@"))
    }
  }
}
