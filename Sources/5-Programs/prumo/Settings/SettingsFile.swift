import Foundation
import Vocabulary
import Yams

/// What a settings file says, key by key, before anything is checked.
struct SettingsFile {
  /// A value as it is written: one text, several, or several with named parts.
  enum Written: Equatable {
    case one(String)
    case several([String])
    case parts([[String: String]])
  }

  let path: String
  let entries: [(name: String, value: Written, line: Int)]

  /// Throws `settings.fileMissing` and `settings.unreadable`.
  init(path: String) throws(Problem) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .invalid(rule: "settings.fileMissing", ["file": path])
    }
    self.path = path
    entries = try Self.entries(of: String(decoding: bytes, as: UTF8.self), in: path)
  }

  /// Also for a list in a variable of the environment, written as it would be in a file.
  static func written(_ text: String, from place: String) throws(Problem) -> Written {
    guard let node = try compose(text, in: place), let value = written(node) else {
      throw .invalid(rule: "settings.unreadable", ["file": place, "line": "1"])
    }
    return value
  }

  private static func entries(of text: String, in path: String) throws(Problem)
    -> [(name: String, value: Written, line: Int)]
  {
    guard let root = try compose(text, in: path) else { return [] }
    guard case .mapping(let mapping) = root else { throw unreadable(path, line: root.mark?.line ?? 1) }
    var entries: [(name: String, value: Written, line: Int)] = []
    for (name, value) in mapping {
      let line = name.mark?.line ?? 1
      guard let key = name.string, let written = written(value) else { throw unreadable(path, line: line) }
      entries.append((key, written, line))
    }
    return entries
  }

  /// Nil for a text without content.
  private static func compose(_ text: String, in path: String) throws(Problem) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch {
      throw unreadable(path, line: line(of: error))
    }
  }

  private static func written(_ node: Node) -> Written? {
    switch node {
    case .scalar(let scalar): return .one(scalar.string)
    case .sequence(let sequence):
      let texts = sequence.compactMap { $0.scalar?.string }
      if texts.count == sequence.count { return .several(texts) }
      let parts = sequence.compactMap(parts)
      return parts.count == sequence.count ? .parts(parts) : nil
    case .mapping, .alias: return nil
    }
  }

  private static func parts(_ node: Node) -> [String: String]? {
    guard case .mapping(let mapping) = node else { return nil }
    var parts: [String: String] = [:]
    for (name, value) in mapping {
      guard let key = name.string, let text = value.scalar?.string else { return nil }
      parts[key] = text
    }
    return parts
  }

  private static func unreadable(_ path: String, line: Int) -> Problem {
    .invalid(rule: "settings.unreadable", ["file": path, "line": String(line)])
  }

  private static func line(of error: any Error) -> Int {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }
}
