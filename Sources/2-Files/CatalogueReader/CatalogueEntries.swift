import Vocabulary
import Yams

/// The entries of a YAML file that is a list of flat mappings, each read field by field with its line.
struct CatalogueEntries {
  let file: String
  private let entries: [Entry]

  init(_ text: String, file: String) throws(CatalogueFault) {
    self.file = file
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw CatalogueFault(file: file, line: Self.line(of: error), reason: "this is not well-formed YAML")
    }
    guard let node, case .sequence(let sequence) = node else {
      throw CatalogueFault(
        file: file, line: 1, reason: "expected a list of entries, each beginning with '- key:'")
    }
    var entries: [Entry] = []
    for item in sequence { entries.append(try Entry(item, file: file)) }
    self.entries = entries
  }

  func map<Value>(_ read: (inout Entry) throws(CatalogueFault) -> Value) throws(CatalogueFault) -> [Value] {
    var values: [Value] = []
    for entry in entries {
      var entry = entry
      values.append(try read(&entry))
      try entry.refuseUnread()
    }
    return values
  }

  private static func line(of error: any Error) -> Int {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }

  struct Entry {
    let file: String
    let line: Int
    private var fields: [String: (text: String, line: Int)] = [:]

    init(_ node: Node, file: String) throws(CatalogueFault) {
      self.file = file
      line = node.mark?.line ?? 1
      guard case .mapping(let mapping) = node else {
        throw CatalogueFault(file: file, line: line, reason: "expected an entry with named fields")
      }
      for (name, value) in mapping {
        let fieldLine = name.mark?.line ?? line
        guard let key = name.string, case .scalar(let scalar) = value else {
          throw CatalogueFault(
            file: file, line: fieldLine, reason: "expected one text after the field's name")
        }
        guard fields.updateValue((scalar.string, fieldLine), forKey: key) == nil else {
          throw CatalogueFault(file: file, line: fieldLine, reason: "field '\(key)' stands twice")
        }
      }
    }

    mutating func textIfAny(_ name: String) -> String? { fields.removeValue(forKey: name)?.text }

    mutating func text(_ name: String) throws(CatalogueFault) -> String {
      try value(name, expected: "a text") { $0.isEmpty ? nil : $0 }
    }

    mutating func value<Value>(
      _ name: String, expected: String, _ read: (String) -> Value?
    ) throws(CatalogueFault) -> Value {
      guard let field = fields.removeValue(forKey: name) else {
        throw CatalogueFault(file: file, line: line, reason: "field '\(name)' is missing")
      }
      guard let value = read(field.text) else {
        throw CatalogueFault(
          file: file, line: field.line, reason: "field '\(name)' must be \(expected), found '\(field.text)'")
      }
      return value
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(
      _ name: String, _ type: Value.Type
    ) throws(CatalogueFault) -> Value where Value.RawValue == String {
      let all = type.allCases.map(\.rawValue).joined(separator: ", ")
      return try value(name, expected: "one of \(all)") { Value(rawValue: $0) }
    }

    func refuseUnread() throws(CatalogueFault) {
      guard let (name, field) = fields.min(by: { $0.value.line < $1.value.line }) else { return }
      throw CatalogueFault(file: file, line: field.line, reason: "unknown field '\(name)'")
    }
  }
}
