import ArgumentParser
import Foundation
import Records
import SQLStore
import SQLiteEngine
import UseCases
import Vocabulary
import Web

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copia o banco inteiro para um arquivo, mesmo com o programa em uso.",
    discussion: """
      O arquivo é um banco SQLite do Prumo, seja qual for o banco de origem: prumo restore o traz de volta, também
      para um PostgreSQL.
      """)

  @OptionGroup var database: DatabaseOption
  @Argument(help: ArgumentHelp("Arquivo a criar; não pode existir.", valueName: "arquivo")) var file: String

  func run() async throws {
    try await Ending.guarding {
      guard !FileManager.default.fileExists(atPath: file) else {
        throw Problem.conflict(rule: "backup.fileExists", ["file": file])
      }
      let prumo = try await database.openPrumo()
      // Written beside its final name and renamed at the end: a backup is whole or not there.
      let unfinished = file + ".incompleto"
      try? FileManager.default.removeItem(atPath: unfinished)
      let counts = try await prumo.backUp(to: try SQLiteStore(path: unfinished))
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: unfinished + suffix) }
      try FileManager.default.moveItem(atPath: unfinished, toPath: file)
      print(
        "Cópia pronta em \(file): \(Brazilian.whole(counts.values.reduce(0, +))) linhas de \(counts.count) tabelas."
      )
      try prumo.store.close()
    }
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Traz de volta uma cópia feita por prumo backup, para um banco vazio.",
    discussion: """
      Exemplo, de um arquivo para um servidor:
        prumo restore copia.db --database postgres://prumo@servidor/prumo
      """)

  @OptionGroup var database: DatabaseOption
  @Argument(help: ArgumentHelp("Arquivo de prumo backup.", valueName: "arquivo")) var file: String

  func run() async throws {
    try await Ending.guarding {
      guard FileManager.default.fileExists(atPath: file) else {
        throw Problem.notFound(rule: "restore.fileMissing", ["file": file])
      }
      let counts = try await Prumo.restore(
        from: try SQLiteStore(path: file, creating: false), to: try database.openStore(), at: systemClock())
      print(
        "Banco restaurado: \(Brazilian.whole(counts.values.reduce(0, +))) linhas de \(counts.count) tabelas.")
    }
  }
}
