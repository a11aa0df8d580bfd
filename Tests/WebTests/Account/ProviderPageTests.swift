import OpenID
import Secrets
import TestCast
import Testing
import UseCases

@testable import Web

/// Sign-in by a provider, as far as it goes without one.
@Suite struct ProviderPageTests {
  /// Nobody listens there.
  private func withProvider(_ body: (PageServer, Prumo) async throws -> Void) async throws {
    let provider = try OpenIDProvider(
      key: "estado", issuer: "http://127.0.0.1:1", clientID: "prumo", clientSecret: "segredo",
      buttonLabel: "Entrar com a rede do estado")
    let accounts = AccountSettings(passwordCost: .tests, identityProviders: [IdentityProvider(provider)])
    try await withPages(accounts: accounts) { prumo in
      try await PageServer.serve(prumo) { try await body($0, prumo) }
    }
  }

  @Test func `without a provider there is no button, and its addresses lead nowhere`() async throws {
    try await withPages { prumo in
      try await PageServer.serve(prumo) { server in
        let page = try await server.get("/entrar", as: nil)
        #expect(!page.body.contains("/entrar/provedor/"))
        #expect(try await server.get("/entrar/provedor/estado", as: nil).status == 404)
        #expect(try await server.get("/entrar/provedor/estado/retorno?code=a&state=b", as: nil).status == 404)
        #expect(try await server.post("/conta/identidade/estado/ligar", "", as: .bento).status == 404)
        let account = try await server.get("/conta", as: .bento)
        #expect(!account.body.contains("/conta/identidade/"))
      }
    }
  }

  @Test func `a provider that does not answer leaves the password form standing`() async throws {
    try await withProvider { server, _ in
      let page = try await server.get("/entrar", as: nil)
      #expect(page.body.contains("href=\"/entrar/provedor/estado\""))
      let answer = try await server.get("/entrar/provedor/estado?volta=%2Fmunicipios", as: nil)
      #expect(answer.status == 409 && answer.body.contains("O provedor de identidade não respondeu"))
      #expect(answer.body.contains("name=\"senha\"") && answer.body.contains("value=\"/municipios\""))
      #expect(answer.cookies == [])
    }
  }

  @Test func `an answer that nobody asked for opens nothing`() async throws {
    try await withProvider { server, _ in
      for headers in [[:], ["Cookie": "prumo-identidade=abc"], ["Cookie": "prumo-identidade="]] {
        let answer = try await server.get(
          "/entrar/provedor/estado/retorno?code=a&state=b", as: nil, headers: headers)
        #expect(answer.status == 422 && answer.body.contains("Esta entrada não foi começada aqui"))
        #expect(!answer.cookies.contains { $0.hasPrefix("prumo=") })
      }
      let signedIn = try await server.get("/entrar/provedor/estado/retorno?code=a&state=b", as: .bento)
      #expect(signedIn.status == 422)
    }
  }

  @Test func `linking begins with a form of ours, by whoever has signed in`() async throws {
    try await withProvider { server, _ in
      #expect(try await server.get("/conta/identidade/estado/ligar", as: .bento).status == 404)
      #expect(try await server.post("/conta/identidade/estado/ligar", "", as: nil).status == 401)
      let foreign = try await server.post(
        "/conta/identidade/estado/ligar", "", as: .bento, headers: ["Origin": "https://elsewhere.example"])
      #expect(foreign.status == 409 && foreign.body.contains("outro site"))
      #expect(try await server.get("/conta", as: .bento).body.contains("/conta/identidade/estado/ligar"))
    }
  }
}
