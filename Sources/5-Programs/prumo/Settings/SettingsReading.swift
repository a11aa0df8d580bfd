import Foundation
import Vocabulary

/// Brings file, environment and command line together: the environment wins over the file, the command line over both.
struct SettingsReading {
  struct Value {
    let written: SettingsFile.Written
    let origin: SettingOrigin
  }

  private(set) var values: [String: Value] = [:]
  /// What works and is unwise, one Portuguese sentence each.
  private(set) var warnings: [String] = []

  /// - Parameters:
  ///   - file: the settings file; without it `PRUMO_SETTINGS` names one, or there is none.
  ///   - options: what the command line said, by the key's name.
  /// - Throws: rules of `settings.`, never with a secret in their details.
  init(file: String?, environment: [String: String], options: [String: String]) throws(Problem) {
    if let path = file ?? environment[Self.fileVariable], !path.isEmpty { try read(SettingsFile(path: path)) }
    try read(environment)
    for (name, text) in options {
      values[name] = Value(written: .one(text), origin: .option("--" + name.replacing("_", with: "-")))
    }
  }

  static let fileVariable = "PRUMO_SETTINGS"

  // The file.

  private mutating func read(_ file: SettingsFile) throws(Problem) {
    var holdsSecrets = false
    for (name, written, line) in file.entries {
      let origin = SettingOrigin.file(path: file.path, line: line)
      if let key = SettingKeys.named(name) {
        holdsSecrets = holdsSecrets || key.isSecret || key.kind == .identityProviders
        try keep(Value(written: written, origin: origin), for: key)
      } else if let key = Self.keyOfFile(name) {
        try keepSecret(of: key, in: written, origin: origin)
      } else {
        throw Self.unknown(name, origin, among: SettingKeys.all.map(\.name))
      }
    }
    if holdsSecrets, Self.isReadByOthers(file.path) {
      warnings.append(
        "\(file.path) guarda segredos e pode ser lido por outros usuários: execute chmod 600 \(file.path).")
    }
  }

  // The environment.

  private mutating func read(_ environment: [String: String]) throws(Problem) {
    for (variable, text) in environment.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(SettingKey.variablePrefix) && variable != Self.fileVariable && !text.isEmpty {
      let name = variable.dropFirst(SettingKey.variablePrefix.count).lowercased()
      let origin = SettingOrigin.variable(variable)
      if let key = SettingKeys.named(name) {
        let written: SettingsFile.Written =
          key.kind == .identityProviders
          ? try SettingsFile.written(text, from: variable) : .one(text)
        values[name] = Value(written: written, origin: origin)
      } else if let key = Self.keyOfFile(name) {
        guard environment[key.variable].map({ $0.isEmpty }) ?? true else { throw Self.twice(key, origin) }
        values[key.name] = nil
        try keepSecret(of: key, in: .one(text), origin: origin)
      } else if NearestName.of(name, among: SettingKeys.all.map(\.name)) != nil {
        // A variable of another program may begin alike; one that is nearly ours is ours, mistyped.
        throw Self.unknown(variable, origin, among: SettingKeys.all.map(\.variable))
      }
    }
  }

  private mutating func keep(_ value: Value, for key: SettingKey) throws(Problem) {
    guard values[key.name] == nil else { throw Self.twice(key, value.origin) }
    values[key.name] = value
  }

  /// A secret in a file of its own, as containers hand them out; a line end behind it is none of it.
  private mutating func keepSecret(
    of key: SettingKey, in written: SettingsFile.Written, origin: SettingOrigin
  ) throws(Problem) {
    guard case .one(let path) = written else {
      throw .invalid(
        rule: "settings.wrongType",
        ["key": key.name + SettingKey.fileEnding, "place": origin.words, "allowed": "caminho de um arquivo"])
    }
    guard values[key.name] == nil else { throw Self.twice(key, origin) }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .invalid(rule: "settings.secretMissing", ["key": key.name, "file": path, "place": origin.words])
    }
    if Self.isReadByOthers(path) {
      warnings.append(
        "\(path) guarda um segredo e pode ser lido por outros usuários: execute chmod 600 \(path).")
    }
    var text = String(decoding: bytes, as: UTF8.self)
    while text.hasSuffix("\n") || text.hasSuffix("\r\n") || text.hasSuffix("\r") { text.removeLast() }
    try keep(Value(written: .one(text), origin: origin), for: key)
  }

  // What may be named.

  private static func keyOfFile(_ name: String) -> SettingKey? {
    guard name.hasSuffix(SettingKey.fileEnding) else { return nil }
    return SettingKeys.named(String(name.dropLast(SettingKey.fileEnding.count))).flatMap {
      $0.isSecret ? $0 : nil
    }
  }

  private static func unknown(_ name: String, _ origin: SettingOrigin, among names: [String]) -> Problem {
    if let nearest = NearestName.of(name, among: names) {
      return .invalid(rule: "settings.mistyped", ["key": name, "place": origin.words, "nearest": nearest])
    }
    return .invalid(rule: "settings.unknown", ["key": name, "place": origin.words])
  }

  private static func twice(_ key: SettingKey, _ origin: SettingOrigin) -> Problem {
    .invalid(rule: "settings.twice", ["key": key.name, "place": origin.words])
  }

  private static func isReadByOthers(_ path: String) -> Bool {
    let permissions = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    return (permissions ?? 0) & 0o004 != 0
  }
}
