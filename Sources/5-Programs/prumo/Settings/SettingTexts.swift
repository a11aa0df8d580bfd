import Foundation
import OpenID
import Secrets
import Transfers
import UseCases
import Vocabulary
import Web

/// Texts of the settings into values; what does not fit says which key, where it was written, and what may stand there.
struct SettingTexts {
  private let reading: SettingsReading

  /// Bearer tokens shorter than this can be guessed.
  static let shortestToken = 16

  init(_ reading: SettingsReading) {
    self.reading = reading
  }

  func textIfAny(_ name: String) throws(Problem) -> String? {
    guard let value = reading.values[name] else { return SettingKeys.named(name)?.standard }
    guard case .one(let text) = value.written, !text.isEmpty else { throw wrong(name) }
    if case .choice(let names) = SettingKeys.named(name)?.kind, !names.contains(text) { throw wrong(name) }
    return text
  }

  func text(_ name: String) throws(Problem) -> String {
    guard let text = try textIfAny(name) else { throw wrong(name) }
    return text
  }

  func whole(_ name: String) throws(Problem) -> Int {
    guard case .whole(let range) = SettingKeys.named(name)?.kind, let number = Int(try text(name)),
      range.contains(number)
    else { throw wrong(name) }
    return number
  }

  /// `12 GB`, `500MB`, `1000000`: powers of ten, as disks count.
  func bytes(_ name: String) throws(Problem) -> Int64 {
    let written = try text(name)
    let digits = written.prefix { $0.isASCII && $0.isNumber }
    let unit = written.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    let factors: [String: Int64] = ["": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000]
    guard case .bytes(let range) = SettingKeys.named(name)?.kind, let number = Int64(digits),
      let factor = factors[unit]
    else { throw wrong(name) }
    let (product, overflows) = number.multipliedReportingOverflow(by: factor)
    guard !overflows, range.contains(product) else { throw wrong(name) }
    return product
  }

  func state(_ name: String) throws(Problem) -> FederativeUnit {
    guard let unit = FederativeUnit(rawValue: try text(name).uppercased()) else { throw wrong(name) }
    return unit
  }

  func database() throws(Problem) -> String {
    let url = try text("database")
    guard DatabaseOption.isKnown(url) else { throw wrong("database") }
    return url
  }

  func publicAddress(_ name: String) throws(Problem) -> PublicAddress? {
    guard let text = try textIfAny(name) else { return nil }
    guard let address = PublicAddress(text) else { throw wrong(name) }
    return address
  }

  /// Written as a list, or with commas in one line. A network of everybody is no proxy.
  func networks(_ name: String) throws(Problem) -> [NetworkRange] {
    guard let value = reading.values[name] else { return [] }
    let texts: [String]
    switch value.written {
    case .one(let text): texts = text.split(separator: ",").map { String($0.filter { $0 != " " }) }
    case .several(let list): texts = list
    case .parts: throw wrong(name)
    }
    var ranges: [NetworkRange] = []
    for text in texts {
      guard let range = NetworkRange(text) else { throw wrong(name) }
      guard !range.isEverything else { throw .invalid(rule: "settings.everyoneTrusted", ["network": text]) }
      ranges.append(range)
    }
    return ranges
  }

  /// Both or none.
  func pair(_ first: String, _ second: String) throws(Problem) -> (String, String)? {
    switch (try textIfAny(first), try textIfAny(second)) {
    case (nil, nil): return nil
    case (let one?, let other?): return (one, other)
    case (_?, nil): throw Self.alone(first, without: second)
    case (nil, _?): throw Self.alone(second, without: first)
    }
  }

  func token(_ name: String) throws(Problem) -> String? {
    guard let token = try textIfAny(name) else { return nil }
    guard token.count >= Self.shortestToken else {
      throw .invalid(rule: "settings.shortSecret", ["key": name, "count": String(Self.shortestToken)])
    }
    return token
  }

  func mail() throws(Problem) -> Settings.MailSettings? {
    let server = try pair("mail_server", "mail_from")
    let signIn = try pair("mail_user", "mail_password")
    guard let (server, from) = server else {
      guard signIn == nil else { throw Self.alone("mail_user", without: "mail_server") }
      return nil
    }
    let pieces = server.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2, let port = UInt16(pieces[1]), port > 0 else { throw wrong("mail_server") }
    let security: [String: MailServer.Security] = ["starttls": .startTLS, "tls": .tls, "none": .none]
    return Settings.MailSettings(
      server: try MailServer(
        host: String(pieces[0]), port: Int(port), security: security[text("mail_security")] ?? .startTLS,
        signIn: signIn.map { MailServer.SignIn(user: $0, password: $1) },
        certificateFile: textIfAny("mail_certificate")),
      sender: try sender(from))
  }

  /// `Nome <endereço>`, or the address alone.
  private func sender(_ text: String) throws(Problem) -> Mailbox {
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else { return try mailbox(text, name: nil) }
    let name = text[..<open].trimmingCharacters(in: .whitespaces)
    return try mailbox(String(text[text.index(after: open)...].dropLast()), name: name.isEmpty ? nil : name)
  }

  private func mailbox(_ address: String, name: String?) throws(Problem) -> Mailbox {
    do {
      return try Mailbox(address, name: name)
    } catch {
      throw wrong("mail_from")
    }
  }

  func installationKey(_ name: String) throws(Problem) -> InstallationKey? {
    guard let text = try textIfAny(name) else { return nil }
    guard let key = InstallationKey(text) else { throw wrong(name) }
    return key
  }

  func identityProviders() throws(Problem) -> [IdentityProvider] {
    guard let value = reading.values["openid_providers"] else { return [] }
    guard case .parts(let entries) = value.written else { throw wrong("openid_providers") }
    var providers: [IdentityProvider] = []
    for entry in entries {
      let provider = try IdentityProviderEntry(entry, place: value.origin.words).provider()
      let key = provider.provider.key
      guard !providers.contains(where: { $0.provider.key == key }) else {
        throw .invalid(
          rule: "settings.twice", ["key": "openid_providers, \(key)", "place": value.origin.words])
      }
      providers.append(provider)
    }
    return providers
  }

  static func alone(_ name: String, without other: String) -> Problem {
    .invalid(rule: "settings.alone", ["key": name, "other": other])
  }

  private func wrong(_ name: String) -> Problem {
    .invalid(
      rule: "settings.wrongType",
      [
        "key": name, "place": reading.values[name]?.origin.words ?? SettingOrigin.standard.words,
        "allowed": SettingKeys.named(name)?.allowed ?? "",
      ])
  }
}
