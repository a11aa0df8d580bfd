/// How many steps a hand takes to type a text: a walk along a row, an alphabet or a key held down is one step, however
/// long; any other character is one of its own.
enum KeyboardWalks {
  /// Fewer different characters, or fewer steps, are a pattern and no password.
  static let fewest = 5
  /// Numbers that people know by heart are dates, telephones, CPF and card numbers; those end here.
  static let longestKnownNumber = 16
  private static let shortestWalk = 3

  private static let walks: [[UInt8]] = [
    "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjklc", "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "a1b2c3d4e5f6g7h8i9",
    "1a2b3c4d5e6f7g8h9i",
    "!@#$%&*()",
  ].map { Array($0.utf8) }.flatMap { [$0, $0.reversed()] }

  static func isPattern(_ bytes: [UInt8]) -> Bool {
    if Set(bytes).count < fewest { return true }
    if bytes.count <= longestKnownNumber,
      bytes.allSatisfy(Set(UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    {
      return true
    }
    // `11223344` is `1234` with a heavy hand.
    let collapsed = bytes.indices.filter { $0 == 0 || bytes[$0] != bytes[$0 - 1] }.map { bytes[$0] }
    return steps(collapsed) < fewest
  }

  private static func steps(_ bytes: [UInt8]) -> Int {
    var steps = 0
    var place = 0
    while place < bytes.count {
      let walk = walks.map { length(of: $0, in: bytes[place...]) }.max() ?? 0
      place += walk >= shortestWalk ? walk : 1
      steps += 1
    }
    return steps
  }

  /// How far the text goes along the walk, from wherever it begins.
  private static func length(of walk: [UInt8], in text: ArraySlice<UInt8>) -> Int {
    walk.indices.lazy.map { start in zip(walk[start...], text).prefix { $0 == $1 }.count }.max() ?? 0
  }
}
