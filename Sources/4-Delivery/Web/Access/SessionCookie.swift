import Foundation
import HTTPTypes
import Hummingbird
import Vocabulary

/// The cookie that carries the session's token. Scripts cannot read it, other sites cannot send it, and with TLS it
/// belongs to this host alone. Its end is the session's, which the store knows: to the browser it ends with the window.
struct SessionCookie: Sendable {
  /// The pages are reached by https, so that the cookie may insist on it.
  let isSecure: Bool

  /// The prefix makes browsers refuse a cookie of this name that is not secure, or comes from a neighbouring host.
  var name: String { isSecure ? "__Host-prumo" : "prumo" }

  func token(in request: Request) -> String? {
    guard let token = request.cookies[name]?.value, !token.isEmpty, token.utf8.count <= Self.maximumBytes
    else {
      return nil
    }
    return token
  }

  /// A token is far shorter; anything longer is none of ours.
  private static let maximumBytes = 100

  func setting(_ token: String) -> Cookie {
    Cookie(name: name, value: token, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
  }

  var ending: Cookie {
    Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
  }
}

/// Where to go back to after signing in: an address of our own pages, never another site's.
struct ReturnPath: Hashable, Sendable {
  static let maximumBytes = 2_000
  static let home = ReturnPath("/")!

  let text: String

  /// Nil for what a browser could read as another site: `//host`, `/\host`, a scheme, control characters.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumBytes, bytes.first == UInt8(ascii: "/"),
      bytes.count == 1 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.text = String(text)
  }

  /// The page to sign in on, which then leads back here.
  var signInHref: String { href(of: "/entrar") }

  /// A page on the way that leads back here.
  func href(of path: String) -> String {
    let plain = CharactersOfAddresses.unreserved
    return self == .home
      ? path : "\(path)?volta=\(text.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
  }
}
