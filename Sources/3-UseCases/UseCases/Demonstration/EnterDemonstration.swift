public import Access
import Records
import SQLStore
import Vocabulary

extension Prumo {
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
}
