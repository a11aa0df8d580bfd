/// Text as the trail keeps it: one line, and no longer than it may be.
enum AuditText {
  private static let mark: Character = "…"

  /// Control characters and line breaks become spaces; what is longer than `maximumBytes` of UTF-8 ends in `…`.
  static func cleaned(_ text: String, maximumBytes: Int) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(breaksLine(scalar) ? " " : scalar) }
    let whole = String(line)
    guard whole.utf8.count > maximumBytes else { return whole }
    var cut = ""
    var bytes = mark.utf8.count
    for character in whole {
      bytes += character.utf8.count
      guard bytes <= maximumBytes else { break }
      cut.append(character)
    }
    cut.append(mark)
    return cut
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }
}
