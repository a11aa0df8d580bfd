import Access
import OpenID
import Transfers
import Vocabulary

/// The way to a provider.
public struct IdentityBeginning: Sendable {
  /// Where the browser goes.
  public let address: String
  /// What it keeps meanwhile, in a cookie.
  public let sealed: String
}

extension Prumo {
  /// Begins a visit to a provider.
  ///
  /// - Parameters:
  ///   - back: our own whole address that the provider sends the person back to, as it is registered there.
  ///   - returnTo: path of the page that was asked for.
  ///   - signedIn: who asks; needed for linking.
  /// - Throws: `identity.noProvider`, `access.onlyViewing`, and those of `OpenIDDirectory.begin`.
  public func beginIdentity(
    at key: String, for purpose: IdentityPurpose, back: String, returnTo: String, signedIn: SignedIn? = nil
  ) async throws -> IdentityBeginning {
    let provider = try identityProvider(key)
    var (invitation, session): (String?, String?)
    switch purpose {
    case .signIn: break
    case .invitation(let token):
      _ = try await invited(by: token)
      invitation = token
    case .linking:
      guard let signedIn else { throw Problem.signInNeeded(rule: "access.signInNeeded") }
      _ = try signedIn.acting()
      session = signedIn.session.id.text
    }
    var randomness = randomness
    let attempt = OpenIDAttempt(from: &randomness)
    let now = now()
    let address = try await accounts.identities.directory.begin(
      attempt, at: provider.provider, back: try backAddress(back), now: now)
    let kept = IdentityAttempt(
      provider: key, state: attempt.state, nonce: attempt.nonce, verifier: attempt.verifier,
      expiresAt: now.adding(seconds: IdentityAttempt.lifeSeconds).millisecondsSince1970, returnTo: returnTo,
      invitation: invitation, session: session)
    return IdentityBeginning(
      address: address.description, sealed: try kept.sealed(accounts.key, using: &randomness))
  }

  /// Throws `identity.noProvider`.
  func identityProvider(_ key: String) throws -> IdentityProvider {
    guard let provider = accounts.identities.named(key) else {
      throw Problem.notFound(rule: "identity.noProvider")
    }
    return provider
  }

  func backAddress(_ text: String) throws -> WebAddress {
    guard let address = WebAddress(text) else { throw Problem.invalid(rule: "identity.ownAddress") }
    return address
  }
}
