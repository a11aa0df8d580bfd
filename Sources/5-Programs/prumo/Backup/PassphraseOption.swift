import ArgumentParser
import Foundation
import Vocabulary

/// The passphrase of a sealed backup: from a file, or from the settings; never from the command line, which other users of
/// the machine can read.
struct PassphraseOption: ParsableArguments {
  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp(
      "Arquivo com a frase secreta que cifra a cópia; também backup_passphrase nas configurações.",
      valueName: "arquivo"))
  var file: String?

  /// Nil when there is none: the copy is then plain. Throws `settings.secretMissing`.
  func passphrase(_ settings: Settings) throws(Problem) -> String? {
    guard let file else { return settings.backupPassphrase }
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw .invalid(
        rule: "settings.secretMissing",
        ["key": "backup_passphrase", "file": file, "place": SettingOrigin.option("--passphrase-file").words])
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
