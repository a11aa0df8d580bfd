import ArgumentParser
import Extracts
import Foundation
import SQLStore
import Vocabulary
import Web

/// How a command ends when it does not end well. Codes are those of sysexits.
enum Ending {
  static let usage = ExitCode(64)
  static let badData = ExitCode(65)
  static let defect = ExitCode(70)
  static let inputOutput = ExitCode(74)
  static let configuration = ExitCode(78)

  /// Runs a command's work; a refusal is said in one Portuguese sentence, a defect with its id.
  static func guarding(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let exit as ExitCode {
      throw exit
    } catch {
      say(sentence(for: error))
      throw code(for: error)
    }
  }

  static func code(for error: any Error) -> ExitCode {
    switch error {
    case let problem as Problem:
      switch problem.rule {
      case "extract.io", "extract.directory", "extract.notRegularFile": inputOutput
      case "indicator.unknown", "territory.unknown", "trail.headUnreadable": usage
      case _ where problem.rule.hasPrefix("settings."):
        problem.details["place"]?.hasPrefix(SettingOrigin.optionWord) == true ? usage : configuration
      default: badData
      }
    case StoreError.unreachable, StoreError.busy: inputOutput
    case is CocoaError: inputOutput
    case StoreError.schemaIsNewer, StoreError.migrationChanged: badData
    default: defect
    }
  }

  static func sentence(for error: any Error) -> String {
    switch error {
    case let problem as Problem:
      let sentence = Sentences.of(problem)
      return "\(sentence.title). \(sentence.text)"
    case StoreError.unreachable(let reason): return "O banco de dados não pôde ser aberto: \(reason)"
    case let error as CocoaError:
      return "O arquivo não pôde ser lido ou gravado: \(error.localizedDescription)"
    case StoreError.busy:
      return "O banco de dados está ocupado com outra gravação. Tente de novo em instantes."
    case StoreError.schemaIsNewer(let found, let known):
      return
        "Este banco é de uma versão mais nova do Prumo (\(found); esta conhece até \(known)). Atualize o programa."
    case StoreError.migrationChanged(let number):
      return "A migração \(number) deste banco não é a desta versão do Prumo. Use a versão que o criou."
    default:
      let id = String(UInt32.random(in: 0...UInt32.max), radix: 36)
      return "Defeito do programa, código \(id): \(String(reflecting: error))"
    }
  }

  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
