import Access
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

/// Who is seen from where.
@Suite struct PeopleInScopeTests {
  private func names(_ places: String..., in prumo: Prumo) async throws -> [String] {
    let scope = try #require(Scope(places.map { Place($0)! }))
    return try await prumo.store.read { db in
      try PersonRecords.list(inside: scope, on: testNow.day, limit: 50, in: db).map {
        String($0.person.name.prefix { $0 != " " })
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `from another state, municipality or unit nobody is seen`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      for place in ["RO", "5103403", "1200401", "5100201/51002003261", "RI120001", "RI510001"] {
        #expect(try await names(place, in: prumo) == [], "\(place)")
      }
      let found = try await prumo.store.read {
        try PersonRecords.find(Member.bento.id, inside: Scope([Place("RO")!])!, in: $0)
      }
      #expect(found == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a place shows those who have a role inside it`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      #expect(try await names("5100201", in: prumo) == ["Bento", "Dora"])
      #expect(try await names("5103403", "5100201", in: prumo) == ["Bento", "Dora"])
      #expect(try await names("MT", in: prumo) == ["Ana", "Bento", "Célia", "Dora"])
      #expect(
        try await names("BR", in: prumo)
          == ["Acácio", "Ana", "Bento", "Célia", "Dora", "Enzo", "Iara"])
      try await prumo.give(.unitCoordinator, in: "5100201/51002003261", to: .enzo)
      #expect(try await names("5100201/51002003261", in: prumo) == ["Enzo"])
      #expect(try await names("5100201", in: prumo) == ["Bento", "Dora", "Enzo"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a region shows those of its municipalities and of the region itself`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      let own = try #require(
        try await prumo.store.read { try MunicipalityRecords.find(aguaBoa, in: $0)?.immediateRegion?.code })
      #expect(try await names(own.description, in: prumo) == ["Bento", "Célia", "Dora"])
      try await prumo.give(.poloSupervisor, in: own.description, to: .enzo)
      #expect(try await names(own.description, in: prumo) == ["Bento", "Célia", "Dora", "Enzo"])
      #expect(try await names("5100201", in: prumo) == ["Bento", "Dora"])
      let regions = Scope([Place(own.description)!])!
      let holds = try await prumo.store.read { db in
        try ["5100201", "5100201/51002003261", "5103403", "MT"].map {
          try ScopeRecords.holds(Place($0)!, in: regions, db: db)
        }
      }
      #expect(holds == [true, true, false, false])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a name is found by its beginning, without accents, and the count agrees`(engine: Engine) async throws
  {
    try await withMembers(engine) { prumo in
      let selection = PersonRecords.Selection(named: NameKey("CEL"))
      let (people, count, none) = try await prumo.store.read { db in
        (
          try PersonRecords.list(selection, inside: .country, on: testNow.day, limit: 50, in: db),
          try PersonRecords.count(selection, inside: .country, in: db),
          try PersonRecords.count(.init(states: [.ended]), inside: .country, in: db)
        )
      }
      #expect(people.map(\.person.id) == [Member.celia.id] && count == 1 && none == 0)
      #expect(people.first?.assignments.map(\.role) == [.fieldTechnician])
    }
  }
}
