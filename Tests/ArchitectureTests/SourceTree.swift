import Foundation

/// A file of the project, as the tests read it: its path from the root and its text.
struct ProjectFile: Sendable {
  let path: String
  let text: String

  var name: String { String(path.split(separator: "/").last ?? "") }
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Where a finding stands, as editors and terminals understand it.
  func place(line: Int) -> String { "\(path):\(line)" }
}

/// The tree of sources that these tests read: found from this file, so that no working directory matters.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Folders that are made, not written.
  private static let made: Set<String> = [
    ".git", ".venv", ".local", "__pycache__", ".swiftpm",
  ]

  static let all: [ProjectFile] = paths().map { ProjectFile(path: $0, text: text(at: $0)) }

  static let swift = all.filter { $0.path.hasSuffix(".swift") }
  static let sources = swift.filter { $0.path.hasPrefix("Sources/") }
  static let sql = all.filter { $0.path.hasSuffix(".sql") && $0.path.hasPrefix("Sources/") }
  static let pages = all.filter { $0.path.hasSuffix(".md") }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  static func file(_ path: String) -> ProjectFile? { all.first { $0.path == path } }

  private static func paths() -> [String] {
    let walk = FileManager.default.enumerator(atPath: root.path)
    var paths: [String] = []
    while let path = walk?.nextObject() as? String {
      let name = String(path.split(separator: "/").last ?? "")
      if made.contains(name) || name.hasPrefix(".build") {
        walk?.skipDescendants()
      } else if isFile(path) {
        paths.append(path)
      }
    }
    return paths.sorted()
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: root.appending(path: path).path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue
  }

  /// Empty for a file that is no text (pictures, archives): nothing is looked for there.
  private static func text(at path: String) -> String {
    guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path),
      !bytes.contains(0)
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
