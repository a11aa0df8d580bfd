import Access
import Indicators
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

/// One family for a hundred: the same stories, sooner told.
private let world = DemonstrationWorld(familiesPerFamily: 100)

private let demonstration = Preparation("demonstration") { store in
  try await openPrumo(store).asDemonstration().tell(world)
}

private func withDemonstration<R>(_ engine: Engine, _ body: (Prumo) async throws -> R) async throws -> R {
  try await withStore(engine, prepared: demonstration) { store in
    try await body(try await openPrumo(store))
  }
}

@Suite struct DemonstrationTests {
  @Test(arguments: Engine.allCases)
  func `a real database never becomes a demonstration`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      #expect(try await rule { _ = try await prumo.asDemonstration() } == "demonstration.real")
      #expect(try await rule { try await prumo.tell(world) } == "demonstration.notOne")
      #expect(!prumo.isDemonstration)
      let again = try await openPrumo(prumo.store)
      #expect(!again.isDemonstration)
    }
  }

  @Test(arguments: Engine.allCases)
  func `one account, or the territory alone, is enough to refuse`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let prumo = try await openPrumo(store)
      _ = try await store.write {
        try $0.run(
          """
          INSERT INTO person (id, name, name_key, email, email_key, state, created_at, reviewed_at)
          VALUES ('1', 'A', 'a', 'a@exemplo.gov.br', 'a@exemplo.gov.br', 'ended', '2026', '2026')
          """)
      }
      #expect(try await rule { _ = try await prumo.asDemonstration() } == "demonstration.real")
    }
    let refusal = try await withPrumo(engine) { prumo in
      try await rule { _ = try await prumo.asDemonstration() }
    }
    #expect(refusal == "demonstration.real")
  }

  @Test(arguments: Engine.allCases)
  func `a real database cannot be emptied`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      let before = try await prumo.check(isAlive: { _ in true }).counts.map(\.count)
      #expect(try await rule { try await prumo.emptyDemonstration() } == "demonstration.notOne")
      #expect(try await prumo.check(isAlive: { _ in true }).counts.map(\.count) == before)
      let iara = try await prumo.actor(of: .iara)
      #expect(try await prumo.people(by: iara).count == Member.allCases.count)
    }
  }

  @Test(arguments: Engine.allCases)
  func `nobody enters by a button in a real database`(engine: Engine) async throws {
    try await withMembers(engine) { prumo in
      for member in CastMember.allCases {
        let refusal = try await rule {
          _ = try await prumo.enterDemonstration(as: member, device: nil, origin: .test, client: "teste")
        }
        #expect(refusal == "page.unknown", "\(member)")
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `somebody who is not of the cast, or has ended, does not enter`(engine: Engine) async throws {
    try await withDemonstration(engine) { prumo in
      func entering(_ member: CastMember?) async throws -> String? {
        try await rule {
          _ = try await prumo.enterDemonstration(as: member, device: nil, origin: .test, client: "teste")
        }
      }
      #expect(try await entering(nil) == "page.unknown")
      _ = try await prumo.store.write {
        try $0.run("UPDATE person SET state = 'ended' WHERE id = \(CastMember.dora.id)")
      }
      #expect(try await entering(.dora) == "signIn.ended")
    }
  }

  @Test(arguments: Engine.allCases)
  func `each of the cast enters, with all that the role gives`(engine: Engine) async throws {
    try await withDemonstration(engine) { prumo in
      #expect(prumo.isDemonstration)
      for member in CastMember.allCases {
        let tokens = try await prumo.enterDemonstration(
          as: member, device: nil, origin: .test, client: "teste")
        let signedIn = try #require(
          try await prumo.recognise(sessionToken: tokens.session, origin: .test), "\(member)")
        #expect(signedIn.person.id == member.id)
        #expect(!signedIn.actor.lacksSecondFactor)
        #expect(signedIn.actor.has(.figuresRead) == (member != .enzo))
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `what is told is whole, and told once`(engine: Engine) async throws {
    try await withDemonstration(engine) { prumo in
      let check = try await prumo.check(isAlive: { _ in true })
      #expect(check.faults == [])
      var told: [String] = []
      try await prumo.tell(world) { told.append($0) }
      #expect(told == [])
      #expect(try await prumo.check(isAlive: { _ in true }).counts.map(\.count) == check.counts.map(\.count))
    }
  }

  @Test(arguments: Engine.allCases)
  func `a demonstration that was emptied begins anew, and is one still`(engine: Engine) async throws {
    try await withDemonstration(engine) { prumo in
      let before = try await figures(in: prumo)
      let tokens = try await prumo.enterDemonstration(
        as: .ana, device: nil, origin: .test, client: "teste")
      try await prumo.emptyDemonstration()
      #expect(try await prumo.recognise(sessionToken: tokens.session, origin: .test) == nil)
      #expect(try await prumo.check(isAlive: { _ in true }).counts.allSatisfy { $0.count == 0 })
      #expect(try await openPrumo(prumo.store).isDemonstration)
      try await prumo.asDemonstration().tell(world)
      #expect(try await prumo.check(isAlive: { _ in true }).faults == [])
      #expect(try await figures(in: prumo) == before)
    }
  }

  /// Figures are the seed's on every machine and engine. Who changes a story on purpose writes the new ones here.
  @Test(arguments: Engine.allCases)
  func `the same seed tells the same figures`(engine: Engine) async throws {
    try await withDemonstration(engine) { prumo in
      #expect(
        try await figures(in: prumo) == [
          "MT 2025-01": 2_482, "5100201 2024-07": 10, "5100201 2025-01": 9, "5100102 2024-06": nil,
          "AC 2024-12": 1_265, "1200401 2024-12": 436,
        ])
      // The public month before stands as it was published.
      let december = try await prumo.figure(
        CatalogueKey("pbf.parcels")!, of: .state(.MT), in: month("2023-12"), for: .tester)
      #expect(december.value?.description == "254762")
    }
  }

  @Test func `another seed tells other figures`() async throws {
    try await withStore(.sqlite) { store in
      let prumo = try await openPrumo(store).asDemonstration()
      try await prumo.tell(DemonstrationWorld(seed: 12, familiesPerFamily: 100))
      #expect(try await figures(in: prumo)["MT 2025-01"] != 2_482)
    }
  }

  @Test(arguments: Engine.allCases)
  func `every invented file says so in its name, and thirteen months stand`(engine: Engine) async throws {
    try await withDemonstration(engine) { prumo in
      let loads = try await prumo.loads(limit: 50, for: try await prumo.actor(of: .iara))
      let invented = loads.filter { $0.load.loadedBy == "Iara Exemplo" }
      #expect(invented.count == 14)
      #expect(invented.allSatisfy { $0.load.file.name.contains("demonstracao") })
      #expect(Set(invented.compactMap(\.load.month)).count == 13)
      #expect(
        invented.filter { $0.standing == 0 }.map(\.load.file.name) == [
          "202412_NovoBolsaFamilia_demonstracao.csv"
        ])
      #expect(invented.allSatisfy { ($0.load.rows?.rejected ?? 0) == 2 })
    }
  }

  private func figures(in prumo: Prumo) async throws -> [String: Int?] {
    var figures: [String: Int?] = [:]
    for text in [
      "MT 2025-01", "5100201 2024-07", "5100201 2025-01", "5100102 2024-06", "AC 2024-12", "1200401 2024-12",
    ] {
      let parts = text.split(separator: " ")
      let figure = try await prumo.figure(
        CatalogueKey("pbf.families")!, of: TerritoryCode(parts[0])!, in: ReferenceMonth(parts[1])!,
        for: .tester)
      figures.updateValue(figure.value.flatMap { Int($0.description) }, forKey: text)
    }
    return figures
  }
}
