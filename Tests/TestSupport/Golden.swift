import Foundation
import Testing

/// Compares with `Tests/<Suite>/Golden/<name>`; with `PRUMO_GOLDEN=write` in the environment it writes that file instead.
///
/// A difference is reported with the first line that differs. The file is reviewed like code.
public func assertGolden(
  _ text: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let golden = try goldenFile(named: name, besideSuiteOf: filePath)
  if ProcessInfo.processInfo.environment["PRUMO_GOLDEN"] == "write" {
    let folder = golden.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: golden)
    return
  }
  guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
    Issue.record("there is no \(golden.path); run bin/golden and review it", sourceLocation: sourceLocation)
    return
  }
  // Byte for byte: equal strings may still differ in how an accent is written.
  guard Array(text.utf8) != Array(expected.utf8) else { return }
  let difference = firstDifference(text, expected)
  Issue.record("\(name) differs from its golden file. \(difference)", sourceLocation: sourceLocation)
}

/// `Tests/<Suite>` is the suite, in whatever folder below it the test stands.
private func goldenFile(named name: String, besideSuiteOf filePath: String) throws -> URL {
  let parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
  guard let tests = parts.lastIndex(of: "Tests"), tests + 2 < parts.count else {
    throw NotATest(filePath: filePath)
  }
  let suite = parts[...(tests + 1)].joined(separator: "/")
  return URL(fileURLWithPath: suite).appendingPathComponent("Golden").appendingPathComponent(name)
}

private struct NotATest: Error { let filePath: String }

private func firstDifference(_ text: String, _ expected: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  for number in 0..<max(lines.count, expectedLines.count) {
    let (now, then) = (
      number < lines.count ? lines[number] : "(nothing)",
      number < expectedLines.count ? expectedLines[number] : "(nothing)"
    )
    if Array(now.utf8) != Array(then.utf8) {
      return "Line \(number + 1)\n  golden: \(then)\n  now:    \(now)"
    }
  }
  return "The difference is in a line's end."
}
