/// The name that somebody who mistyped one most likely meant.
enum NearestName {
  /// Letters that may be wrong, at most; of a short name, a third of it.
  private static let largestDistance = 3

  static func of(_ name: String, among names: [String]) -> String? {
    let measured = names.map { (name: $0, distance: distance(name, $0)) }
    guard let nearest = measured.min(by: { $0.distance < $1.distance }) else { return nil }
    return nearest.distance <= min(largestDistance, max(1, name.count / 3)) ? nearest.name : nil
  }

  /// How many letters must be put in, left out, replaced, or exchanged with their neighbour, to make one of the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
