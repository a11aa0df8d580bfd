import Access
import Records
import SQLStore
import Secrets
import Synchronization
import TestCast
import TestSupport
import UseCases
import Vocabulary

/// A clock that a test moves.
final class TestClock: Sendable {
  private let instant = Mutex(testNow)

  var now: Instant { instant.withLock { $0 } }

  func advance(seconds: Int64) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
  func advance(days: Int64) { advance(seconds: days * 24 * 3_600) }
}

/// The program with the cast in it, and its clock.
func withClock<R>(
  _ engine: Engine, accounts: AccountSettings = AccountSettings(passwordCost: .tests),
  prepared: Preparation = territoryAndCast, _ body: (Prumo, TestClock) async throws -> R
) async throws -> R {
  try await withStore(engine, prepared: prepared) { store in
    let clock = TestClock()
    return try await body(try await openPrumo(store, accounts: accounts, now: { clock.now }), clock)
  }
}

/// Where letters are sent.
let sendingMail = AccountSettings(passwordCost: .tests, mailAddress: "https://prumo.exemplo.gov.br")

let goodPassword = "três ipês na várzea"
let otherPassword = "canoa vermelha no rio"

extension Prumo {
  @discardableResult
  func give(
    _ role: Role, in place: String, to member: Member, sector: Sector? = nil, until: String? = nil
  ) async throws -> Assignment {
    let assignment = Assignment(
      id: newID(), person: member.id, role: role, sector: sector, place: Place(place)!,
      validFrom: Day("2026-01-01")!, validUntil: until.map { Day($0)! }, grantedBy: nil, grantedAt: testNow)
    try await store.write { db in
      try AssignmentWriting.grant(assignment, try Actor.tester.permit(GrantRoles.self), in: db)
    }
    return assignment
  }

  /// Gives a member a password, as an accepted invitation does.
  func setPassword(_ password: String = goodPassword, of member: Member) async throws {
    let hash = try PasswordHash.make(
      password, salt: Array(repeating: 7, count: PasswordHash.saltByteCount), cost: .tests)
    let now = now()
    try await store.write { try CredentialWriting.setPassword(hash, of: member.id, at: now, in: $0) }
  }

  func enter(
    _ member: Member, _ password: String = goodPassword, device: String? = nil,
    from address: String = "192.0.2.7"
  ) async throws -> SignInAnswer {
    try await signIn(
      SignInAttempt(
        email: member.email.description, password: password, device: device, origin: .from(address),
        client: "Navegador de teste"))
  }

  /// Signs in with the password alone, and gives the tokens.
  func tokens(of member: Member, device: String? = nil) async throws -> SignInTokens {
    guard case .signedIn(let tokens) = try await enter(member, device: device) else { throw Unexpected() }
    return tokens
  }

  func recognised(_ token: String) async throws -> SignedIn? {
    try await recognise(sessionToken: token, origin: .test)
  }

  /// Sets the second factor of somebody who has signed in. Returns the secret and the recovery codes.
  func setSecondFactor(_ signedIn: SignedIn) async throws -> (secret: TimeCodeSecret, set: SecondFactorSet) {
    let proposal = try await proposeSecondFactor(signedIn)
    guard let secret = TimeCodeSecret(proposal.secret) else { throw Unexpected() }
    return (secret, try await confirmSecondFactor(secret.code(at: now()), signedIn))
  }

  /// The actions of the trail, oldest first.
  func trail() async throws -> [String] {
    try await store.read {
      try $0.rows("SELECT action FROM audit_entry WHERE action NOT IN ('load.committed') ORDER BY number").map
      {
        try $0.text("action")
      }
    }
  }
}

extension Actor.Origin {
  static func from(_ address: String) -> Actor.Origin { Actor.Origin(address: address, requestID: "teste") }
}

struct Unexpected: Error {}

/// The rule by which something was refused; nil when it was not.
func rule(_ body: () async throws -> Void) async throws -> String? {
  do {
    try await body()
    return nil
  } catch let problem as Problem {
    return problem.rule
  }
}
