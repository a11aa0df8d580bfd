import Access
import TestCast
import Vocabulary

@testable import UseCases
@testable import Web

extension SignInTokens {
  static let sample = SignInTokens(session: "sessao", device: "aparelho")
}

extension Samples {
  func accounts() async throws -> [Named] { try await entering() + ownAccount() + secondFactor() }

  private func entering() -> [Named] {
    let bare = Self.bare
    let bento = Member.bento.person(at: prumo.now())
    let wrong = Problem.invalid(field: "senha", rule: "signIn.wrong")
    let short = Problem.invalid(field: "nova", rule: "password.tooShort", ["limit": "10"])
    return [
      ("sign-in", SignInPage(surroundings: bare)),
      (
        "sign-in-wrong",
        SignInPage(
          email: "bento@exemplo.gov.br", returnPath: ReturnPath("/painel/MT")!, problem: wrong,
          providers: [Anchor(label: "gov.br", href: "/entrar/por/govbr")], surroundings: bare)
      ),
      ("code", CodePage(returnPath: .home, surroundings: bare)),
      (
        "code-wrong",
        CodePage(
          returnPath: ReturnPath("/painel/MT")!, problem: .invalid(field: "codigo", rule: "signIn.wrongCode"),
          isRecovery: true, surroundings: bare)
      ),
      ("first-access", FirstAccessPage(action: "/primeiro-acesso/TOKEN", surroundings: bare)),
      (
        "first-access-refused",
        FirstAccessPage(
          action: "/primeiro-acesso/TOKEN", name: "Iara Exemplo", email: "iara", problem: short,
          surroundings: bare)
      ),
      ("invitation", LinkPage(.invitation, of: bento, action: "/convite/TOKEN", surroundings: bare)),
      (
        "recovery-link",
        LinkPage(.recovery, of: bento, action: "/recuperar/TOKEN", problem: short, surroundings: bare)
      ),
      ("recovery", RecoveryPage(surroundings: bare)),
      ("recovery-asked", RecoveryPage(askedWithMail: true, surroundings: bare)),
      ("recovery-by-hand", RecoveryPage(askedWithMail: false, surroundings: bare)),
    ]
  }

  private func account(
    _ member: Member, hasSecondFactor: Bool = false, refusal: AccountPage.Refusal? = nil,
    notice: Notice? = nil,
    viewing: Member? = nil
  ) async throws -> AccountPage {
    let signedIn = try await prumo.signedIn(as: member)
    let found = try await prumo.ownAccount(signedIn)
    // Sessions are ordered by ids that other samples draw too: two, made for this page.
    let now = prumo.now()
    let sessions = [
      ("5f0c9a1e-0d7c-4b52-9f3e-7c1d2a3b4c5d", Tab.browser, "192.0.2.7"),
      (
        "6f0c9a1e-0d7c-4b52-9f3e-7c1d2a3b4c5d",
        "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "2001:db8::7"
      ),
    ].map { id, client, address in
      Session(
        id: ID(id)!, person: member.id, hasSecondFactor: false, at: now, address: address, client: client)
    }
    let account = OwnAccount(
      person: found.person, assignments: found.assignments, sessions: sessions, passwordChangedAt: nil,
      hasSecondFactor: hasSecondFactor, recoveryCodesLeft: hasSecondFactor ? 9 : 0,
      needsSecondFactor: found.needsSecondFactor)
    var surroundings = try await prumo.surroundings(.MT, for: member)
    if let viewing {
      let seen = Actor(
        viewing.person(at: now), assignments: [], roles: prumo.roles, on: now.day, hasSecondFactor: true,
        origin: .test, viewer: member.id)
      surroundings = Surroundings(
        state: surroundings.state, states: surroundings.states, home: .MT, assets: .sample,
        signedIn: SignedIn(
          session: signedIn.session, person: signedIn.person, own: signedIn.own, actor: seen),
        isDemonstration: false)
    }
    return AccountPage(
      account, roleTable: prumo.roles, this: sessions[0].id, notice: notice, refusal: refusal,
      surroundings: surroundings)
  }

  private func ownAccount() async throws -> [Named] {
    let refusal = AccountPage.Refusal(
      form: .email, problem: .invalid(field: "email", rule: "person.emailUnreadable"), email: "bento")
    let refusedName = AccountPage.Refusal(
      form: .name, problem: .invalid(field: "nome", rule: "person.nameMissing"), name: "")
    let refusedPassword = AccountPage.Refusal(
      form: .password, problem: .invalid(field: "atual", rule: "password.wrong"))
    return [
      ("account", try await account(.bento, notice: Notice(.good, title: "Nome guardado"))),
      ("account-waiting", try await account(.ana)),
      ("account-refused", try await account(.bento, refusal: refusal)),
      ("account-refused-name", try await account(.bento, refusal: refusedName)),
      (
        "account-refused-password", try await account(.celia, hasSecondFactor: true, refusal: refusedPassword)
      ),
      ("account-without-role", try await account(.enzo)),
      ("account-viewing", try await account(.iara, hasSecondFactor: true, viewing: .bento)),
    ]
  }

  private func secondFactor() async throws -> [Named] {
    let surroundings = try await prumo.surroundings(.MT, for: .bento)
    let proposal = SecondFactorProposal(
      secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
      address:
        "otpauth://totp/Prumo:bento%40exemplo.gov.br?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Prumo")
    func account(needed: Bool) -> OwnAccount {
      OwnAccount(
        person: Member.bento.person(at: prumo.now()), assignments: [], sessions: [], passwordChangedAt: nil,
        hasSecondFactor: true, recoveryCodesLeft: 3, needsSecondFactor: needed)
    }
    let wrong = Problem.invalid(field: "codigo", rule: "signIn.wrongCode")
    return [
      ("second-factor", try SecondFactorPage(proposal, surroundings: surroundings)),
      ("second-factor-wrong", try SecondFactorPage(proposal, problem: wrong, surroundings: surroundings)),
      (
        "second-factor-on",
        SecondFactorPage(account(needed: false), problem: wrong, isRemoval: true, surroundings: surroundings)
      ),
      ("second-factor-needed", SecondFactorPage(account(needed: true), surroundings: surroundings)),
      (
        "recovery-codes",
        RecoveryCodesPage(["7K4M-2QXR-9TDF", "8B2N-5HJW-3CZV"], isNew: true, surroundings: surroundings)
      ),
      (
        "recovery-codes-new",
        RecoveryCodesPage(["7K4M-2QXR-9TDF", "8B2N-5HJW-3CZV"], isNew: false, surroundings: surroundings)
      ),
    ]
  }
}
