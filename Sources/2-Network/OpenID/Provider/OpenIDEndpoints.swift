import Foundation
public import Transfers
import Vocabulary

/// Where a provider takes which question: what it publishes about itself (OpenID Connect Discovery 1.0).
public struct OpenIDEndpoints: Hashable, Sendable {
  public let authorization: WebAddress
  public let token: WebAddress
  public let keys: WebAddress
  public let person: WebAddress?
  /// It says in each answer who it is (RFC 9207), so an answer that does not is none of its own.
  public let namesItself: Bool
  /// It takes the client's secret in the form only, not in a header.
  let takesSecretInForm: Bool

  /// - Throws: `openid.unexpected`, `openid.issuer` when it is another's description, `openid.insecure` when an address
  ///   would be asked without encryption.
  init(_ json: [UInt8], of provider: OpenIDProvider) throws(Problem) {
    let published: Published
    do { published = try JSONDecoder.reading(Published.self, json) } catch { throw .unexpected("discovery") }
    guard published.issuer == provider.issuer else { throw .conflict(rule: "openid.issuer") }
    func address(_ text: String) throws(Problem) -> WebAddress {
      guard let address = WebAddress(text) else { throw .unexpected("discovery") }
      guard address.isEncrypted || (provider.issuerAddress.isLoopback && address.isLoopback) else {
        throw .conflict(rule: "openid.insecure")
      }
      return address
    }
    authorization = try address(published.authorization_endpoint)
    token = try address(published.token_endpoint)
    keys = try address(published.jwks_uri)
    person = if let text = published.userinfo_endpoint { try address(text) } else { nil }
    namesItself = published.authorization_response_iss_parameter_supported ?? false
    let methods = published.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
    takesSecretInForm = methods.contains("client_secret_post") && !methods.contains("client_secret_basic")
  }

  private struct Published: Decodable {
    let issuer: String
    let authorization_endpoint: String
    let token_endpoint: String
    let jwks_uri: String
    let userinfo_endpoint: String?
    let authorization_response_iss_parameter_supported: Bool?
    let token_endpoint_auth_methods_supported: [String]?
  }

  /// Beside the issuer, whether its own name ends with a slash or not.
  static func description(of provider: OpenIDProvider) throws(Problem) -> WebAddress {
    let base = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
    guard let address = WebAddress(base + "/.well-known/openid-configuration") else {
      throw .unexpected("discovery")
    }
    return address
  }
}
