import Foundation

@testable import Web

/// A template's tags as a tree, read apart from the library that renders them.
indirect enum TemplateTag {
  case value(name: String, isRaw: Bool)
  case section(name: String, isInverted: Bool, inside: [TemplateTag], mark: String)
  case partial(String)
  /// A parent template whose named blocks are replaced.
  case parent(String, blocks: [String: [TemplateTag]])
  case block(String, [TemplateTag])
}

struct TemplateReader {
  struct Fault: Error { let text: String }

  private let name: String
  private var rest: Substring
  private var count = 0

  static func read(_ text: String, of name: String) throws -> [TemplateTag] {
    var reader = TemplateReader(name: name, rest: text[...])
    return try reader.tags(until: nil)
  }

  private mutating func tags(until end: String?) throws -> [TemplateTag] {
    var tags: [TemplateTag] = []
    while let open = rest.range(of: "{{") {
      rest = rest[open.upperBound...]
      let isRaw = rest.first == "{"
      let closing = isRaw ? "}}}" : "}}"
      guard let close = rest.range(of: closing) else { throw Fault(text: "\(name): a tag does not end") }
      let inside = rest[..<close.lowerBound].dropFirst(isRaw ? 1 : 0)
      rest = rest[close.upperBound...]
      count += 1
      let word = String(inside.dropFirst())
      switch inside.first {
      case "#", "^":
        let mark = "\(name) tag \(count): {{\(inside)}}"
        let content = try self.tags(until: word)
        tags.append(.section(name: word, isInverted: inside.first == "^", inside: content, mark: mark))
      case "$": tags.append(.block(word, try self.tags(until: word)))
      case "<": tags.append(.parent(word, blocks: try self.blocks(of: word)))
      case ">": tags.append(.partial(word))
      case "/":
        guard word == end else { throw Fault(text: "\(name): {{/\(word)}} ends nothing") }
        return tags
      default: tags.append(.value(name: String(inside), isRaw: isRaw))
      }
    }
    guard end == nil else { throw Fault(text: "\(name): \(end ?? "") does not end") }
    return tags
  }

  private mutating func blocks(of parent: String) throws -> [String: [TemplateTag]] {
    var blocks: [String: [TemplateTag]] = [:]
    for case .block(let name, let content) in try self.tags(until: parent) { blocks[name] = content }
    return blocks
  }
}

/// Walks a template beside a view model as the library does, and notes what it would silently render as nothing.
struct TemplateWalk {
  private(set) var faults: Set<String> = []
  private(set) var shown: Set<String> = []
  private let trees: [String: [TemplateTag]]

  init(_ trees: [String: [TemplateTag]]) { self.trees = trees }

  mutating func walk(_ page: any Page, template: String) {
    walk(trees[template] ?? [], in: [page], blocks: [:], at: template)
  }

  private mutating func walk(
    _ tags: [TemplateTag], in stack: [Any], blocks: [String: [TemplateTag]], at place: String
  ) {
    for tag in tags {
      switch tag {
      case .value(let name, _): _ = find(name, in: stack, at: place)
      case .partial(let name):
        guard let inside = trees[name] else {
          faults.insert("\(place): there is no template \(name)")
          continue
        }
        walk(inside, in: stack, blocks: blocks, at: name)
      case .parent(let name, let replaced): walk(trees[name] ?? [], in: stack, blocks: replaced, at: name)
      case .block(let name, let usual): walk(blocks[name] ?? usual, in: stack, blocks: blocks, at: place)
      case .section(let name, let isInverted, let inside, let mark):
        section(find(name, in: stack, at: place), isInverted, inside, mark, stack, blocks, place)
      }
    }
  }

  private mutating func section(
    _ value: Any?, _ isInverted: Bool, _ inside: [TemplateTag], _ mark: String, _ stack: [Any],
    _ blocks: [String: [TemplateTag]], _ place: String
  ) {
    var contexts: [[Any]] = []
    switch value {
    case let list as [Any]: contexts = list.map { stack + [$0] }
    case let flag as Bool: contexts = flag ? [stack] : []
    case .some(let value): contexts = [stack + [value]]
    case nil: break
    }
    if isInverted { contexts = contexts.isEmpty ? [stack] : [] }
    if !contexts.isEmpty { shown.insert(mark) }
    for context in contexts { walk(inside, in: context, blocks: blocks, at: place) }
  }

  /// A name is looked for from the innermost model outwards; with a point before it, in the innermost only.
  private mutating func find(_ name: String, in stack: [Any], at place: String) -> Any? {
    if name == "." { return stack.last }
    let isInnermostOnly = name.hasPrefix(".")
    let parts = name.split(separator: ".").map(String.init)
    for model in isInnermostOnly ? [stack[stack.count - 1]] : stack.reversed() {
      guard let first = Mirror(reflecting: model).children.first(where: { $0.label == parts[0] }) else {
        continue
      }
      var value = Self.unwrapped(first.value)
      if value == nil, !isInnermostOnly {
        faults.insert(
          "\(place): {{\(name)}} may be nothing and is then looked for further out; write {{.\(name)}}")
        return nil
      }
      for part in parts.dropFirst() {
        guard let model = value,
          let child = Mirror(reflecting: model).children.first(where: { $0.label == part })
        else {
          faults.insert("\(place): {{\(name)}} has no stored property behind it")
          return nil
        }
        value = Self.unwrapped(child.value)
      }
      return value
    }
    faults.insert("\(place): {{\(name)}} has no stored property behind it")
    return nil
  }

  private static func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }
}

extension TemplateTag {
  /// This tag's marks of sections, with those inside.
  var marks: [String] {
    switch self {
    case .value, .partial: []
    case .section(_, _, let inside, let mark): [mark] + inside.flatMap(\.marks)
    case .parent(_, let blocks): blocks.values.flatMap { $0.flatMap(\.marks) }
    case .block(_, let inside): inside.flatMap(\.marks)
    }
  }

  /// Names of values that are written without escaping.
  var raw: [String] {
    switch self {
    case .value(let name, let isRaw): isRaw ? [name] : []
    case .partial: []
    case .section(_, _, let inside, _): inside.flatMap(\.raw)
    case .parent(_, let blocks): blocks.values.flatMap { $0.flatMap(\.raw) }
    case .block(_, let inside): inside.flatMap(\.raw)
    }
  }
}
