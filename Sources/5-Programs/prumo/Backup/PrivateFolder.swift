import Foundation
import UseCases
import Vocabulary

/// A folder that only this user can enter, for the one plain copy that sealing needs. It goes with the work, however that
/// ends; what a killed process left is removed by the next one.
struct PrivateFolder {
  let path: String

  private static let beginning = "prumo-copia-"

  /// - Parameter place: the folder to make it in.
  /// - Throws: `backup.inputOutput`
  static func using<R>(in place: String, _ work: (PrivateFolder) async throws -> R) async throws -> R {
    removeLeftovers(in: place)
    let mark = ProcessMark.current
    let folder = PrivateFolder(path: "\(place)/\(beginning)\(mark.processID)-\(mark.beganAt)")
    do {
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Problem.invalid(rule: "backup.inputOutput", ["reason": error.localizedDescription])
    }
    let stops = folder.removedOnSignals()
    defer {
      for stop in stops { stop.cancel() }
      folder.remove()
    }
    return try await work(folder)
  }

  /// Beside a database in a file, where the same rows are anyway; else where the system keeps temporary files. Never where
  /// backups go, which may be a disk of others.
  static func place(for settings: Settings) -> String {
    guard let path = DatabaseOption.sqlitePath(settings.database) else {
      return FileManager.default.temporaryDirectory.path
    }
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Ctrl-C and the system's own end leave nothing behind either.
  private func removedOnSignals() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        remove()
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  private static func removeLeftovers(in place: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    where name.hasPrefix(beginning) {
      let numbers = name.dropFirst(beginning.count).split(separator: "-")
      guard numbers.count == 2, let processID = Int(numbers[0]), let beganAt = UInt64(numbers[1]),
        !ProcessMark(host: ProcessMark.current.host, processID: processID, beganAt: beganAt).isRunning
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
    }
  }
}
