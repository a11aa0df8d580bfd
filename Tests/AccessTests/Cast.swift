import Access
import Vocabulary

/// The fixed cast of the tests, as pure values: invented people, and look it.
enum Cast {
  static let today = Day("2026-11-23")!
  static let now = Instant("2026-11-23T15:08:33.000Z")!
  static let aguaBoa = IBGECode("5100201")!
  static let cuiaba = IBGECode("5103403")!

  static func person(_ number: Int, _ name: String, state: Person.State = .active) -> Person {
    Person(
      id: ID("00000000-0000-4000-8000-00000000000\(number)")!, name: name,
      email: EmailAddress("pessoa\(number)@exemplo.gov.br")!, state: state, postEndsOn: nil, createdAt: now,
      reviewedAt: now)
  }

  static func assignment(
    _ person: Person, _ role: Role, _ place: String, sector: Sector? = nil, from: String = "2026-01-01",
    until: String? = nil, revoked: Bool = false
  ) -> Assignment {
    Assignment(
      id: ID("00000000-0000-4000-8000-0000000000a1")!, person: person.id, role: role, sector: sector,
      place: Place(place)!, validFrom: Day(from)!, validUntil: until.map { Day($0)! }, grantedBy: nil,
      grantedAt: now, revokedAt: revoked ? now : nil)
  }

  static func actor(
    _ person: Person, _ assignments: Assignment..., hasSecondFactor: Bool = true, viewer: ID<Person>? = nil
  ) throws -> Actor {
    Actor(
      person, assignments: assignments, roles: try table(), on: today, hasSecondFactor: hasSecondFactor,
      origin: Actor.Origin(address: "127.0.0.1", requestID: "teste"), viewer: viewer)
  }

  /// A small table: one role of the state that needs the second factor, one municipal, the others without any right.
  static func table() throws -> RoleTable {
    try RoleTable(
      Role.allCases.map { role in
        switch role {
        case .stateAdministrator:
          entry(
            role, [.country, .state], secondFactor: true,
            [.figuresRead: .everySector, .roleGrant: .everySector])
        case .gestorMunicipal:
          entry(role, [.municipality], [.figuresRead: .everySector, .clockChoose: .everySector])
        case .sectorCounterpart:
          entry(
            role, [.state, .municipality], sector: true,
            [.figuresRead: .everySector, .loadsWrite: .ownSector])
        default: entry(role, Set(PlaceLevel.allCases), [:])
        }
      })
  }

  private static func entry(
    _ role: Role, _ levels: Set<PlaceLevel>, sector: Bool = false, secondFactor: Bool = false,
    _ permissions: [Permission: RoleEntry.Reach]
  ) -> RoleEntry {
    RoleEntry(
      role: role, label: role.rawValue, explanation: "teste", levels: levels, needsSector: sector,
      needsSecondFactor: secondFactor, permissions: permissions)
  }
}
