import Access
import Testing
import Vocabulary

@Suite struct PermitTests {
  private let ana = Cast.person(1, "Ana")
  private let bento = Cast.person(2, "Bento")

  private func rule(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Problem)?.rule }
  }

  @Test func `who has no role has no permit and no scope`() throws {
    let actor = try Cast.actor(Cast.person(5, "Enzo"))
    #expect(rule { _ = try actor.permit(ChooseClock.self) } == "access.notAllowed")
    #expect(rule { _ = try actor.requiredScope(of: .figuresRead) } == "access.notAllowed")
    #expect(actor.scope(of: .figuresRead) == nil)
  }

  @Test func `an assignment of yesterday, of tomorrow, revoked, or of somebody else does not count`() throws {
    for assignment in [
      Cast.assignment(bento, .gestorMunicipal, "5100201", until: "2026-11-22"),
      Cast.assignment(bento, .gestorMunicipal, "5100201", from: "2026-11-24"),
      Cast.assignment(bento, .gestorMunicipal, "5100201", revoked: true),
      Cast.assignment(ana, .gestorMunicipal, "5100201"),
    ] {
      #expect(try Cast.actor(bento, assignment).scope(of: .figuresRead) == nil)
    }
    let lastDay = Cast.assignment(
      bento, .gestorMunicipal, "5100201", from: "2026-11-23", until: "2026-11-23")
    #expect(try Cast.actor(bento, lastDay).has(.figuresRead))
  }

  @Test(arguments: [Person.State.invited, .ended]) func `an account that is not active may do nothing`(
    state: Person.State
  ) throws {
    let person = Cast.person(2, "Bento", state: state)
    #expect(
      try Cast.actor(person, Cast.assignment(person, .gestorMunicipal, "5100201")).has(.figuresRead) == false
    )
  }

  @Test func `a role that needs the second factor sleeps without it`() throws {
    let assignment = Cast.assignment(ana, .stateAdministrator, "MT")
    let without = try Cast.actor(ana, assignment, hasSecondFactor: false)
    #expect(rule { _ = try without.permit(GrantRoles.self) } == "access.secondFactorNeeded")
    #expect(without.lacksSecondFactor)
    let with = try Cast.actor(ana, assignment)
    #expect(try with.permit(GrantRoles.self).scope.places == [.territory(.state(.MT))])
    #expect(!with.lacksSecondFactor)
  }

  @Test func `who sees the program as another may look and not touch`() throws {
    let seen = try Cast.actor(bento, Cast.assignment(bento, .gestorMunicipal, "5100201"), viewer: ana.id)
    #expect(seen.has(.figuresRead))
    #expect(rule { _ = try seen.permit(ChooseClock.self) } == "access.onlyViewing")
  }

  @Test func `a permission of the own sector does not reach another's matters`() throws {
    let actor = try Cast.actor(
      bento, Cast.assignment(bento, .sectorCounterpart, "5100201", sector: .saude))
    #expect(actor.scope(of: .loadsWrite, sector: .saude) != nil)
    #expect(actor.scope(of: .loadsWrite, sector: .educacao) == nil)
    #expect(actor.scope(of: .figuresRead, sector: .educacao) != nil)
    #expect(rule { _ = try actor.permit(LoadFiles.self, sector: .educacao) } == "access.notAllowed")
  }

  @Test func `several assignments add up`() throws {
    let actor = try Cast.actor(
      bento, Cast.assignment(bento, .gestorMunicipal, "5100201"),
      Cast.assignment(bento, .gestorMunicipal, "5103403"))
    #expect(actor.scope(of: .figuresRead)?.places.count == 2)
  }

  @Test func `the program itself may do everything`() throws {
    let actor = Actor.program("linha de comando", origin: .init(address: "local", requestID: "x"))
    for permission in Permission.allCases { #expect(actor.scope(of: permission) == .country) }
  }
}
