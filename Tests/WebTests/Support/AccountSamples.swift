import Access
import TestCast
import Vocabulary

@testable import UseCases
@testable import Web

/// The ways in, and the own account, in every state.
extension Samples {
  static let token = "exemplo-de-token-que-nao-abre-nada-0123456789"
  static let provider = IdentityChoice(key: "govbr", label: "Entrar com gov.br")

  func account() async throws -> [Named] {
    try waysIn() + links() + secondFactor() + (try await ownAccount())
  }

  private func waysIn() throws -> [Named] {
    let back = ReturnPath("/painel/MT?mes=2023-12")!
    let refused = SignInPage.Asked(
      returnTo: back, email: "bento@exemplo.gov.br",
      problem: .invalid(field: "senha", rule: "signIn.wrong"), providers: [Self.provider])
    let cast = [
      SignInPage.CastEntry(value: "ana", name: "Ana Exemplo", role: "Coordenação estadual, Mato Grosso"),
      SignInPage.CastEntry(value: "enzo", name: "Enzo Exemplo", role: "Ainda sem papel"),
    ]
    return [
      ("sign-in", SignInPage(.init(), surroundings: Self.bare)),
      ("sign-in-refused", SignInPage(refused, surroundings: Self.bare)),
      (
        "sign-in-throttled",
        SignInPage(
          .init(problem: .tooMany(rule: "signIn.tooMany", ["minutes": "12"])), surroundings: Self.bare)
      ),
      (
        "sign-in-session-over", SignInPage(.init(returnTo: back, news: .sessionOver), surroundings: Self.bare)
      ),
      (
        "sign-in-demonstration",
        SignInPage(.init(signedInAs: "Bento Exemplo"), cast: cast, surroundings: Self.bare)
      ),
      ("sign-in-code", SignInCodePage(returnTo: back, surroundings: Self.bare)),
      (
        "sign-in-code-refused",
        SignInCodePage(
          returnTo: .home, isRecovering: true,
          problem: .invalid(field: "codigo", rule: "signIn.wrongCode"), surroundings: Self.bare)
      ),
      ("recovery-request", RecoveryRequestPage(sendsMail: true, surroundings: Self.bare)),
      ("recovery-request-done", RecoveryRequestPage(sendsMail: true, isDone: true, surroundings: Self.bare)),
      ("recovery-request-without-mail", RecoveryRequestPage(sendsMail: false, surroundings: Self.bare)),
    ]
  }

  private func links() -> [Named] {
    let bento = Member.bento.person(at: Self.began)
    let common = Problem.invalid(field: "senha", rule: "password.common")
    return [
      ("first-access", FirstAccessPage(token: Self.token, surroundings: Self.bare)),
      (
        "first-access-refused",
        FirstAccessPage(
          token: Self.token, name: "Iara Exemplo", email: "iara",
          problem: .invalid(field: "email", rule: "person.emailUnreadable"), surroundings: Self.bare)
      ),
      ("accept-invitation", InvitationPage(bento, token: Self.token, surroundings: Self.bare)),
      (
        "accept-invitation-refused",
        InvitationPage(
          bento, token: Self.token, providers: [Self.provider], problem: common, surroundings: Self.bare)
      ),
      ("recovery", RecoveryPage(bento, token: Self.token, surroundings: Self.bare)),
      (
        "recovery-refused",
        RecoveryPage(
          bento, token: Self.token, problem: .invalid(field: "repetida", rule: "password.notRepeated"),
          surroundings: Self.bare)
      ),
      (
        "provider-linking",
        ProviderPage(Self.provider, Self.beginning, .linking, surroundings: surroundings)
      ),
      (
        "provider-invitation",
        ProviderPage(
          Self.provider, Self.beginning, .invitation(token: Self.token), surroundings: Self.bare)
      ),
    ]
  }

  static let beginning = IdentityBeginning(
    address: "https://sso.exemplo.gov.br/authorize?response_type=code&state=exemplo", sealed: "")

  private func secondFactor() throws -> [Named] {
    let proposal = SecondFactorProposal(
      secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
      address:
        "otpauth://totp/Prumo:iara%40exemplo.gov.br?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Prumo")
    let wrong = Problem.invalid(field: "codigo", rule: "signIn.wrongCode")
    func setting(_ isNeeded: Bool, _ problem: Problem? = nil) throws -> SecondFactorPage {
      try SecondFactorPage(
        proposal, account: "iara@exemplo.gov.br", isNeeded: isNeeded, problem: problem,
        surroundings: surroundings)
    }
    let codes = (0..<10).map { "7K4M-2QXR-9TD\($0)" }
    return [
      ("second-factor-setting", try setting(true)),
      ("second-factor-setting-refused", try setting(false, wrong)),
      ("second-factor", SecondFactorPage(Self.ownAccount(isNeeded: false), surroundings: surroundings)),
      (
        "second-factor-refused",
        SecondFactorPage(Self.ownAccount(), problem: wrong, of: .renewing, surroundings: surroundings)
      ),
      (
        "second-factor-without-codes",
        SecondFactorPage(Self.ownAccount(codesLeft: 0), surroundings: surroundings)
      ),
      ("recovery-codes", RecoveryCodesPage(codes, isFirst: true, surroundings: surroundings)),
      ("recovery-codes-new", RecoveryCodesPage(codes, isFirst: false, surroundings: surroundings)),
    ]
  }

  /// Iara's, in three browsers, or somebody's without anything.
  static func ownAccount(
    name: String = "Iara Exemplo", client: String = firefox, codesLeft: Int = 7, isNeeded: Bool = true,
    isBare: Bool = false
  ) -> OwnAccount {
    var person = Member.iara.person(at: began)
    person.name = name
    person.postEndsOn = isBare ? nil : Day("2027-12-31")
    let roles = [
      Assignment(
        id: ID("00000000-0000-4000-8000-000000000001")!, person: person.id, role: .stateAdministrator,
        sector: nil, place: Place("BR")!, validFrom: Day("2026-01-01")!, validUntil: nil, grantedBy: nil,
        grantedAt: began),
      Assignment(
        id: ID("00000000-0000-4000-8000-000000000002")!, person: person.id, role: .sectorCounterpart,
        sector: .saude, place: Place("5100201")!, validFrom: Day("2026-01-01")!,
        validUntil: Day("2026-12-31")!, grantedBy: nil, grantedAt: began),
    ]
    return OwnAccount(
      person: person, assignments: isBare ? [] : roles,
      sessions: (1...(isBare ? 1 : 3)).map { session($0, client: [client, chrome, ""][$0 - 1]) },
      passwordChangedAt: isBare ? nil : began, hasSecondFactor: !isBare, recoveryCodesLeft: codesLeft,
      needsSecondFactor: isNeeded)
  }

  static let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
  static let chrome =
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"

  private static func session(_ number: Int, client: String) -> Session {
    Session(
      id: ID("0000000\(number)-5e55-4000-8000-000000000000")!, person: Member.iara.id, hasSecondFactor: true,
      at: began.adding(seconds: Int64(number) * 600), address: "10.20.0.\(number)", client: client)
  }

  static func words(_ account: OwnAccount, roles: RoleTable, isViewing: Bool = false) -> AccountPageWords {
    AccountPageWords(
      account: account,
      places: TerritoryNames([.country: "Brasil", .municipality(IBGECode("5100201")!): "Água Boa"]),
      linked: account.assignments.isEmpty ? [] : [provider],
      unlinked: account.assignments.isEmpty
        ? [] : [IdentityChoice(key: "estado", label: "Entrar com a rede do estado")],
      table: roles, session: account.sessions[0].id, canChange: !isViewing,
      clock: Clock(zone: "America/Cuiaba"))
  }

  private func ownAccount() async throws -> [Named] {
    func page(
      _ account: OwnAccount, isViewing: Bool = false, news: AccountNews? = nil,
      refused: AccountPage.Refused? = nil
    ) -> AccountPage {
      AccountPage(
        account, words: Self.words(account, roles: prumo.roles, isViewing: isViewing), news: news,
        refused: refused, surroundings: surroundings)
    }
    func refusal(_ form: AccountPage.Refused.Form, _ problem: Problem) -> AccountPage.Refused {
      AccountPage.Refused(form: form, problem: problem, email: "iara@")
    }
    let whole = Self.ownAccount()
    return [
      ("account", page(whole, news: .name)),
      ("account-bare", page(Self.ownAccount(isNeeded: false, isBare: true))),
      ("account-asleep", page(Self.ownAccount(isBare: true))),
      ("account-viewing", page(whole, isViewing: true)),
      (
        "account-email-refused",
        page(whole, refused: refusal(.email, .invalid(field: "email", rule: "person.emailUnreadable")))
      ),
      (
        "account-password-refused",
        page(whole, refused: refusal(.password, .invalid(field: "atual", rule: "password.wrong")))
      ),
    ]
  }
}
