import Testing

@testable import Web

@Suite struct SignInCookieTests {
  @Test func `with TLS the cookies belong to this host alone`() {
    let cookies = SignInCookies(isSecure: true)
    let set = [
      cookies.session.setting("t"), cookies.device.setting("t"), cookies.step.setting("t"),
      cookies.identity.setting("t"), cookies.session.ending, cookies.device.ending, cookies.step.ending,
      cookies.identity.ending,
    ]
    for cookie in set {
      #expect(cookie.name.hasPrefix("__Host-prumo"))
      #expect(cookie.secure && cookie.httpOnly && cookie.sameSite == .lax && cookie.path == "/")
      #expect(cookie.domain == nil)
    }
    #expect(Set(set.prefix(4).map(\.name)).count == 4)
  }

  @Test func `without TLS they have other names, so that neither can stand for the other`() {
    let (plain, secure) = (SignInCookies(isSecure: false), SignInCookies(isSecure: true))
    #expect(plain.session.name == "prumo" && plain.device.name == "prumo-aparelho")
    #expect(plain.session.name != secure.session.name && plain.step.name != secure.step.name)
    #expect(!plain.device.setting("t").secure && plain.device.setting("t").httpOnly)
  }

  @Test func `each lives as long as what it stands for`() {
    let cookies = SignInCookies(isSecure: true)
    #expect(cookies.session.setting("t").maxAge == nil)
    #expect(cookies.device.setting("t").maxAge == 180 * 24 * 3_600)
    #expect(cookies.step.setting("t").maxAge == 600)
    #expect(cookies.identity.setting("t").maxAge == 600)
    #expect(cookies.device.ending.maxAge == 0)
  }

  @Test(arguments: [
    (Samples.firefox, "Firefox no Linux"), (Samples.chrome, "Chrome no Android"),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge no Windows"
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/18.0 Safari/604",
      "Safari no iPhone"
    ), ("curl/8.0", "Navegador sem nome conhecido"), ("", "Navegador sem nome conhecido"),
  ])
  func `a browser is named as its owner knows it`(client: String, words: String) {
    #expect(BrowserWords.name(client) == words)
  }
}
