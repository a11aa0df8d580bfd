import Foundation
import Vocabulary

/// What makes a signed token a proof that a person has just signed in here (OpenID Connect Core 1.0, 3.1.3.7).
enum IDToken {
  /// Clocks of two servers differ, and the answer takes its time.
  static let leewaySeconds: Int64 = 60

  /// The claims, when all of it holds: signature, issuer, that it was made for us, time, and our nonce.
  ///
  /// - Throws: `openid.signature`, `openid.issuer`, `openid.audience`, `openid.expired`, `openid.nonce`,
  ///   `openid.unexpected`.
  static func claims(
    _ token: SignedToken, from provider: OpenIDProvider, nonce: String, keys: SigningKeys, now: Instant
  ) throws(Problem) -> JSONValue {
    try keys.check(token)
    guard let claims = try? JSONDecoder.reading(JSONValue.self, token.payload) else {
      throw .unexpected("token")
    }
    guard claims["iss"]?.text == provider.issuer else { throw .invalid(rule: "openid.issuer") }
    try checkAudience(claims, provider.clientID)
    try checkTime(claims, now)
    guard claims["nonce"]?.text == nonce else { throw .invalid(rule: "openid.nonce") }
    return claims
  }

  /// Among several readers of a token, the one it was made for is named.
  private static func checkAudience(_ claims: JSONValue, _ clientID: String) throws(Problem) {
    let readers = claims["aud"]?.texts ?? []
    let reader = claims["azp"]?.text
    guard readers.contains(clientID), reader == clientID || (reader == nil && readers.count == 1) else {
      throw .invalid(rule: "openid.audience")
    }
  }

  private static func checkTime(_ claims: JSONValue, _ now: Instant) throws(Problem) {
    guard let ends = instant(claims["exp"]), let begins = instant(claims["iat"]) else {
      throw .unexpected("token")
    }
    let validFrom = instant(claims["nbf"]) ?? begins
    let latest = now.adding(seconds: leewaySeconds)
    guard now < ends.adding(seconds: leewaySeconds), begins <= latest, validFrom <= latest else {
      throw .invalid(rule: "openid.expired")
    }
  }

  /// Seconds since 1970, perhaps with a fraction.
  private static func instant(_ value: JSONValue?) -> Instant? {
    guard let seconds = value?.number, abs(seconds) < 1e12 else { return nil }
    return Instant(millisecondsSince1970: Int64((seconds * 1_000).rounded(.down)))
  }
}
