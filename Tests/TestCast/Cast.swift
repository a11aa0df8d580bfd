public import Access
import Records
import SQLStore
public import UseCases
public import Vocabulary

extension Actor.Origin {
  public static let test = Actor.Origin(address: "127.0.0.1", requestID: "teste")
}

extension Actor {
  /// May do everything, for what a test prepares.
  public static let tester = Actor.program("Ana (teste)", origin: .test)
}

extension Prumo {
  /// Everyone of the cast, active and with their roles from the beginning of the year before.
  public func putCast() async throws {
    let (people, roles) = (
      try Actor.tester.permit(ChangePeople.self), try Actor.tester.permit(GrantRoles.self)
    )
    let now = now()
    try await store.write { db in
      for (number, member) in Member.allCases.enumerated() {
        try PersonWriting.add(member.person(at: now), people, in: db)
        guard let role = member.role else { continue }
        let assignment = Assignment(
          id: ID("0000000\(number + 1)-0123-4000-8000-000000000000")!, person: member.id, role: role,
          sector: nil,
          place: member.place, validFrom: Day("2025-01-01")!, validUntil: nil, grantedBy: nil, grantedAt: now)
        try AssignmentWriting.grant(assignment, roles, in: db)
      }
    }
  }

  /// A session's token, as a sign-in with the second factor gives it.
  public func token(of member: Member, hasSecondFactor: Bool = true) async throws -> String {
    try await openSession(for: member.id, hasSecondFactor: hasSecondFactor, origin: .test, client: "teste")
  }

  /// Who acts when the member asks: found out as for every request.
  public func actor(of member: Member) async throws -> Actor { try await signedIn(as: member).actor }

  public func signedIn(as member: Member) async throws -> SignedIn {
    guard let signedIn = try await recognise(sessionToken: try await token(of: member), origin: .test) else {
      throw NotThere(member: member)
    }
    return signedIn
  }
}

private struct NotThere: Error { let member: Member }
