import Access
import Records
import SQLStore
import Synchronization
import TestSupport
import UseCases
import Vocabulary

/// The fixed cast with accounts of their own: Ana coordinates and administers Mato Grosso, Bento manages Água Boa, Célia
/// visits Mato Grosso, Dora sits on the council of Água Boa, Enzo has no role.
struct Cast: Sendable {
  let ana = person(1, "Ana", "ana@exemplo.gov.br")
  let bento = person(2, "Bento", "bento@exemplo.gov.br")
  let celia = person(3, "Célia", "celia@exemplo.gov.br")
  let dora = person(4, "Dora", "dora@exemplo.gov.br")
  let enzo = person(5, "Enzo", "enzo@exemplo.gov.br")

  var everybody: [Person] { [ana, bento, celia, dora, enzo] }

  static let origin = Actor.Origin(address: "192.0.2.7", requestID: "teste")
  static let program = Actor.program("teste", origin: origin)

  static func person(_ number: Int, _ name: String, _ email: String) -> Person {
    Person(
      id: ID("00000000-0000-4000-8000-00000000000\(number)")!, name: name, email: EmailAddress(email)!,
      state: .active, postEndsOn: nil, createdAt: testNow, reviewedAt: testNow)
  }

  func enrol(in prumo: Prumo) async throws {
    try await prumo.store.write { db in
      let change = try Cast.program.permit(ChangePeople.self)
      for person in everybody { try PersonWriting.add(person, change, in: db) }
    }
    try await Cast.give(.stateAdministrator, in: "MT", to: ana, prumo)
    try await Cast.give(.campaignCoordinator, in: "MT", to: ana, prumo)
    try await Cast.give(.gestorMunicipal, in: "5100201", to: bento, prumo)
    try await Cast.give(.fieldTechnician, in: "MT", to: celia, prumo)
    try await Cast.give(.councilMember, in: "5100201", to: dora, prumo)
  }

  @discardableResult
  static func give(
    _ role: Role, in place: String, to person: Person, sector: Sector? = nil, until: String? = nil,
    _ prumo: Prumo
  ) async throws -> Assignment {
    let assignment = Assignment(
      id: prumo.newID(), person: person.id, role: role, sector: sector, place: Place(place)!,
      validFrom: Day("2026-01-01")!, validUntil: until.map { Day($0)! }, grantedBy: nil, grantedAt: testNow)
    try await prumo.store.write { db in
      try AssignmentWriting.grant(assignment, try program.permit(GrantRoles.self), in: db)
    }
    return assignment
  }
}

/// A clock that a test moves.
final class TestClock: Sendable {
  private let instant = Mutex(testNow)

  var now: Instant { instant.withLock { $0 } }

  func advance(seconds: Int64) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// The program with the cast in it, and its clock.
func withCast<R>(_ engine: Engine, _ body: (Prumo, Cast, TestClock) async throws -> R) async throws -> R {
  try await withStore(engine, prepared: peopled) { store in
    let clock = TestClock()
    return try await body(try await openPrumo(store, now: { clock.now }), Cast(), clock)
  }
}

private let peopled = Preparation("cast") { store in
  let prumo = try await openPrumo(store)
  try await prumo.prepareReferenceTables()
  try await Cast().enrol(in: prumo)
}
