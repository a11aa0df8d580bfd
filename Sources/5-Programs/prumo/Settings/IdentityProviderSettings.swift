import Foundation
import Vocabulary

/// One entry of `openid_providers`.
struct IdentityProviderSettings: Sendable, Equatable {
  /// Part of the address people come back to: lower-case letters, digits and hyphens.
  let name: String
  /// What the button says.
  let title: String
  let issuer: String
  let clientID: String
  let clientSecret: String
  let scopes: [String]
  /// The provider's name for a person is their CPF, as gov.br's: hashed, never shown.
  let subjectIsCPF: Bool

  static let fields = [
    "name", "title", "issuer", "client_id", "client_secret", "client_secret_file", "scopes", "subject_is_cpf",
  ]

  /// Throws `settings.providerField`, `settings.mistyped` and `settings.secretMissing`.
  init(_ parts: [String: String], place: String) throws(Problem) {
    for field in parts.keys.sorted() where !Self.fields.contains(field) {
      throw .invalid(
        rule: "settings.mistyped",
        [
          "key": field, "place": place,
          "nearest": NearestName.of(field, among: Self.fields) ?? Self.fields.joined(separator: ", "),
        ])
    }
    func field(_ name: String, _ isRight: (String) -> Bool = { !$0.isEmpty }) throws(Problem) -> String {
      guard let text = parts[name], isRight(text) else {
        throw .invalid(rule: "settings.providerField", ["field": name, "place": place])
      }
      return text
    }
    name = try field("name") { name in
      !name.isEmpty
        && name.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    }
    title = try field("title")
    issuer = try field("issuer") { $0.hasPrefix("https://") || $0.hasPrefix("http://127.0.0.1:") }
    clientID = try field("client_id")
    clientSecret = try Self.secret(parts, place: place)
    scopes = (parts["scopes"] ?? "openid email profile").split(separator: " ").map(String.init)
    guard let isCPF = ["true": true, "false": false][parts["subject_is_cpf"] ?? "false"] else {
      throw .invalid(rule: "settings.providerField", ["field": "subject_is_cpf", "place": place])
    }
    subjectIsCPF = isCPF
  }

  private static func secret(_ parts: [String: String], place: String) throws(Problem) -> String {
    switch (parts["client_secret"], parts["client_secret_file"]) {
    case (let secret?, nil) where !secret.isEmpty: return secret
    case (nil, let path?):
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw .invalid(
          rule: "settings.secretMissing", ["key": "client_secret", "file": path, "place": place])
      }
      return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    default: throw .invalid(rule: "settings.providerField", ["field": "client_secret", "place": place])
    }
  }
}
