import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct AssignmentUseTests {
  private func new(
    _ role: Role, _ place: String, sector: Sector? = nil, until: String? = nil
  ) -> NewAssignment {
    NewAssignment(role: role, sector: sector, place: Place(place)!, validUntil: until.map { Day($0)! })
  }

  @Test(arguments: Engine.allCases)
  func `nobody gives a role to themselves, outside their place, or to whom they do not see`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      let enzo = try await prumo.actor(of: .enzo)
      for (given, member, expected) in [
        (new(.councilMember, "MT"), Member.enzo, "role.toOneself"),
        (new(.councilMember, "AC"), .dora, "role.placeOutside"),
        (new(.councilMember, "MT"), .acacio, "person.unknown"),
        (new(.councilMember, "5100201"), .dora, "role.already"),
        (new(.reviewer, "MT", until: "2026-11-22"), .dora, "role.validityReversed"),
        (new(.sectorCounterpart, "MT"), .dora, "role.sectorNeeded"),
        (new(.sectorCounterpart, "MT", sector: .saude), .dora, nil),
        (new(.unitCoordinator, "5100201/51002003261"), .dora, nil),
        (new(.stateAdministrator, "MT"), .dora, nil),
      ] {
        #expect(try await rule { try await prumo.grant(given, to: member.id, by: enzo) } == expected)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a role holds from its first request on, and until it is taken away`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let iara = try await prumo.actor(of: .iara)
      let token = try await prumo.token(of: .enzo)
      #expect(try await prumo.recognised(token)?.actor.has(.figuresRead) == false)
      try await prumo.grant(new(.councilMember, "MT"), to: Member.enzo.id, by: iara)
      #expect(try await prumo.recognised(token)?.actor.has(.figuresRead) == true)
      let assignment = try await prumo.store.read { try AssignmentRecords.own(of: Member.enzo.id, in: $0)[0] }
      #expect(assignment.grantedBy == Member.iara.id)
      #expect(
        try await rule { try await prumo.revoke(assignment.id, by: try await prumo.actor(of: .acacio)) }
          == "access.notAllowed")
      try await prumo.revoke(assignment.id, by: iara)
      #expect(try await rule { try await prumo.revoke(assignment.id, by: iara) } == "role.unknown")
      #expect(try await prumo.recognised(token)?.actor.has(.figuresRead) == false)
      #expect(try await prumo.trail() == ["assignment.granted", "assignment.revoked"])
    }
  }
}
