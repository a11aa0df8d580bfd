import Foundation
import Testing

/// Compares with `Golden/<name>`; `PRUMO_GOLDEN=write` writes what was drawn instead.
func expectGolden(_ drawn: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  let text = drawn + "\n"
  if ProcessInfo.processInfo.environment["PRUMO_GOLDEN"] == "write" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard text != expected else { return }
  let drawnLines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(drawnLines, expectedLines).prefix { $0 == $1 }.count
  let was = line < expectedLines.count ? expectedLines[line] : "(nothing)"
  let isNow = line < drawnLines.count ? drawnLines[line] : "(nothing)"
  Issue.record("\(name), line \(line + 1)\nwas: \(was)\nnow: \(isNow)", sourceLocation: sourceLocation)
}
