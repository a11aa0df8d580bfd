import Expressions
import Foundation
import Testing
import Vocabulary

/// The cases of `Vectors/*.tsv`: lines of fields with tabs between; empty lines and those with `#` are for
/// the reader.
struct VectorFile {
  struct Line: Sendable, CustomTestStringConvertible {
    let file: String
    let number: Int
    let fields: [String]

    var testDescription: String { "\(file):\(number) \(fields[0])" }

    /// With the characters that a line cannot hold.
    func field(_ index: Int) -> String {
      var text = index < fields.count ? fields[index] : ""
      text = text.replacing("⏎", with: "\n").replacing("⇥", with: "\t")
      while let mark = text.firstMatch(of: /U\+([0-9A-F]{4})/) {
        let scalar = UInt32(mark.1, radix: 16).flatMap { Unicode.Scalar($0) } ?? " "
        text.replaceSubrange(mark.range, with: String(Character(scalar)))
      }
      return text
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

  static func lines(_ name: String) -> [Line] {
    let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
      .map { index, line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Line(file: name, number: index + 1, fields: fields)
      }
  }
}

/// The invented items that the vectors name.
enum Items {
  static let known = KnownItems(all)

  static let all: [KnownItem] = VectorFile.lines("items.tsv").compactMap { line in
    let choices =
      line.fields[4] == "-" ? [] : line.fields[4].split(separator: ", ").map(String.init)
    let words = line.fields[2].split(separator: " ")
    guard let key = ItemKey(line.fields[0]), let kind = kind(line.fields[1]),
      let scalar = words.last.flatMap({ ScalarType(rawValue: String($0)) })
    else {
      Issue.record("\(line.testDescription) is no item")
      return nil
    }
    let unit = line.fields[3] == "-" ? UnitOfMeasure.plain : UnitOfMeasure(line.fields[3])
    return KnownItem(
      key, kind, scalar, isSet: words.count > 1, unit: unit ?? .plain, choices: choices)
  }

  private static func kind(_ text: String) -> KnownItem.Kind? {
    let words = text.split(separator: " ").map(String.init)
    switch words[0] {
    case "element":
      let parts = words[1].split(separator: "/").map(String.init)
      guard let territory = TerritoryAggregation(rawValue: parts[0]),
        let time = TimeAggregation(rawValue: parts[1])
      else { return nil }
      return .element(territory: territory, time: time)
    case "indicator": return .indicator
    case "answer": return .answer
    case "cell": return .cell
    case "column": return .column(table: words[2])
    default: return nil
    }
  }
}

/// `a=1; G01.horas=[40, ?]; I01={"p0a6"}`, by what stands before `=`.
struct GivenValues {
  private var values: [String: FormulaValue] = [:]
  private var named: Set<String> = []

  init(_ text: String) {
    guard text != "-" else { return }
    for part in text.split(separator: "; ") {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let name = String(part[..<equals])
      named.insert(name)
      values[name] = Self.value(String(part[part.index(after: equals)...]))
    }
  }

  /// An input is named as in the formula when it stands there with its offset alone, else by its key.
  subscript(_ input: FormulaInput) -> FormulaValue? {
    var name = input.item.description
    if input.offset != 0 { name += ".offset(\(input.offset))" }
    if !named.contains(name) {
      Issue.record("no value is given for \(name); write \(name)=? if it is missing")
    }
    return values[name]
  }

  static func value(_ text: String) -> FormulaValue? {
    switch text.first {
    case "?": nil
    case "{": .set(members(text).compactMap { $0 })
    case "[": .column(members(text))
    default: scalar(text).map { .one($0) }
    }
  }

  private static func members(_ text: String) -> [ScalarValue?] {
    let inside = text.dropFirst().dropLast()
    return inside.isEmpty ? [] : inside.split(separator: ", ").map { scalar(String($0)) }
  }

  static func scalar(_ text: String) -> ScalarValue? {
    if text == "?" { return nil }
    if text == "true" || text == "false" { return .truth(text == "true") }
    if text.hasPrefix("\"") { return .text(String(text.dropFirst().dropLast())) }
    if let day = Day(text) { return .day(day) }
    return number(text).map { .number($0) }
  }

  /// `12`, `-0.5`, `1/3`
  static func number(_ text: String) -> ExactNumber? {
    let parts = text.split(separator: "/")
    let decimal = parts[0].split(separator: ".")
    let places = decimal.count > 1 ? decimal[1].count : 0
    guard let units = Int128(decimal.joined()) else { return nil }
    var bottom = parts.count > 1 ? Int128(parts[1]) ?? 0 : 1
    for _ in 0..<places { bottom *= 10 }
    return ExactNumber(units, over: bottom)
  }
}

extension FormulaFault {
  /// As the vectors write it: the rule without `formula.`, the place, what helps.
  var short: String {
    let problem = problem
    let details = problem.details
    var text = "\(problem.rule.dropFirst("formula.".count)) \(place)"
    if let part = details["formulaPart"] { text += " \(part)" }
    if let meant = details["suggestion"] { text += " \(meant)" }
    if let found = details["foundType"], let expected = details["expectedType"] {
      text += " \(found) / \(expected)"
    }
    if let left = details["leftUnit"], let right = details["rightUnit"] { text += " \(left) / \(right)" }
    if problem.rule == "formula.wrongInput", let item = details["item"] { text += " \(item)" }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

/// The members of a set in order: a set has none of its own.
func ordered(_ value: FormulaValue?) -> String {
  guard case .set(let members)? = value else { return value?.description ?? "none" }
  return "{" + members.map(\.description).sorted().joined(separator: ", ") + "}"
}
