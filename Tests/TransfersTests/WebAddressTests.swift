import Testing
import Transfers

@Suite struct WebAddressTests {
  @Test(
    arguments: [
      "", "exemplo.gov.br", "//exemplo.gov.br", "ftp://exemplo.gov.br/", "file:///etc/passwd", "https://",
      "https:///caminho", "https://ana:senha@exemplo.gov.br/", "https://exemplo.gov.br#parte",
      "https://exemplo.gov.br/\r\nHost: outro", "https://exemplo.gov.br/ espaço", "https://exemplo gov.br",
      "https://exemplo.gov.br:0/", "https://exemplo.gov.br:65536/", "https://exemplo.gov.br:",
      "https://:443/",
      "https://exemplo.gov.br:4 43/", "https://exemplo.gov.br\\@outro.com/", "https://exemplo..gov.br/",
      "https://-exemplo.gov.br/", "https://[::1/", "https://[::1]x/", "https://[exemplo]/",
      "https://exemplo.gov.br%00/", "https://émulo.gov.br/", "javascript:alert(1)",
    ])
  func `what is no plain address of the web is refused`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `an address is read up to its longest and not one letter further`() {
    let start = "https://exemplo.gov.br/"
    let longest = start + String(repeating: "a", count: WebAddress.maximumBytes - start.utf8.count)
    #expect(WebAddress(longest)?.description == longest)
    #expect(WebAddress(longest + "a") == nil)
  }

  @Test func `an address is taken apart and comes back as it was`() throws {
    let address = try #require(WebAddress("https://SSO.exemplo.gov.br:8443/entrar?de=aqui&para=%C3%A1"))
    #expect(address.isEncrypted)
    #expect(address.host == "sso.exemplo.gov.br")
    #expect(address.port == 8443)
    #expect(address.rest == "/entrar?de=aqui&para=%C3%A1")
    #expect(address.description == "https://sso.exemplo.gov.br:8443/entrar?de=aqui&para=%C3%A1")
    #expect(WebAddress("HTTP://[::1]:80")?.description == "http://[::1]:80")
  }

  @Test(
    arguments: [
      ("http://127.0.0.1:8080/", true), ("http://127.255.0.9/", true), ("http://localhost", true),
      ("http://[::1]/", true), ("http://127.0.0.1.exemplo.com/", false), ("http://127.exemplo.com/", false),
      ("http://localhost.exemplo.com/", false), ("http://128.0.0.1/", false), ("http://127.1/", false),
      ("http://127.0.0.a/", false), ("http://[::2]/", false),
    ])
  func `only the machine itself is the machine itself`(text: String, isLoopback: Bool) throws {
    #expect(try #require(WebAddress(text)).isLoopback == isLoopback)
  }

  @Test(
    arguments: [
      ("https://exemplo.gov.br", "https://exemplo.gov.br/?a=1"),
      ("https://exemplo.gov.br/x", "https://exemplo.gov.br/x?a=1"),
      ("https://exemplo.gov.br/x?b=2", "https://exemplo.gov.br/x?b=2&a=1"),
      ("https://exemplo.gov.br/x?", "https://exemplo.gov.br/x?a=1"),
    ])
  func `fields are added behind those that are there`(before: String, after: String) throws {
    let address = try #require(WebAddress(before))
    #expect(address.adding(FormFields([("a", "1")]))?.description == after)
  }

  @Test func `fields are written so that no value can end them`() {
    let fields = FormFields([("nome", "Água & Boa = 1"), ("sinais", "a+b/c?d#e\r\n"), ("vazio", "")])
    #expect(fields.text == "nome=%C3%81gua%20%26%20Boa%20%3D%201&sinais=a%2Bb%2Fc%3Fd%23e%0D%0A&vazio=")
  }
}
