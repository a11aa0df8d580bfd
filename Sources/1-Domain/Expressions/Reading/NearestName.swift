/// The known name that a wrong one was probably meant to be.
public enum NearestName {
  /// The name in `known` with the fewest changes (a letter put in, left out, exchanged, or two neighbours
  /// swapped; capital and small letters are alike), if they are at most a third of its letters, or one. Of
  /// several, the first in order.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let letters = folded(name)
    let most = max(1, letters.count / 3)
    var best: (name: String, changes: Int)?
    for candidate in known {
      let others = folded(candidate)
      guard abs(others.count - letters.count) <= most else { continue }
      let changes = changes(from: letters, to: others)
      guard changes <= most else { continue }
      if let best, best.changes < changes || (best.changes == changes && best.name <= candidate) { continue }
      best = (candidate, changes)
    }
    return best?.name
  }

  /// Optimal string alignment, row by row.
  static func changes(from left: [UInt32], to right: [UInt32]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var least = min(last[column + 1] + 1, current[column] + 1)
        least = min(least, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.map { (0x41...0x5A).contains($0.value) ? $0.value + 32 : $0.value }
  }
}
