import Foundation

/// Any JSON, for claims whose names are settings.
indirect enum JSONValue: Decodable, Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// A list of texts, or one text alone, as `aud` may be written.
  var texts: [String]? {
    switch self {
    case .text(let text): return [text]
    case .list(let list):
      let texts = list.compactMap(\.text)
      return texts.count == list.count ? texts : nil
    default: return nil
    }
  }

  /// Some providers write `"true"` where the standard has `true`.
  var isTrue: Bool { self == .bool(true) || self == .text("true") }

  /// By name, or by names with dots between them: `reliability_info.level`.
  subscript(path: String) -> JSONValue? {
    path.split(separator: ".").reduce(self) { value, name in
      if case .object(let members)? = value { members[String(name)] } else { nil }
    }
  }
}

extension JSONDecoder {
  /// What another server sent, in its form; `openid.unexpected` when it is not.
  static func reading<Value: Decodable>(
    _ type: Value.Type, _ bytes: [UInt8]
  ) throws(Unreadable) -> Value {
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { throw Unreadable() }
  }
}

struct Unreadable: Error {}
