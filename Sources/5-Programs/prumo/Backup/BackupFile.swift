import Foundation
import Secrets

/// A copy on the disk, with the companions that SQLite puts beside it.
struct BackupFile: Sendable {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    removeCompanions()
  }

  func removeCompanions() {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  // Sealing and opening take seconds of one processor, on a thread of their own.

  static func seal(_ plain: BackupFile, into sealed: BackupFile, _ passphrase: String) async throws {
    try await onOwnThread {
      var randomness = SystemRandomNumberGenerator()
      try SealedFile.seal(from: plain.path, to: sealed.path, passphrase: passphrase, using: &randomness)
    }
  }

  static func open(_ sealed: BackupFile, into plain: BackupFile, _ passphrase: String) async throws {
    try await onOwnThread { try SealedFile.open(from: sealed.path, to: plain.path, passphrase: passphrase) }
  }

  private static func onOwnThread(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread { continuation.resume(with: Result { try work() }) }.start()
    }
  }
}
