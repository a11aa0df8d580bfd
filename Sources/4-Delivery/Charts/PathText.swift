/// The `d` of a path. Every coordinate stands on a grid of 0.1 user units; lines are written relative to the last
/// point, which is a third shorter, and without growing error because the grid is whole numbers.
struct PathText {
  private var bytes: [UInt8] = []
  private var last: (x: Int, y: Int)?

  init(reservingBytes capacity: Int = 64) {
    bytes.reserveCapacity(capacity)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func move(_ x: Double, _ y: Double) {
    let point = ([UInt8].tenths(x), [UInt8].tenths(y))
    bytes.append(UInt8(ascii: "M"))
    pair(point.0, point.1)
    last = point
  }

  /// A point that falls on the one before it is dropped.
  mutating func line(_ x: Double, _ y: Double) {
    let point = (x: [UInt8].tenths(x), y: [UInt8].tenths(y))
    guard let last else { return move(x, y) }
    guard point != last else { return }
    bytes.append(UInt8(ascii: "l"))
    pair(point.x - last.x, point.y - last.y)
    self.last = point
  }

  mutating func close() {
    bytes.append(UInt8(ascii: "z"))
  }

  /// A closed ring. Fewer than three different points enclose nothing: nothing is written, and the answer is false.
  mutating func ring(_ points: [(x: Double, y: Double)]) -> Bool {
    var kept: [(x: Int, y: Int)] = []
    kept.reserveCapacity(points.count)
    for point in points {
      let onGrid = (x: [UInt8].tenths(point.x), y: [UInt8].tenths(point.y))
      if let last = kept.last, last == onGrid { continue }
      kept.append(onGrid)
    }
    while kept.count > 1, kept[0] == kept[kept.count - 1] { kept.removeLast() }
    guard kept.count >= 3 else { return false }
    bytes.append(UInt8(ascii: "M"))
    pair(kept[0].x, kept[0].y)
    // After a move, further pairs are lines: the letter is written once.
    bytes.append(UInt8(ascii: "l"))
    for index in 1..<kept.count {
      let step = (x: kept[index].x - kept[index - 1].x, y: kept[index].y - kept[index - 1].y)
      if index > 1, step.x >= 0 { bytes.append(UInt8(ascii: " ")) }
      pair(step.x, step.y)
    }
    bytes.append(UInt8(ascii: "z"))
    last = kept[0]
    return true
  }

  private mutating func pair(_ x: Int, _ y: Int) {
    bytes.append(tenths: x)
    if y >= 0 { bytes.append(UInt8(ascii: " ")) }
    bytes.append(tenths: y)
  }
}
