import Foundation
public import Secrets
import Transfers
public import Vocabulary

/// Who has signed in, as the provider knows them.
public struct OpenIDPerson: Hashable, Sendable {
  /// Never the same for two people of one issuer. With gov.br it is the CPF: not to be shown, logged or kept; see
  /// `fingerprint`.
  public let subject: String
  public let issuer: String
  public let name: String?
  public let email: String?
  /// The provider has seen that the address is the person's.
  public let emailVerified: Bool
  /// How well the provider knows the person, in its own words: `gold`, `silver`, `bronze`.
  public let levels: [String]
  /// How the person signed in there (RFC 8176): `pwd`, `otp`, `mfa`.
  public let methods: [String]

  /// OpenID Connect Core allows 255 ASCII characters.
  public static let maximumSubjectBytes = 255

  init(_ claims: JSONValue, from provider: OpenIDProvider) throws(Problem) {
    guard let subject = claims["sub"]?.text, (1...Self.maximumSubjectBytes).contains(subject.utf8.count),
      subject.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { throw .unexpected("sub") }
    self.subject = subject
    issuer = provider.issuer
    name = Self.told(claims[provider.claims.name])
    email = Self.told(claims[provider.claims.email])
    emailVerified = email != nil && claims[provider.claims.emailVerified]?.isTrue == true
    levels = claims[provider.claims.levels]?.texts ?? []
    methods = claims["amr"]?.texts ?? []
  }

  private init(_ person: Self, name: String?, email: String?, emailVerified: Bool) {
    subject = person.subject
    issuer = person.issuer
    levels = person.levels
    methods = person.methods
    self.name = name
    self.email = email
    self.emailVerified = emailVerified
  }

  /// With what the provider told beside its token; what the token says stands.
  ///
  /// - Throws: `openid.unexpected` when that is about another person.
  func completed(by claims: JSONValue, from provider: OpenIDProvider) throws(Problem) -> Self {
    let other = try OpenIDPerson(claims, from: provider)
    guard other.subject == subject else { throw .unexpected("sub") }
    return Self(
      self, name: name ?? other.name, email: email ?? other.email,
      emailVerified: email == nil ? other.emailVerified : emailVerified)
  }

  /// Stands for this person of this issuer without telling who it is.
  public func fingerprint(key: InstallationKey) -> String {
    PrivateFingerprint.of(subject, purpose: "identity " + issuer, key: key)
  }

  /// - Throws: `openid.noEmail`, `openid.emailNotVerified`.
  public func verifiedEmail() throws(Problem) -> String {
    guard let email else { throw .invalid(rule: "openid.noEmail") }
    guard emailVerified else { throw .invalid(rule: "openid.emailNotVerified") }
    return email
  }

  private static func told(_ value: JSONValue?) -> String? {
    guard let text = value?.text, (1...254).contains(text.utf8.count) else { return nil }
    return text
  }
}

extension OpenIDPerson: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "OpenIDPerson(…)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension OpenIDProvider {
  /// What the provider tells of a person beside the token; some put the e-mail address there only.
  func more(
    about person: OpenIDPerson, at address: WebAddress, accessToken: String
  ) async throws(Problem) -> JSONValue {
    let request = WebRequest(
      address,
      headers: [
        WebRequest.Header("Authorization", "Bearer \(accessToken)"),
        WebRequest.Header("Accept", "application/json"),
      ], certificateFile: certificateFile)
    let body = try await good(ask(request))
    do { return try JSONDecoder.reading(JSONValue.self, body) } catch { throw .unexpected("person") }
  }
}
