import Web

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
    case .text(let text): return quotedJSON(text)
    case .list(let values): return "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let fields):
      return "{" + fields.map { "\(quotedJSON($0.0)):\($0.1.text)" }.joined(separator: ",") + "}"
    }
  }

  static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }
}
