import Access
import Testing
import Vocabulary

@Suite struct GrantingTests {
  private let ana = Cast.person(1, "Ana")
  private let bento = Cast.person(2, "Bento")

  private func rule(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? Problem)?.rule }
  }

  private func give(_ assignment: Assignment, by actor: Actor) throws -> String? {
    let table = try Cast.table()
    return rule {
      _ = try actor.permit(GrantRoles.self).granting(assignment, table: table) { $0.covers(assignment.place) }
    }
  }

  @Test func `nobody gives what they do not have in the place`() throws {
    let state = try Cast.actor(ana, Cast.assignment(ana, .stateAdministrator, "MT"))
    #expect(try give(Cast.assignment(ana, .councilMember, "MT"), by: state) == "role.toOneself")
    #expect(try give(Cast.assignment(bento, .councilMember, "AC"), by: state) == "role.placeOutside")
    #expect(try give(Cast.assignment(bento, .councilMember, "BR"), by: state) == "role.placeOutside")
    // The small table's manager may choose the clock, and its administrator may not.
    #expect(try give(Cast.assignment(bento, .gestorMunicipal, "5100201"), by: state) == "role.moreThanOwn")
    let both = try Cast.actor(
      ana, Cast.assignment(ana, .stateAdministrator, "MT"), Cast.assignment(ana, .gestorMunicipal, "5100201"))
    #expect(try give(Cast.assignment(bento, .gestorMunicipal, "5100201"), by: both) == nil)
    #expect(try give(Cast.assignment(bento, .gestorMunicipal, "5103403"), by: both) == "role.moreThanOwn")
  }

  @Test func `the own sector is given, another's and the whole are not`() throws {
    let own = try Cast.actor(
      ana, Cast.assignment(ana, .stateAdministrator, "MT"),
      Cast.assignment(ana, .sectorCounterpart, "MT", sector: .saude))
    #expect(try give(Cast.assignment(bento, .sectorCounterpart, "MT", sector: .saude), by: own) == nil)
    #expect(
      try give(Cast.assignment(bento, .sectorCounterpart, "MT", sector: .educacao), by: own)
        == "role.moreThanOwn")
  }

  @Test func `who has less, elsewhere or of another sector, is not looked through by it`() throws {
    let looker = Actor.program("teste", origin: .init(address: "local", requestID: "x"))
    let seen = try Cast.actor(bento, Cast.assignment(bento, .gestorMunicipal, "5100201"))
    #expect(rule { try looker.mayView(as: seen) { place, scope in scope.covers(place) } } == nil)
    #expect(
      rule { try seen.mayView(as: looker) { place, scope in scope.covers(place) } } == "access.notAllowed")
    #expect(!seen.hasAllRights(of: looker) { place, scope in scope.covers(place) })
    let elsewhere = try Cast.actor(ana, Cast.assignment(ana, .gestorMunicipal, "5103403"))
    #expect(!elsewhere.hasAllRights(of: seen) { place, scope in scope.covers(place) })
  }
}
