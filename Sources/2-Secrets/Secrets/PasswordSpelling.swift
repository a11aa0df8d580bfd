import Foundation

/// A password as a guesser reads it: without case, accents and separators. In UTF-8.
struct PasswordSpelling {
  let bytes: [UInt8]

  /// What people write between words, and in dates and telephones.
  private static let separators: Set<Unicode.Scalar> = [" ", ".", ",", "-", "_", "/", ":", "(", ")", "+"]

  init(_ text: String) {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark && !Self.separators.contains(scalar) {
      plain.append(scalar)
    }
    bytes = Array(String(plain).utf8)
  }

  /// As it stands, and with the usual substitutions undone. `1` stands for an i or for an l, so there are two of those.
  var readings: [[UInt8]] {
    [bytes, undone(oneAs: UInt8(ascii: "i")), undone(oneAs: UInt8(ascii: "l"))]
  }

  private func undone(oneAs one: UInt8) -> [UInt8] {
    bytes.map { byte in
      switch byte {
      case UInt8(ascii: "0"): UInt8(ascii: "o")
      case UInt8(ascii: "1"): one
      case UInt8(ascii: "3"): UInt8(ascii: "e")
      case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
      case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
      case UInt8(ascii: "7"): UInt8(ascii: "t")
      case UInt8(ascii: "8"): UInt8(ascii: "b")
      case UInt8(ascii: "!"): UInt8(ascii: "i")
      default: byte
      }
    }
  }

  /// Where the letters begin and end, what lies between them included. Nil without letters.
  var letters: ClosedRange<Int>? {
    guard let first = bytes.firstIndex(where: Self.isLetter), let last = bytes.lastIndex(where: Self.isLetter)
    else { return nil }
    return first...last
  }

  /// Letters of other alphabets count; they have no substitutions.
  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
  }
}
