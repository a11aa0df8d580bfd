import Testing

@testable import Web

@Suite struct AddressTests {
  @Test(arguments: [
    "", "localhost", "10.0.0", "10.0.0.256", "10.0.0.5:80", "1.2.3.4 ", "fe80::1%eth0", "::g", "[::1",
    "0x7f.1",
    "1.2.3.4\u{0}", String(repeating: "1", count: 46),
  ])
  func `what is no address is none`(text: String) {
    #expect(NetworkAddress(text) == nil)
  }

  @Test func `an address has one form`() {
    #expect(NetworkAddress("::ffff:10.0.0.5") == NetworkAddress("10.0.0.5"))
    #expect(NetworkAddress("::ffff:10.0.0.5")?.description == "10.0.0.5")
    #expect(NetworkAddress("2001:DB8:0:0::1")?.description == "2001:db8::1")
    #expect(NetworkAddress("[2001:db8::1]") == NetworkAddress("2001:db8::1"))
    #expect(NetworkAddress("127.8.9.1")?.isLoopback == true)
    #expect(NetworkAddress("::1")?.isLoopback == true)
    #expect(NetworkAddress("128.0.0.1")?.isLoopback == false)
  }

  @Test func `of version 6 a whole site is one holder`() {
    #expect(NetworkAddress("2001:db8:1:2:3:4:5:6")?.holder == NetworkAddress("2001:db8:1:2::")?.holder)
    #expect(NetworkAddress("2001:db8:1:2::")?.holder != NetworkAddress("2001:db8:1:3::")?.holder)
    #expect(NetworkAddress("10.0.0.5")?.holder != NetworkAddress("10.0.0.6")?.holder)
  }

  @Test(arguments: [
    "", "/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "::/129", "10.0.0.0/8/8", "host/8",
  ])
  func `what is no range is none`(text: String) {
    #expect(NetworkRange(text) == nil)
  }

  @Test func `a range has those that begin alike`() throws {
    let ten = try #require(NetworkRange("10.1.2.3/8"))
    #expect(ten.contains(try #require(NetworkAddress("10.255.0.1"))))
    #expect(ten.contains(try #require(NetworkAddress("::ffff:10.0.0.1"))))
    #expect(!ten.contains(try #require(NetworkAddress("11.0.0.0"))))
    let one = try #require(NetworkRange("2001:db8::7"))
    #expect(one.contains(try #require(NetworkAddress("2001:db8::7"))))
    #expect(!one.contains(try #require(NetworkAddress("2001:db8::8"))))
    #expect(
      try #require(NetworkRange("2001:db8::/65")).contains(
        try #require(NetworkAddress("2001:db8::7fff:0:0:1"))))
    #expect(try #require(NetworkRange("0.0.0.0/0")).isEverything)
    #expect(try #require(NetworkRange("::/0")).isEverything)
    #expect(!ten.isEverything)
  }

  // Who is at the other end.

  private static let clients = ClientAddress(
    trusted: ["10.0.0.0/24", "2001:db8:f::/48"].compactMap { NetworkRange($0) })

  @Test(arguments: [
    // peer, what was forwarded, the client
    ("192.0.2.1", ["203.0.113.9"], "192.0.2.1"),
    ("10.0.0.1", [], "10.0.0.1"),
    ("10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
    ("10.0.0.1", ["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
    ("10.0.0.1", ["6.6.6.6", "203.0.113.9"], "203.0.113.9"),
    ("10.0.0.1", ["6.6.6.6, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
    ("10.0.0.1", ["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
    ("10.0.0.1", ["203.0.113.9:4711"], "203.0.113.9"),
    ("2001:db8:f::1", ["[2001:db8:a::1]:4711"], "2001:db8:a::1"),
    ("2001:db8:f::1", ["2001:db8:a::1"], "2001:db8:a::1"),
    ("10.0.0.1", ["203.0.113.9, unknown"], "10.0.0.1"),
    ("10.0.0.1", ["203.0.113.9, , 10.0.0.2"], "10.0.0.2"),
    ("10.0.0.1", ["10.0.0.9, ::1:80:x"], "10.0.0.1"),
    ("::ffff:10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
  ])
  func `the client is the first from the right that is not ours`(
    peer: String, forwarded: [String], client: String
  ) throws {
    let found = Self.clients.client(peer: try #require(NetworkAddress(peer)), forwardedFor: forwarded)
    #expect(found == NetworkAddress(client))
  }

  @Test func `of a list without end only its end is read`() throws {
    let peer = try #require(NetworkAddress("10.0.0.1"))
    let hops = ["203.0.113.9"] + Array(repeating: "10.0.0.2", count: ClientAddress.longestList)
    #expect(Self.clients.client(peer: peer, forwardedFor: hops) == NetworkAddress("10.0.0.2"))
    #expect(
      Self.clients.client(peer: peer, forwardedFor: Array(hops.dropLast())) == NetworkAddress("203.0.113.9"))
  }

  // Our own name.

  @Test(arguments: [
    "", "prumo.exemplo.gov.br", "http://prumo.exemplo.gov.br", "https://",
    "https://prumo.exemplo.gov.br/painel",
    "https://prumo..br", "https://-a.br", "https://a b.br", "https://a.br:0", "https://a.br:x",
    "https://a@b.br",
    "ftp://a.br", "https://a.br?x", "https://[::1", "https://a.br:80:80",
  ])
  func `what is no public address is none`(text: String) {
    #expect(PublicAddress(text) == nil)
  }

  @Test func `a public address is known by its host`() throws {
    let address = try #require(PublicAddress("https://Prumo.exemplo.gov.br/"))
    #expect(address.text == "https://prumo.exemplo.gov.br")
    #expect(address.isNamed(by: "PRUMO.exemplo.gov.br") && address.isNamed(by: "prumo.exemplo.gov.br:443"))
    #expect(!address.isNamed(by: "prumo.exemplo.gov.br:80") && !address.isNamed(by: "outro.gov.br"))
    #expect(PublicAddress("https://a.br:8443")?.authority == "a.br:8443")
    #expect(PublicAddress("https://a.br:443")?.authority == "a.br")
    #expect(PublicAddress("http://127.0.0.1:8080")?.text == "http://127.0.0.1:8080")
    #expect(PublicAddress("http://localhost:8080")?.isEncrypted == false)
  }
}
