import Foundation

/// JSON whose numbers are written exactly as given: a decimal never passes through a binary float.
enum JSONText {
  case null
  case number(String)
  case text(String)
  /// JSON already.
  case written(String)
  case list([JSONText])
  indirect case object([(String, JSONText)])

  var text: String {
    switch self {
    case .null: return "null"
    case .number(let digits): return digits
    case .written(let json): return json
    case .text(let text): return Self.quoted(text)
    case .list(let values): return "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let fields):
      return "{" + fields.map { "\(Self.quoted($0.0)):\($0.1.text)" }.joined(separator: ",") + "}"
    }
  }

  static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
