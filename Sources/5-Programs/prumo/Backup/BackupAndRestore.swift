import ArgumentParser
import Foundation
import SQLStore
import SQLiteEngine
import Secrets
import UseCases
import Vocabulary
import Web

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copia o banco inteiro para um arquivo, mesmo com o programa em uso.",
    discussion: """
      O arquivo é um banco SQLite do Prumo, seja qual for o banco de origem: prumo restore o traz de volta, também
      para um PostgreSQL. Com uma frase secreta (--passphrase-file ou backup_passphrase) ele é cifrado, e sem ela
      ninguém o abre. A cópia é conferida antes de o comando terminar.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var passphrase: PassphraseOption
  @Argument(help: ArgumentHelp("Arquivo a criar; não pode existir.", valueName: "arquivo")) var file: String

  func run() async throws {
    try await Ending.guarding {
      guard !FileManager.default.fileExists(atPath: file) else {
        throw Problem.conflict(rule: "backup.fileExists", ["file": file])
      }
      let settings = try database.checkedSettings()
      let secret = try passphrase.passphrase(settings)
      let prumo = try await DatabaseOption.openPrumo(try DatabaseOption.openStore(settings), settings)
      // Written beside its final name and renamed at the end: a backup is whole or not there.
      let unfinished = BackupFile(file + ".incompleto")
      unfinished.remove()
      let counts: [String: Int]
      do {
        counts = try await copy(prumo, to: unfinished, secret, settings)
        try FileManager.default.moveItem(atPath: unfinished.path, toPath: file)
      } catch {
        unfinished.remove()
        throw error
      }
      try await prumo.recordBackup(
        named: BackupFile(file).name, isSealed: secret != nil, rows: counts.values.reduce(0, +),
        by: .commandLine)
      print(
        "Cópia pronta em \(file)\(secret == nil ? "" : ", cifrada"): "
          + "\(Brazilian.whole(counts.values.reduce(0, +))) linhas de \(counts.count) tabelas, conferidas.")
      try prumo.store.close()
    }
  }

  private func copy(
    _ prumo: Prumo, to target: BackupFile, _ secret: String?, _ settings: Settings
  ) async throws -> [String: Int] {
    guard let secret else {
      let counts = try await prumo.backUp(to: try SQLiteStore(path: target.path))
      target.removeCompanions()
      try await Prumo.verifyBackup(try SQLiteStore(path: target.path, creating: false), holds: counts)
      target.removeCompanions()
      return counts
    }
    return try await PrivateFolder.using(in: PrivateFolder.place(for: settings)) { folder in
      let plain = BackupFile(folder.file("copia.db"))
      let counts = try await prumo.backUp(to: try SQLiteStore(path: plain.path))
      try await BackupFile.seal(plain, into: target, secret)
      plain.remove()
      let opened = BackupFile(folder.file("conferida.db"))
      try await BackupFile.open(target, into: opened, secret)
      try await Prumo.verifyBackup(try SQLiteStore(path: opened.path, creating: false), holds: counts)
      return counts
    }
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Traz de volta uma cópia feita por prumo backup, para um banco vazio.",
    discussion: """
      Uma cópia cifrada é reconhecida e pede a mesma frase secreta (--passphrase-file ou backup_passphrase).
      Exemplo, de um arquivo para um servidor:
        prumo restore copia.db --database postgres://prumo@servidor/prumo
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var passphrase: PassphraseOption
  @Argument(help: ArgumentHelp("Arquivo de prumo backup.", valueName: "arquivo")) var file: String

  func run() async throws {
    try await Ending.guarding {
      guard FileManager.default.fileExists(atPath: file) else {
        throw Problem.notFound(rule: "restore.fileMissing", ["file": file])
      }
      let settings = try database.checkedSettings()
      let isSealed = try SealedFile.isSealed(file)
      let secret = isSealed ? try passphrase.passphrase(settings) : nil
      if isSealed, secret == nil { throw Problem.invalid(rule: "restore.passphraseNeeded", ["file": file]) }
      // Read in a place of our own: opening a database leaves companions beside it, and the copy is somebody else's.
      try await PrivateFolder.using(in: PrivateFolder.place(for: settings)) { folder in
        let opened = BackupFile(folder.file("copia.db"))
        if let secret {
          try await BackupFile.open(BackupFile(file), into: opened, secret)
        } else {
          try FileManager.default.copyItem(atPath: file, toPath: opened.path)
        }
        try await restore(from: opened.path, settings)
      }
    }
  }

  private func restore(from path: String, _ settings: Settings) async throws {
    let counts = try await Prumo.restore(
      from: try SQLiteStore(path: path, creating: false), to: try DatabaseOption.openStore(settings),
      by: .commandLine, at: systemClock())
    print(
      "Banco restaurado: \(Brazilian.whole(counts.values.reduce(0, +))) linhas de \(counts.count) tabelas.")
  }
}
