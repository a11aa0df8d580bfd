import Access
import Records
import SQLStore
import TestSupport
import Testing
import Vocabulary

@Suite struct AuditSelectionTests {
  private static let places: [String?] = [
    nil, "BR", "MT", "RI510015", "RS51006", "5100201", "5100201/51002003261", "5103403", "AC", "1200401",
    "RI120001",
  ]

  /// One entry for each of `places`, in their order, a day apart.
  private func withPlaces<R>(_ engine: Engine, _ body: (any Store) async throws -> R) async throws -> R {
    try await withStore(engine, migrations: try Migrations.all()) { store in
      try await store.write { db in
        for (number, place) in Self.places.enumerated() {
          try AuditWriting.record(
            AuditNote(
              number % 2 == 0 ? .clockChosen : .personEnded, of: AuditThing(.municipality, number),
              in: place.flatMap { Place($0) }),
            by: clerk, at: auditNow.adding(seconds: Int64(number) * 86_400), in: db)
        }
      }
      return try await body(store)
    }
  }

  private func seen(
    _ scope: [String], _ selection: AuditRecords.Selection = .init(), in store: any Store
  ) async throws -> [String] {
    let scope = try #require(Scope(scope.compactMap { Place($0) }))
    let entries = try await store.read { db in
      let listed = try AuditRecords.list(selection, inside: scope, limit: 100, in: db)
      #expect(try AuditRecords.count(selection, inside: scope, in: db) == listed.count)
      var walked: [Int] = []
      try AuditRecords.walk(selection, inside: scope, in: db) { walked.append($0.number) }
      #expect(walked == listed.map(\.number))
      for entry in listed {
        #expect(try AuditRecords.find(entry.number, inside: scope, in: db) == entry)
      }
      return listed
    }
    return entries.reversed().map { $0.place ?? "–" }
  }

  @Test(arguments: Engine.allCases) func `who reads for a unit or a municipality sees what lies there`(
    engine: Engine
  ) async throws {
    try await withPlaces(engine) { store in
      let unit = try await seen(["5100201/51002003261"], in: store)
      #expect(unit == ["5100201/51002003261"])
      let municipality = try await seen(["5100201"], in: store)
      #expect(municipality == ["5100201", "5100201/51002003261"])
      let region = try await seen(["RI510015"], in: store)
      #expect(region == ["RI510015"])
    }
  }

  @Test(arguments: Engine.allCases) func `who reads for a state sees all of it, and what has no place`(
    engine: Engine
  ) async throws {
    try await withPlaces(engine) { store in
      let state = try await seen(["MT"], in: store)
      #expect(
        state == ["–", "MT", "RI510015", "RS51006", "5100201", "5100201/51002003261", "5103403"])
      let country = try await seen(["BR"], in: store)
      #expect(country == Self.places.map { $0 ?? "–" })
      let two = try await seen(["AC", "5103403"], in: store)
      #expect(two == ["–", "5103403", "AC", "1200401", "RI120001"])
    }
  }

  @Test(arguments: Engine.allCases) func `another place's entry is not found by its number`(
    engine: Engine
  ) async throws {
    try await withPlaces(engine) { store in
      let found = try await store.read { db in
        try (1...11).compactMap { try AuditRecords.find($0, inside: Scope([Place("AC")!])!, in: db)?.number }
      }
      #expect(found == [1, 9, 10, 11])
    }
  }

  @Test(arguments: Engine.allCases) func `a filter narrows and never widens`(engine: Engine) async throws {
    try await withPlaces(engine) { store in
      var selection = AuditRecords.Selection()
      selection.places = [Place("MT")!]
      let elsewhere = try await seen(["AC"], selection, in: store)
      #expect(elsewhere == [])
      selection.group = .work
      let work = try await seen(["BR"], selection, in: store)
      #expect(work == ["MT", "RS51006", "5100201/51002003261"])
      selection.from = auditNow.adding(seconds: 4 * 86_400)
      let late = try await seen(["BR"], selection, in: store)
      #expect(late == ["RS51006", "5100201/51002003261"])
      selection.until = auditNow.adding(seconds: 6 * 86_400)
      let between = try await seen(["BR"], selection, in: store)
      #expect(between == ["RS51006"])
      selection.thingKind = .person
      let ofPeople = try await seen(["BR"], selection, in: store)
      #expect(ofPeople == [])
      let thing = try await seen(
        ["BR"], .init(thingKind: .municipality, thingID: "5"), in: store)
      #expect(thing == ["5100201"])
      let nobody = try await seen(["BR"], .init(people: []), in: store)
      #expect(nobody == [])
    }
  }

  @Test(arguments: Engine.allCases) func `pages follow one another, newest first`(engine: Engine)
    async throws
  {
    try await withPlaces(engine) { store in
      func numbers(_ start: TrailStart) async throws -> [Int] {
        try await store.read {
          try AuditRecords.list(inside: .country, from: start, limit: 4, in: $0).map(\.number)
        }
      }
      let first = try await numbers(.newest)
      #expect(first == [11, 10, 9, 8])
      let second = try await numbers(.before(8))
      #expect(second == [7, 6, 5, 4])
      let third = try await numbers(.before(4))
      #expect(third == [3, 2, 1])
      let back = try await numbers(.after(3))
      #expect(back == [7, 6, 5, 4])
    }
  }

  @Test(arguments: Engine.allCases) func `an entry tells how it hangs in the chain`(engine: Engine)
    async throws
  {
    func links(_ store: any Store) async throws -> [String] {
      try await store.read { db in
        try AuditRecords.list(inside: .country, limit: 10, in: db).reversed().map { entry in
          let link = try AuditRecords.link(of: entry, in: db)
          let followed = link.isFollowed.map { $0 ? "followed" : "not followed" } ?? "newest"
          return "\(link.isUnchanged) \(link.followsPrevious) \(followed) \(link.holds)"
        }
      }
    }
    let (whole, changed, cut) = try await withTrail(engine, 3) { store in
      let whole = try await links(store)
      try await store.write { try $0.run("UPDATE audit_entry SET place = 'BR' WHERE number = 2") }
      let changed = try await links(store)
      try await store.write { try $0.run("DELETE FROM audit_entry WHERE number <> 2") }
      return (whole, changed, try await links(store))
    }
    #expect(whole == ["true true followed true", "true true followed true", "true true newest true"])
    #expect(changed == ["true true followed true", "false true followed false", "true true newest true"])
    #expect(cut == ["false false not followed false"])
  }

  @Test(arguments: Engine.allCases) func `the same look is known for an hour, another at once`(
    engine: Engine
  ) async throws {
    let look = AuditNote(.trailRead, in: Place("MT"), after: [.filter: "x"])
    let ana = ID<Person>("00000000-0000-4000-8000-000000000001")!
    try await withTrail(engine, 0) { store in
      let actor = try reader(ana)
      try await store.write { try AuditWriting.record(look, by: actor, at: auditNow, in: $0) }
      func isKnown(_ note: AuditNote, _ actor: Actor, after seconds: Int64) async throws -> Bool {
        try await store.read {
          try AuditWriting.isLookRecorded(note, by: actor, at: auditNow.adding(seconds: seconds), in: $0)
        }
      }
      let limit = AuditWriting.secondsBetweenLooks
      let within = try await isKnown(look, actor, after: limit - 1)
      #expect(within)
      let after = try await isKnown(look, actor, after: limit)
      #expect(!after)
      let otherFilter = try await isKnown(
        AuditNote(.trailRead, in: Place("MT"), after: [.filter: "y"]), actor, after: 1)
      #expect(!otherFilter)
      let otherPlace = try await isKnown(
        AuditNote(.trailRead, in: Place("AC"), after: [.filter: "x"]), actor, after: 1)
      #expect(!otherPlace)
      let otherPerson = try await isKnown(
        look, reader(ID("00000000-0000-4000-8000-000000000002")!), after: 1)
      #expect(!otherPerson)
      let behindScreen = try await isKnown(
        look, reader(ana, viewer: ID("00000000-0000-4000-8000-000000000002")!), after: 1)
      #expect(!behindScreen)
    }
  }

  private func reader(_ id: ID<Person>, viewer: ID<Person>? = nil) throws -> Actor {
    let roles = try RoleTable(
      Role.allCases.map {
        RoleEntry(
          role: $0, label: "", explanation: "", levels: [], needsSector: false, needsSecondFactor: false,
          permissions: [:])
      })
    let person = Person(
      id: id, name: "Ana", email: EmailAddress("ana@exemplo.gov.br")!, state: .active, postEndsOn: nil,
      createdAt: auditNow, reviewedAt: auditNow)
    return Actor(
      person, assignments: [], roles: roles, on: Day("2026-11-23")!, hasSecondFactor: true,
      origin: clerk.origin, viewer: viewer)
  }
}
