import Crypto
import Foundation
import Secrets
public import Transfers
public import Vocabulary

/// One attempt to sign in by a provider: three secrets that bind the answer to the browser that asked (state), the token
/// to this attempt (nonce), and the code to this program (PKCE, RFC 7636). Kept by us between the two visits, never
/// shown: whoever has it could pass off an answer as asked for.
public struct OpenIDAttempt: Hashable, Sendable {
  /// 256 bits each, as base64url.
  public static let textLength = 43

  public let state: String
  public let nonce: String
  public let verifier: String

  /// - Parameter randomness: the system's, outside of tests.
  public init(from randomness: inout some RandomNumberGenerator) {
    state = SecretToken.new(using: &randomness).text
    nonce = SecretToken.new(using: &randomness).text
    verifier = SecretToken.new(using: &randomness).text
  }

  /// As it was kept; nil when it is none.
  public init?(state: String, nonce: String, verifier: String) {
    guard
      [state, nonce, verifier].allSatisfy({
        $0.utf8.count == Self.textLength && Base64URL.bytes($0)?.count == 32
      })
    else { return nil }
    self.state = state
    self.nonce = nonce
    self.verifier = verifier
  }

  /// Only the provider's own people and parameters reach it; the verifier itself stays here.
  ///
  /// - Throws: `openid.settings` when the settings make the address too long.
  public func authorizationAddress(
    at provider: OpenIDProvider, _ endpoints: OpenIDEndpoints, back: WebAddress
  ) throws(Problem) -> WebAddress {
    let own = [
      ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", back.description),
      ("scope", provider.scopes.joined(separator: " ")), ("state", state), ("nonce", nonce),
      ("code_challenge", challenge), ("code_challenge_method", "S256"),
    ]
    let extra = provider.extraParameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    guard let address = endpoints.authorization.adding(FormFields(own + extra)) else {
      throw .invalid(field: "scopes", rule: "openid.settings", ["setting": "scopes"])
    }
    return address
  }

  var challenge: String { Base64URL.text(SHA256.hash(data: Data(verifier.utf8))) }
}

extension OpenIDAttempt: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "OpenIDAttempt(…)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
