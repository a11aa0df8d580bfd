import Access
import TestCast
import Testing
import Vocabulary

@testable import UseCases
@testable import Web

/// Names, addresses and what browsers say of themselves stay text on the pages of the own account.
@Suite struct AccountHostileTextTests {
  private static let evil = "<script>alert(\"x\")</script><img src=x onerror='y'>{{frame.title}}&lt;"

  private func isHarmless(_ page: some Page, _ name: String) throws {
    let html = try Templates.shared.html(of: page)
    #expect(!html.contains("<script>alert") && !html.contains("<img"), "\(name)")
    #expect(!html.contains("\"x\")"), "\(name)")
    #expect(html.contains("&lt;script&gt;"), "\(name) does not show the text at all")
  }

  @Test func `the ways in`() throws {
    let (evil, bare) = (Self.evil, Samples.bare)
    let choice = IdentityChoice(key: "x", label: evil)
    var person = Member.bento.person(at: Samples.began)
    person.name = evil
    try isHarmless(
      SignInPage(
        .init(email: evil, problem: .invalid(rule: evil), signedInAs: evil, providers: [choice]),
        cast: [.init(value: evil, name: evil, role: evil)], surroundings: bare), "sign-in")
    try isHarmless(
      SignInCodePage(returnTo: .home, problem: .invalid(field: "codigo", rule: evil), surroundings: bare),
      "code")
    try isHarmless(
      FirstAccessPage(token: evil, name: evil, email: evil, surroundings: bare), "first access")
    try isHarmless(InvitationPage(person, token: evil, providers: [choice], surroundings: bare), "invitation")
    try isHarmless(RecoveryPage(person, token: evil, surroundings: bare), "recovery")
    try isHarmless(RecoveryRequestPage(sendsMail: true, email: evil, surroundings: bare), "request")
    try isHarmless(
      ProviderPage(
        choice, IdentityBeginning(address: evil, sealed: ""), .invitation(token: evil), surroundings: bare),
      "provider")
  }

  @Test func `the own account`() async throws {
    try await withPages { prumo in
      let surroundings = try await prumo.surroundings(.AC)
      let account = Samples.ownAccount(name: Self.evil, client: Self.evil)
      let refused = AccountPage.Refused(
        form: .email, problem: .invalid(field: "email", rule: Self.evil), email: Self.evil)
      try isHarmless(
        AccountPage(
          account, words: Samples.words(account, roles: prumo.roles), refused: refused,
          surroundings: surroundings), "account")
      let proposal = SecondFactorProposal(secret: Self.evil, address: Self.evil)
      try isHarmless(
        SecondFactorPage(proposal, account: Self.evil, isNeeded: true, surroundings: surroundings),
        "second factor")
      try isHarmless(
        RecoveryCodesPage([Self.evil], isFirst: true, surroundings: surroundings), "recovery codes")
    }
  }
}
