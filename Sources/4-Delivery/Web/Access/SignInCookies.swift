import Hummingbird
import UseCases

/// The cookies around a sign-in. Beside the session's own there are three, each with the same attributes and a life of its
/// own.
struct SignInCookies: Sendable {
  let isSecure: Bool

  var session: SessionCookie { SessionCookie(isSecure: isSecure) }

  /// Says that somebody has signed in in this browser before, so that others' wrong passwords do not slow it down. It
  /// opens nothing.
  var device: SecretCookie {
    SecretCookie("prumo-aparelho", isSecure, days: 180, maximumBytes: SecretCookie.tokenBytes)
  }

  /// The password was right, and the code is still to come.
  var step: SecretCookie {
    SecretCookie("prumo-entrada", isSecure, minutes: 10, maximumBytes: SecretCookie.tokenBytes)
  }

  /// On the way to an identity provider and back.
  var identity: SecretCookie {
    SecretCookie("prumo-identidade", isSecure, minutes: 10, maximumBytes: SecretCookie.sealedBytes)
  }
}

/// A cookie that scripts cannot read and other sites' forms do not carry; with TLS it belongs to this host alone.
struct SecretCookie: Sendable {
  /// A token is far shorter; anything longer is none of ours.
  static let tokenBytes = 100
  /// Browsers keep 4,096 bytes of name, value and attributes together.
  static let sealedBytes = 3_900

  let name: String
  let isSecure: Bool
  let lifeSeconds: Int
  let maximumBytes: Int

  init(_ name: String, _ isSecure: Bool, days: Int = 0, minutes: Int = 0, maximumBytes: Int) {
    self.name = isSecure ? "__Host-" + name : name
    self.isSecure = isSecure
    lifeSeconds = days * 24 * 3_600 + minutes * 60
    self.maximumBytes = maximumBytes
  }

  func value(in request: Request) -> String? {
    guard let value = request.cookies[name]?.value, !value.isEmpty, value.utf8.count <= maximumBytes else {
      return nil
    }
    return value
  }

  func setting(_ value: String) -> Cookie { cookie(value, lifeSeconds: lifeSeconds) }

  var ending: Cookie { cookie("", lifeSeconds: 0) }

  private func cookie(_ value: String, lifeSeconds: Int) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: lifeSeconds, path: "/", secure: isSecure, httpOnly: true,
      sameSite: .lax)
  }
}

extension Response {
  /// The browser of somebody who has just signed in.
  mutating func begin(_ tokens: SignInTokens, _ cookies: SignInCookies) {
    setCookie(cookies.session.setting(tokens.session))
    setCookie(cookies.device.setting(tokens.device))
    setCookie(cookies.step.ending)
    headers[.cacheControl] = Caching.never
  }
}

extension OpenVisit {
  var cookies: SignInCookies { SignInCookies(isSecure: site.cookie.isSecure) }
  /// What the browser says of itself, for the list of own sessions.
  var client: String { request.headers[.userAgent] ?? "" }
  var device: String? { cookies.device.value(in: request) }
}

extension Visit {
  var cookies: SignInCookies { SignInCookies(isSecure: site.cookie.isSecure) }
}
