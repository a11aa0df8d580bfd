import Foundation
import Testing

@testable import Web

@Suite struct SignInCookieTests {
  /// As they stand in the answer: name and attributes.
  private func texts(_ cookies: SignInCookies) -> [(name: String, attributes: Set<String>)] {
    [
      "\(cookies.session.setting("t"))", "\(cookies.device.setting("t"))", "\(cookies.step.setting("t"))",
      "\(cookies.identity.setting("t"))", "\(cookies.session.ending)", "\(cookies.device.ending)",
      "\(cookies.step.ending)", "\(cookies.identity.ending)",
    ].map { text in
      let parts = text.components(separatedBy: "; ")
      return (String(parts[0].prefix { $0 != "=" }), Set(parts.dropFirst()))
    }
  }

  @Test func `with TLS the cookies belong to this host alone`() {
    for (name, attributes) in texts(SignInCookies(isSecure: true)) {
      #expect(name.hasPrefix("__Host-prumo"))
      #expect(attributes.isSuperset(of: ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]), "\(name)")
      #expect(!attributes.contains { $0.hasPrefix("Domain") })
    }
  }

  @Test func `without TLS they have other names, so that neither can stand for the other`() {
    let (plain, secure) = (texts(SignInCookies(isSecure: false)), texts(SignInCookies(isSecure: true)))
    #expect(Set(plain.map(\.name)) == ["prumo", "prumo-aparelho", "prumo-entrada", "prumo-identidade"])
    #expect(Set(plain.map(\.name)).isDisjoint(with: secure.map(\.name)))
    for (_, attributes) in plain {
      #expect(attributes.isSuperset(of: ["HttpOnly", "SameSite=Lax", "Path=/"]))
      #expect(!attributes.contains("Secure"))
    }
  }

  @Test func `each lives as long as what it stands for`() {
    let lives = texts(SignInCookies(isSecure: true)).map { cookie in
      cookie.attributes.first { $0.hasPrefix("Max-Age") }
    }
    #expect(lives[0] == nil)
    #expect(lives[1] == "Max-Age=15552000")
    #expect(lives[2] == "Max-Age=600" && lives[3] == "Max-Age=600")
    #expect(lives[4...].allSatisfy { $0 == "Max-Age=0" })
  }

  @Test(arguments: [
    (Samples.firefox, "Firefox no Linux"), (Samples.chrome, "Chrome no Android"),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge no Windows"
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604",
      "Safari no iPhone"
    ), ("curl/8.0", "Navegador sem nome conhecido"), ("", "Navegador sem nome conhecido"),
  ])
  func `a browser is named as its owner knows it`(client: String, words: String) {
    #expect(BrowserWords.name(client) == words)
  }
}
