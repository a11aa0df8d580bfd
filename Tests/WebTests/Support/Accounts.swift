import Access
import Records
import SQLStore
import Secrets
import TestCast
import UseCases
import Vocabulary

@testable import Web

let goodPassword = "três ipês na várzea"
let otherPassword = "canoa vermelha no rio"

extension Prumo {
  /// Gives a member a password, as an accepted invitation does.
  func setPassword(_ password: String = goodPassword, of member: Member) async throws {
    let hash = try PasswordHash.make(
      password, salt: Array(repeating: 7, count: PasswordHash.saltByteCount), cost: .tests)
    let now = now()
    try await store.write { try CredentialWriting.setPassword(hash, of: member.id, at: now, in: $0) }
  }

  /// Sets the second factor. Returns the recovery codes.
  func setSecondFactor(of member: Member) async throws -> [String] {
    let signedIn = try await signedIn(as: member)
    let secret = TimeCodeSecret(try await proposeSecondFactor(signedIn).secret)
    return try await confirmSecondFactor(secret?.code(at: now()) ?? "", signedIn).recoveryCodes
  }

  /// The path of a link, made so long ago.
  func link(
    _ kind: AccountLink.Kind, for member: Member?, secondsAgo: Int64 = 0, isUsed: Bool = false
  ) async throws -> String {
    let token = "\(kind.rawValue)-\(member?.rawValue ?? "ninguem")-\(secondsAgo)"
    let made = now().adding(seconds: -secondsAgo)
    let link = AccountLink(id: newID(), kind, for: member?.id, by: nil, at: made)
    try await store.write { db in
      try AccountLinkWriting.put(link, fingerprint: SecretToken.fingerprint(of: token), in: db)
      if isUsed { _ = try AccountLinkWriting.use(link.id, at: made, in: db) }
    }
    return AccountPaths.path(of: kind, token: token)
  }

  /// As if the person had not come in yet.
  func makeInvited(_ member: Member) async throws {
    _ = try await store.write {
      try $0.run("UPDATE person SET state = 'invited' WHERE id = \(member.id)")
    }
  }

  /// As if nobody administered the whole country.
  func withoutAdministrator() async throws {
    let now = now()
    _ = try await store.write {
      try $0.run("UPDATE assignment SET revoked_at = \(now) WHERE person_id = \(Member.iara.id)")
    }
  }
}
