public import Access
import Records
import SQLStore
import Vocabulary

/// Somebody of the cast as the sign-in page of a demonstration offers them.
public struct CastEntry: Sendable {
  public let member: CastMember
  public let person: Person
  /// Nil for who has no role.
  public let roleLabel: String?
  public let placeName: String
}

extension Prumo {
  /// Who can be entered as, in the order of the cast; nobody in a real database, and nobody whose account has ended.
  public func castEntries() async throws -> [CastEntry] {
    guard isDemonstration else { return [] }
    let today = now().day
    return try await store.read { db in
      try CastMember.allCases.compactMap { member in
        guard let person = try PersonRecords.own(member.id, in: db), person.mayEnter(on: today) else {
          return nil
        }
        let assignment = try AssignmentRecords.own(of: person.id, in: db).first { $0.isInForce(on: today) }
        return CastEntry(
          member: member, person: person, roleLabel: assignment.map { roles[$0.role].label },
          placeName: try placeName((assignment?.place ?? member.place).territory, in: db))
      }
    }
  }

  /// Signs in as one of the cast, with the second factor that some roles ask for. Throws `page.unknown` in a real
  /// database and for whoever is not of the cast, `signIn.ended`.
  public func enterDemonstration(
    as member: CastMember?, device: String?, origin: Actor.Origin, client: String
  ) async throws -> SignInTokens {
    let today = now().day
    return try await store.write { db in
      guard try DemonstrationMark.stands(in: db), let member,
        let person = try PersonRecords.own(member.id, in: db)
      else { throw Problem.notFound(rule: "page.unknown") }
      guard person.mayEnter(on: today) else { throw Problem.notAllowed(rule: "signIn.ended") }
      return try enter(
        person, method: .demonstration, hasSecondFactor: true, device: device, origin, client, in: db)
    }
  }

  private func placeName(_ territory: TerritoryCode, in db: any ReadTransaction) throws -> String {
    switch territory {
    case .country: "Brasil"
    case .state(let unit): try StateRecords.find(unit, in: db)?.name ?? unit.rawValue
    case .region(let region): try StateRecords.regionName(region, in: db) ?? region.description
    case .municipality(let code): try MunicipalityRecords.find(code, in: db)?.name ?? code.description
    }
  }
}
