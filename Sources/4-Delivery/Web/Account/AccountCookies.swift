import HTTPTypes
import Hummingbird
import UseCases
import Vocabulary

/// The two cookies of signing in beside the session's: which browser this is, and the step between password and code.
struct AccountCookies: Sendable {
  let session: SessionCookie

  /// As long as a known browser is kept (`SignInRecords.knownDeviceSeconds`).
  private static let deviceSeconds = 180 * 24 * 3_600
  private static let stepSeconds = 10 * 60
  private static let maximumBytes = 100

  private var device: String { name("aparelho") }
  private var step: String { name("passo") }

  func device(in request: Request) -> String? { value(device, in: request) }
  func step(in request: Request) -> String? { value(step, in: request) }

  /// Signed in: the session begins, the browser is known, the step is over.
  func signedIn(_ tokens: SignInTokens, on response: Response) -> Response {
    var response = response
    for cookie in cookies(of: tokens) { response.setCookie(cookie) }
    return response
  }

  func cookies(of tokens: SignInTokens) -> [Cookie] {
    [
      session.setting(tokens.session), cookie(device, tokens.device, seconds: Self.deviceSeconds),
      cookie(step, "", seconds: 0),
    ]
  }

  func began(step token: String, on response: Response) -> Response {
    var response = response
    response.setCookie(cookie(step, token, seconds: Self.stepSeconds))
    return response
  }

  /// The browser stays a known one: who signs out comes back.
  func signedOut(on response: Response) -> Response {
    var response = response
    response.setCookie(session.ending)
    response.setCookie(cookie(step, "", seconds: 0))
    return response
  }

  /// As the session's own name: the prefix makes browsers insist on https and on this host.
  private func name(_ word: String) -> String { session.name + "-" + word }

  private func cookie(_ name: String, _ value: String, seconds: Int) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: seconds, path: "/", secure: session.isSecure, httpOnly: true,
      sameSite: .lax)
  }

  private func value(_ name: String, in request: Request) -> String? {
    guard let value = request.cookies[name]?.value, !value.isEmpty, value.utf8.count <= Self.maximumBytes
    else { return nil }
    return value
  }
}

extension Site {
  var accountCookies: AccountCookies { AccountCookies(session: cookie) }
}

extension Request {
  /// What the browser says of itself, on one line.
  var client: String {
    String(
      (headers[.userAgent] ?? "").unicodeScalars.prefix(200).map { $0.value < 0x20 ? " " : Character($0) })
  }
}

extension Response {
  /// A page whose address opens something: no other address gets to know it, and no cache keeps it.
  func withSecretAddress() -> Response {
    var response = self
    response.headers[HTTPField.Name("Referrer-Policy")!] = SecurityHeaders.secretAddressPolicy
    response.headers[.cacheControl] = "no-store"
    return response
  }

  func notStored() -> Response {
    var response = self
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
