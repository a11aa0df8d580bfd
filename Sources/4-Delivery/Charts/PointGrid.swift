/// Points in cells of a grid, to find neighbours: comparing all pairs would take 31 million steps for the country's
/// municipalities.
struct PointGrid {
  private let points: [(x: Double, y: Double)]
  private let cell: Double
  private let left: Double
  private let top: Double
  private let columns: Int
  private let rows: Int
  /// Points of a cell stand together in `order`, from `starts[cell]` to `starts[cell + 1]`.
  private let starts: [Int]
  private let order: [Int]

  /// All coordinates must be finite.
  init(_ points: [(x: Double, y: Double)]) {
    let left = points.map(\.x).min() ?? 0
    let top = points.map(\.y).min() ?? 0
    let span = (x: (points.map(\.x).max() ?? 0) - left, y: (points.map(\.y).max() ?? 0) - top)
    // About one point a cell, and never more than a thousand cells a side.
    let share = (span.x * span.y / Double(Swift.max(points.count, 1))).squareRoot()
    let cell = Swift.max(share, Swift.max(span.x, span.y) / 1_000, 1e-6)
    let columns = Int(span.x / cell) + 1
    let rows = Int(span.y / cell) + 1
    let cells = points.map { Int(($0.y - top) / cell) * columns + Int(($0.x - left) / cell) }
    var starts = [Int](repeating: 0, count: columns * rows + 1)
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 0..<(columns * rows) { starts[cell + 1] += starts[cell] }
    var next = starts
    var order = [Int](repeating: 0, count: points.count)
    for (index, cell) in cells.enumerated() {
      order[next[cell]] = index
      next[cell] += 1
    }
    (self.points, self.cell, self.left, self.top) = (points, cell, left, top)
    (self.columns, self.rows, self.starts, self.order) = (columns, rows, starts, order)
  }

  /// The distance from a point to its nearest neighbour; infinite for a point alone.
  func nearestDistance(to index: Int) -> Double {
    var best = Double.infinity
    for ring in 0...Swift.max(columns, rows) {
      // A ring further away than the best so far cannot better it.
      let reach = Swift.max(0, Double(ring - 1)) * cell
      if reach * reach >= best { break }
      visit(ring: ring, around: index) { _, squared in best = Swift.min(best, squared) }
    }
    return best.squareRoot()
  }

  /// The other points within a distance of a point, nearest first.
  func neighbours(of index: Int, within distance: Double) -> [(index: Int, squaredDistance: Double)] {
    var found: [(index: Int, squaredDistance: Double)] = []
    let rings = Swift.min(Int((distance / cell).rounded(.up)), Swift.max(columns, rows))
    for ring in 0...rings {
      visit(ring: ring, around: index) { other, squared in
        if squared <= distance * distance { found.append((other, squared)) }
      }
    }
    return found.sorted { ($0.squaredDistance, $0.index) < ($1.squaredDistance, $1.index) }
  }

  /// Visits the other points in the cells that are `ring` cells away from the cell of the point.
  private func visit(ring: Int, around index: Int, _ body: (_ other: Int, _ squaredDistance: Double) -> Void)
  {
    let point = points[index]
    let column = Int((point.x - left) / cell)
    let row = Int((point.y - top) / cell)
    for y in Swift.max(0, row - ring)...Swift.min(rows - 1, row + ring) {
      let isEdge = ring == 0 || y == row - ring || y == row + ring
      for x in stride(from: column - ring, through: column + ring, by: isEdge ? 1 : 2 * ring)
      where x >= 0 && x < columns {
        for other in order[starts[y * columns + x]..<starts[y * columns + x + 1]] where other != index {
          let across = points[other].x - point.x
          let down = points[other].y - point.y
          body(other, across * across + down * down)
        }
      }
    }
  }
}
