import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import Transfers
import UseCases
import Vocabulary

@Suite struct InvitationTests {
  private func invitation(
    _ role: Role = .councilMember, in place: String = "5100201", email: String = "fabio@exemplo.gov.br",
    postEndsOn: String? = nil
  ) -> Invitation {
    Invitation(
      name: "Fábio Exemplo", email: email, postEndsOn: postEndsOn.map { Day($0)! },
      assignments: [NewAssignment(role: role, place: Place(place)!)])
  }

  /// Somebody who administers Mato Grosso: Enzo, with the role.
  private func stateAdministrator(_ prumo: Prumo) async throws -> Actor {
    try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
    return try await prumo.actor(of: .enzo)
  }

  private func token(_ invited: Invited) throws -> String {
    String(try #require(invited.path).dropFirst("/convite/".count))
  }

  @Test(arguments: Engine.allCases)
  func `whoever may not change people invites nobody`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      for member in Member.allCases where member != .iara {
        let actor = try await prumo.actor(of: member)
        #expect(try await rule { _ = try await prumo.invite(invitation(), by: actor) } == "access.notAllowed")
      }
      let iara = try #require(
        try await prumo.recognised(try await prumo.token(of: .iara, hasSecondFactor: false)))
      #expect(
        try await rule { _ = try await prumo.invite(invitation(), by: iara.actor) }
          == "access.secondFactorNeeded")
    }
  }

  @Test(arguments: Engine.allCases)
  func `nobody is invited to what the inviter does not have`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let actor = try await stateAdministrator(prumo)
      for (invitation, expected) in [
        (invitation(in: "1200401"), "role.placeOutside"),
        (invitation(.controlReader, in: "BR"), "role.placeOutside"),
        (invitation(.councilMember, in: "BR"), "role.placeOutside"),
        (invitation(.councilMember, in: "RI510015"), "role.levelNotOffered"),
        (invitation(.poloSupervisor, in: "RI519999"), "role.placeUnknown"),
        (invitation(email: "sem arroba"), "person.emailUnreadable"),
        (invitation(postEndsOn: "2026-11-22"), "person.postOver"),
        (
          Invitation(name: "Fábio", email: "fabio@exemplo.gov.br", postEndsOn: nil, assignments: []),
          "invitation.noRole"
        ),
      ] {
        #expect(try await rule { _ = try await prumo.invite(invitation, by: actor) } == expected)
      }
      let people = try await prumo.people(by: actor)
      #expect(!people.people.contains { $0.person.name == "Fábio Exemplo" })
    }
  }

  @Test(arguments: Engine.allCases)
  func `an invitation is good once, for a week, and only its newest link`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      let iara = try await prumo.actor(of: .iara)
      let first = try await prumo.invite(invitation(), by: iara)
      let renewed = try token(try await prumo.renewInvitation(of: first.person, by: iara))
      func accept(_ token: String, _ password: String = goodPassword) async throws -> String? {
        try await rule {
          _ = try await prumo.acceptInvitation(token, password: password, origin: .test, client: "teste")
        }
      }
      let old = try token(first)
      #expect(try await accept(old) == "link.unknown")
      #expect(try await accept(renewed, "fabio exemplo") == "password.likeYourself")
      clock.advance(seconds: AccountLink.Kind.invitation.lifeSeconds)
      #expect(try await accept(renewed) == "link.expired")
      let administrator = try await prumo.actor(of: .iara)
      let last = try token(try await prumo.renewInvitation(of: first.person, by: administrator))
      #expect(try await prumo.invited(by: last).name == "Fábio Exemplo")
      #expect(try await accept(last) == nil)
      #expect(try await accept(last) == "link.used")
      #expect(
        try await rule { _ = try await prumo.renewInvitation(of: first.person, by: administrator) }
          == "person.notInvited")
    }
  }

  @Test(arguments: Engine.allCases)
  func `who accepts signs in with the role that was given`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let invited = try await prumo.invite(invitation(), by: try await stateAdministrator(prumo))
      let tokens = try await prumo.acceptInvitation(
        try token(invited), password: goodPassword, origin: .test, client: "teste")
      let fabio = try #require(try await prumo.recognised(tokens.session))
      #expect(fabio.actor.scope(of: .figuresRead)?.places == [.territory(.municipality(aguaBoa))])
      let steps: Set = ["person.invited", "assignment.granted", "person.accepted", "session.opened"]
      #expect(steps.isSubset(of: Set(try await prumo.trail())))
    }
  }

  @Test(arguments: Engine.allCases)
  func `who has an account gets the role and no link, which would open the account`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let actor = try await stateAdministrator(prumo)
      let invited = try await prumo.invite(invitation(email: "acacio@exemplo.gov.br"), by: actor)
      #expect(invited.person == Member.acacio.id && invited.path == nil)
      let name = try await prumo.store.read { try PersonRecords.own(Member.acacio.id, in: $0)?.name }
      #expect(name == Member.acacio.name)
      #expect(
        try await rule { _ = try await prumo.invite(invitation(email: "acacio@exemplo.gov.br"), by: actor) }
          == "role.already")
    }
  }

  @Test(arguments: Engine.allCases)
  func `the link of somebody invited elsewhere is not handed to a neighbouring state`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      let iara = try await prumo.actor(of: .iara)
      let elsewhere = try await prumo.invite(invitation(.councilMember, in: "AC"), by: iara)
      let neighbour = try await stateAdministrator(prumo)
      #expect(
        try await rule { _ = try await prumo.invite(invitation(), by: neighbour) } == "person.moreRights")
      #expect(try await prumo.invited(by: try token(elsewhere)).id == elsewhere.person)
      #expect(
        try await rule { _ = try await prumo.renewInvitation(of: elsewhere.person, by: neighbour) }
          == "person.unknown")
    }
  }

  @Test(arguments: Engine.allCases)
  func `where mail is sent the link goes by mail and is shown to nobody`(engine: Engine) async throws {
    try await withClock(engine, accounts: sendingMail) { prumo, _ in
      let invited = try await prumo.invite(invitation(), by: try await prumo.actor(of: .iara))
      #expect(invited.path == nil)
      let letters = try await prumo.lettersSent()
      #expect(letters.map(\.to.address) == ["fabio@exemplo.gov.br"])
      let text = try #require(letters.first?.text)
      let link = try #require(text.firstMatch(of: /https:\/\/prumo\.exemplo\.gov\.br\/convite\/(\S+)/))
      _ = try await prumo.acceptInvitation(
        String(link.1), password: goodPassword, origin: .test, client: "teste")
    }
  }
}
