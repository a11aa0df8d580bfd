import Foundation
import OpenID
import Secrets
import Vocabulary

/// What a person goes to a provider for.
public enum IdentityPurpose: Hashable, Sendable {
  case signIn
  /// Accepts the invitation of this token without choosing a password.
  case invitation(token: String)
  /// Links the account of whoever has signed in.
  case linking
}

/// A visit to a provider as the browser carries it meanwhile, sealed with the installation's key. Why not in the store:
/// docs/decisions/0043-identities.md.
struct IdentityAttempt: Codable {
  /// Long enough for a provider that asks for its own second factor.
  static let lifeSeconds: Int64 = 10 * 60
  private static let owner = "identity attempt"

  let provider: String
  let state: String
  let nonce: String
  let verifier: String
  let expiresAt: Int64
  let returnTo: String
  /// Token of the invitation that is being accepted.
  let invitation: String?
  /// Session in which the account is being linked.
  let session: String?

  var attempt: OpenIDAttempt? { OpenIDAttempt(state: state, nonce: nonce, verifier: verifier) }

  func sealed(_ key: InstallationKey, using randomness: inout some RandomNumberGenerator) throws -> String {
    let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    return try SealedText.seal(text, owner: Self.owner, key: key, using: &randomness)
  }

  /// Throws `openid.state` for what was not sealed here, and for what is over.
  static func opened(_ sealed: String?, key: InstallationKey, at now: Instant) throws -> IdentityAttempt {
    guard let text = sealed.flatMap({ try? SealedText.open($0, owner: owner, key: key) }),
      let attempt = try? JSONDecoder().decode(IdentityAttempt.self, from: Data(text.utf8)),
      now.millisecondsSince1970 < attempt.expiresAt
    else { throw Problem.invalid(rule: "openid.state") }
    return attempt
  }
}
