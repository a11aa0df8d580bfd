/// What a character means for the look of a number. People paste from everywhere: digits of other scripts, spaces that do
/// not break, dashes of all lengths, and characters that cannot be seen.
enum ScalarKind {
  case digit(UInt8)
  case letter
  case lineEnd
  /// Accents apart, joiners, marks of direction, variation: as if it were not there.
  case unseen
  case mark(DigitGap)

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      self = Self.ascii(UInt8(scalar.value))
      return
    }
    switch scalar {
    case "\u{85}", "\u{2028}", "\u{2029}": self = .lineEnd
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}", "\u{FF3F}":
      self = .mark(.dash)
    case "\u{B7}", "\u{2022}", "\u{2024}", "\u{2219}", "\u{3002}", "\u{FF0E}": self = .mark(.dot)
    case "\u{2044}", "\u{2215}", "\u{FF0F}": self = .mark(.slash)
    case "\u{FF0C}": self = .mark(.comma)
    case "\u{FF08}": self = .mark(.open)
    case "\u{FF09}": self = .mark(.close)
    default: self = Self.other(scalar.properties)
    }
  }

  private static func ascii(_ byte: UInt8) -> ScalarKind {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case 0x0A...0x0D: .lineEnd
    case UInt8(ascii: " "), UInt8(ascii: "\t"): .mark(.space)
    case UInt8(ascii: "-"), UInt8(ascii: "_"): .mark(.dash)
    case UInt8(ascii: "."): .mark(.dot)
    case UInt8(ascii: "/"): .mark(.slash)
    case UInt8(ascii: ","): .mark(.comma)
    case UInt8(ascii: "("), UInt8(ascii: "["): .mark(.open)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .mark(.close)
    case 0x00...0x1F, 0x7F: .unseen
    default: .mark(.other)
    }
  }

  private static func other(_ properties: Unicode.Scalar.Properties) -> ScalarKind {
    if properties.numericType == .decimal, let value = properties.numericValue { return .digit(UInt8(value)) }
    switch properties.generalCategory {
    case .format, .nonspacingMark, .enclosingMark: return .unseen
    case .spaceSeparator: return .mark(.space)
    default: return properties.isAlphabetic ? .letter : .mark(.other)
    }
  }
}
