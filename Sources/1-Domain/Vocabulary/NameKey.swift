/// The form of a name that search and order use: lower case, no accents, only letters, digits and single spaces.
/// `Água Boa`, `AGUA  BOA` and `agua-boa` have one key.
public struct NameKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ name: some StringProtocol) {
    var key = ""
    var pendingSpace = false
    for scalar in name.unicodeScalars {
      guard let letters = Self.plain(scalar) else {
        // Apostrophes join ("D'Oeste" is found as "doeste" and stored so); everything else separates.
        if scalar != "'" && scalar != "\u{2019}" && scalar != "`" && scalar != "´"
          && !Self.isCombining(scalar)
        {
          pendingSpace = !key.isEmpty
        }
        continue
      }
      if pendingSpace {
        key.append(" ")
        pendingSpace = false
      }
      key.append(letters)
    }
    text = key
  }

  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x0300...0x036F).contains(scalar.value)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: String(scalar)
    case 0x41...0x5A: String(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0xAA: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xF2...0xF6, 0xD8, 0xF8, 0x14C...0x151, 0xBA: "o"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDD, 0xFD, 0xFF: "y"
    case 0xDF: "ss"
    default: nil
    }
  }
}
