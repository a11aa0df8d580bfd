import Foundation
import Vocabulary

/// The same numbers on every run, each another one.
struct Counting: RandomNumberGenerator {
  var last: UInt64 = 0

  mutating func next() -> UInt64 {
    last += 1
    return last &* 0x9E37_79B9_7F4A_7C15
  }
}

let projectRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A folder of its own that is gone afterwards.
func withFolder<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
  let folder = FileManager.default.temporaryDirectory.appending(path: "prumo-secrets-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// The rule that said no; nil when nobody did.
func refusal(_ body: () throws -> Void) throws -> String? {
  do {
    try body()
    return nil
  } catch let problem as Problem {
    return problem.rule
  }
}
