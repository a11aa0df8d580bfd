/// How wide a text will be, near enough to place it: there is no font on the server. Widths are those of Inter, which
/// is wider than the fonts that stand in for it, so that an error leaves air instead of an overlap.
enum TextMeasure {
  /// The size of all text in the charts, in user units; the style sheet says the same.
  static let fontSize = 13.0

  /// The width of `text` in user units.
  static func width(_ text: String, fontSize: Double = fontSize, isStrong: Bool = false) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars { ems += self.ems(scalar) }
    return ems * fontSize * (isStrong ? 1.06 : 1)
  }

  /// `text` if it fits in `width`, otherwise its beginning and `…`.
  static func truncated(
    _ text: String, to width: Double, fontSize: Double = fontSize, isStrong: Bool = false
  ) -> String {
    guard self.width(text, fontSize: fontSize, isStrong: isStrong) > width else { return text }
    let available = width - self.width("…", fontSize: fontSize, isStrong: isStrong)
    var kept = ""
    var used = 0.0
    for character in text {
      used += self.width(String(character), fontSize: fontSize, isStrong: isStrong)
      if used > available { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "í", "Í": 0.29
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": 0.39
    case "m", "w", "M", "W", "%", "@", "…": 0.89
    case "0"..."9", "$": 0.64
    case "A"..."Z", "À"..."Þ": 0.71
    case "a"..."z", "ß"..."ÿ": 0.585
    case "\u{300}"..."\u{36F}": 0
    case "\u{1100}"...: 1
    default: 0.65
    }
  }
}
