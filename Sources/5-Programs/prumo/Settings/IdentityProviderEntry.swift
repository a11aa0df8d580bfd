import Foundation
import OpenID
import UseCases
import Vocabulary

/// One entry of `openid_providers`, as it is written.
struct IdentityProviderEntry {
  static let fields = [
    "kind", "name", "label", "issuer", "client_id", "client_secret", "client_secret_file", "scopes",
    "second_factor_words", "certificate",
  ]
  private static let kinds = ["openid", "govbr", "govbr-staging"]

  private let parts: [String: String]
  private let place: String

  /// Throws `settings.unknownField`.
  init(_ parts: [String: String], place: String) throws(Problem) {
    for field in parts.keys.sorted() where !Self.fields.contains(field) {
      throw .invalid(
        rule: "settings.unknownField",
        ["field": field, "place": place, "names": Self.fields.joined(separator: ", ")])
    }
    self.parts = parts
    self.place = place
  }

  /// Throws `settings.providerField` and `settings.secretMissing`.
  func provider() throws(Problem) -> IdentityProvider {
    let kind = parts["kind"] ?? "openid"
    guard Self.kinds.contains(kind) else { throw wrong("kind") }
    let words = Set((parts["second_factor_words"] ?? "").split(separator: " ").map(String.init))
    do {
      return IdentityProvider(
        try kind == "openid" ? general() : govBR(isStaging: kind == "govbr-staging"), secondFactorWords: words
      )
    } catch {
      guard error.rule == "openid.settings" else { throw error }
      throw wrong(Self.ownName(of: error.details["setting"] ?? ""))
    }
  }

  private func govBR(isStaging: Bool) throws(Problem) -> OpenIDProvider {
    guard let secret = try secret() else { throw wrong("client_secret") }
    return try .govBR(clientID: field("client_id"), clientSecret: secret, isStaging: isStaging)
  }

  private func general() throws(Problem) -> OpenIDProvider {
    let scopes = (parts["scopes"] ?? "openid email profile").split(separator: " ").map(String.init)
    return try OpenIDProvider(
      key: field("name"), issuer: field("issuer"), clientID: field("client_id"), clientSecret: secret(),
      scopes: scopes, buttonLabel: field("label"), certificateFile: parts["certificate"])
  }

  private func field(_ name: String) throws(Problem) -> String {
    guard let text = parts[name], !text.isEmpty else { throw wrong(name) }
    return text
  }

  /// Nil for a client without one.
  private func secret() throws(Problem) -> String? {
    guard let path = parts["client_secret_file"] else { return parts["client_secret"] }
    guard parts["client_secret"] == nil else { throw wrong("client_secret") }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .invalid(rule: "settings.secretMissing", ["key": "client_secret", "file": path, "place": place])
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private func wrong(_ field: String) -> Problem {
    .invalid(rule: "settings.providerField", ["field": field, "place": place])
  }

  private static func ownName(of setting: String) -> String {
    let names = [
      "key": "name", "clientID": "client_id", "clientSecret": "client_secret", "buttonLabel": "label",
    ]
    return names[setting] ?? setting
  }
}
