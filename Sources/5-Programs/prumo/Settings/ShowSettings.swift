import ArgumentParser
import Foundation
import Secrets
import Vocabulary
import Web

struct ShowSettings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Mostra cada configuração: o que é, o padrão, o que vale agora e de onde veio.",
    discussion: """
      As configurações vêm de um arquivo YAML (--settings ou PRUMO_SETTINGS) e de variáveis PRUMO_…; as variáveis valem
      mais que o arquivo, e a linha de comando vale mais que ambos. Segredos não são mostrados.
      """)

  @OptionGroup var database: DatabaseOption
  @Flag(help: "Escreve em JSON.") var json = false
  @Flag(help: "Só escreve uma chave nova para installation_key.") var newKey = false

  func run() async throws {
    guard !newKey else {
      var randomness = SystemRandomNumberGenerator()
      return print(InstallationKey.new(using: &randomness).text)
    }
    try await Ending.guarding {
      let reading = try database.reading()
      let settings = try Settings(reading)
      if json {
        print(JSONText.list(SettingKeys.all.map { Self.json($0, reading) }).text)
      } else {
        for key in SettingKeys.all { print(Self.words(key, reading)) }
      }
      for warning in settings.warnings { Ending.say("Atenção: \(warning)") }
    }
  }

  private static func words(_ key: SettingKey, _ reading: SettingsReading) -> String {
    let secretFile = key.isSecret ? " ou \(key.name)\(SettingKey.fileEnding)" : ""
    return """
      \(key.name): \(shown(key, reading) ?? "–") (\(origin(key, reading).words))
          \(key.meaning)
          Valores: \(key.allowed). Padrão: \(key.standard ?? "nenhum"). Também \(key.variable)\(secretFile).

      """
  }

  private static func json(_ key: SettingKey, _ reading: SettingsReading) -> JSONText {
    .object([
      ("name", .text(key.name)), ("variable", .text(key.variable)), ("allowed", .text(key.allowed)),
      ("standard", .optional(key.standard)), ("secret", .written(key.isSecret ? "true" : "false")),
      ("meaning", .text(key.meaning)), ("value", .optional(shown(key, reading))),
      ("origin", .text(origin(key, reading).words)),
    ])
  }

  private static func origin(_ key: SettingKey, _ reading: SettingsReading) -> SettingOrigin {
    reading.values[key.name]?.origin ?? .standard
  }

  /// What may be seen of a value.
  private static func shown(_ key: SettingKey, _ reading: SettingsReading) -> String? {
    guard let written = reading.values[key.name]?.written else { return key.standard }
    switch written {
    case .one(let text):
      if key.name == "database" { return DatabaseOption.withoutPassword(text) }
      return key.isSecret ? "definido, não mostrado" : text
    case .several(let texts): return texts.joined(separator: ", ")
    case .parts(let entries): return entries.map { $0["name"] ?? "?" }.joined(separator: ", ")
    }
  }
}
