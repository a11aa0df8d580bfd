/// Writes SVG text. What comes from outside enters only as an attribute value or as text, and both are escaped;
/// names of elements and attributes are literals of this target.
struct SVGWriter {
  private var bytes: [UInt8] = []

  init(reservingBytes capacity: Int = 4_096) {
    bytes.reserveCapacity(capacity)
  }

  /// The value of an attribute. Numbers are in user units and written with one decimal at most.
  enum Attribute: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case number(Double)
    case text(String)
    /// The attribute is not written.
    case absent

    init(stringLiteral text: String) { self = .text(text) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
  }

  typealias Attributes = KeyValuePairs<StaticString, Attribute>

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An element without content.
  mutating func element(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    raw("/>")
  }

  /// An element with what `content` writes inside it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout SVGWriter) -> Void
  ) {
    open(name, attributes)
    raw(">")
    content(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element that holds only text.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.append(escaping: text) }
  }

  /// What this target has written before, or its own style sheet. Never text from outside: nothing is escaped.
  mutating func verbatim(_ written: some StringProtocol) {
    bytes.append(contentsOf: written.utf8)
  }

  /// Ends a line, so that files of expected output can be read and compared line by line.
  mutating func newline() {
    bytes.append(0x0A)
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    raw("<")
    raw(name)
    for (key, value) in attributes {
      if case .absent = value { continue }
      raw(" ")
      raw(key)
      raw("=\"")
      switch value {
      case .number(let number): bytes.append(tenthsOf: number)
      case .text(let text): append(escaping: text)
      case .absent: break
      }
      raw("\"")
    }
  }

  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Control characters are dropped: XML has no way to write them.
  private mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      case 0x09, 0x0A: bytes.append(byte)
      case 0..<0x20, 0x7F: continue
      default: bytes.append(byte)
      }
    }
  }
}

extension [UInt8] {
  /// A coordinate in tenths of a user unit. What is no number becomes 0 and far values are cut: an attribute that
  /// says `nan` would make the whole drawing vanish.
  static func tenths(_ number: Double) -> Int {
    guard number.isFinite else { return 0 }
    return Int((Swift.min(Swift.max(number, -1e6), 1e6) * 10).rounded())
  }

  /// `12.3`, `12`, `-0.4`: at most one decimal, none if it is zero.
  mutating func append(tenthsOf number: Double) {
    append(tenths: Self.tenths(number))
  }

  mutating func append(tenths: Int) {
    var whole = tenths.magnitude / 10
    let decimal = tenths.magnitude % 10
    if tenths < 0 { append(UInt8(ascii: "-")) }
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(whole % 10))
      whole /= 10
    } while whole > 0
    self[start...].reverse()
    if decimal > 0 {
      append(UInt8(ascii: "."))
      append(UInt8(ascii: "0") + UInt8(decimal))
    }
  }
}
