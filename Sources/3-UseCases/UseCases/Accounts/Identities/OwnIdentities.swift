import Access
import OpenID
import Records
import SQLStore
import Vocabulary

extension Prumo {
  /// The providers that the own account is linked with.
  public func ownIdentities(_ signedIn: SignedIn) async throws -> [IdentityChoice] {
    let issuers = try await store.read { try IdentityRecords.issuers(of: signedIn.person.id, in: $0) }
    return accounts.identities.all.filter { issuers.contains($0.provider.issuer) }
      .map { IdentityChoice(key: $0.provider.key, label: $0.provider.buttonLabel) }
  }

  /// Throws `identity.noProvider`, `identity.notLinked`, `identity.onlyWay` while the account has no password,
  /// `access.onlyViewing`.
  public func unlinkIdentity(at key: String, _ signedIn: SignedIn) async throws {
    let actor = try signedIn.acting()
    let issuer = try identityProvider(key).provider.issuer
    let (now, id) = (now(), signedIn.person.id)
    try await store.write { db in
      guard try CredentialRecords.find(of: id, in: db)?.passwordHash != nil else {
        throw Problem.conflict(rule: "identity.onlyWay")
      }
      guard try IdentityWriting.unlink(issuer: issuer, of: id, in: db) else {
        throw Problem.conflict(rule: "identity.notLinked")
      }
      try AuditWriting.record(
        AuditNote(
          .identityUnlinked, of: AuditThing(.person, id), in: try place(of: id, in: db),
          before: [.method: issuer]), by: actor, at: now, in: db)
    }
  }
}
