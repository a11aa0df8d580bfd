import Extracts
import Foundation
import Synchronization
import Web

/// Shows how far a file has been read: a bar on a terminal, otherwise one line for each tenth.
final class ProgressMeter: Sendable {
  private let name: String
  private let isSilent: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let shown = Mutex(-1)

  init(name: String, isSilent: Bool) {
    self.name = name
    self.isSilent = isSilent
  }

  func show(_ progress: ReadProgress) {
    guard !isSilent, let total = progress.totalBytes, total > 0 else { return }
    let percent = Int(min(progress.bytesRead, total) * 100 / total)
    let step = isTerminal ? percent : percent / 10 * 10
    shown.withLock { shown in
      guard step > shown else { return }
      shown = step
      write(percent: step, rows: progress.rows)
    }
  }

  func finish() {
    guard isTerminal, !isSilent, shown.withLock({ $0 }) >= 0 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  private func write(percent: Int, rows: Int) {
    let line: String
    if isTerminal {
      let filled = percent * 30 / 100
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      line = "\r\(name) \(bar) \(percent) % · \(Brazilian.whole(rows)) linhas"
    } else {
      line = "\(name): \(percent) % lido, \(Brazilian.whole(rows)) linhas\n"
    }
    FileHandle.standardError.write(Data(line.utf8))
  }
}
