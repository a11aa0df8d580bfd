/// The passwords and words that guessers try first, searched where they stand: nothing is built at the start.
struct CommonPasswords: Sendable {
  /// A shorter word with digits around it is mostly digits.
  static let shortest = 4
  static let longest = 32

  /// One a line, in plain lower case, sorted by bytes, each line ended; a test holds the carried list to it.
  private let list: [UInt8]

  init(_ text: String) {
    list = Array(text.utf8)
  }

  /// Whether the list has it as it stands, or without digits and signs around its letters, or as something repeated, in
  /// any of its readings.
  func contain(_ spelling: PasswordSpelling) -> Bool {
    guard !spelling.bytes.isEmpty else { return false }
    let last = spelling.bytes.count - 1
    let letters = spelling.letters ?? 0...last
    return spelling.readings.contains { reading in
      (0...letters.lowerBound).contains { start in
        (letters.upperBound...last).contains { end in
          (Self.shortest...Self.longest).contains(end + 1 - start) && isListed(reading[start...end])
        }
      }
    }
  }

  private func isListed(_ word: ArraySlice<UInt8>) -> Bool {
    if has(word) { return true }
    guard let unit = Self.repeatedUnit(of: word) else { return false }
    return has(unit)
  }

  /// `senha` of `senhasenha`.
  private static func repeatedUnit(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard word.count >= 2 * shortest else { return nil }
    for length in shortest...word.count / 2 where word.count % length == 0 {
      if zip(word, word.dropFirst(length)).allSatisfy({ $0 == $1 }) { return word.prefix(length) }
    }
    return nil
  }

  private func has(_ word: ArraySlice<UInt8>) -> Bool {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      let start = (list[low..<middle].lastIndex(of: Self.lineEnd) ?? low - 1) + 1
      let end = list[middle..<high].firstIndex(of: Self.lineEnd) ?? high
      let line = list[start..<end]
      if line.elementsEqual(word) { return true }
      if line.lexicographicallyPrecedes(word) { low = end + 1 } else { high = start }
    }
    return false
  }

  private static let lineEnd = UInt8(ascii: "\n")
}
