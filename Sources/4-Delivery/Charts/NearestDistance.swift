/// The distance from each point to its nearest neighbour, by a grid: a comparison of all pairs would take 31 million
/// steps for the country's municipalities.
enum NearestDistance {
  /// In the units of the points; infinite for a point alone.
  static func all(_ points: [(x: Double, y: Double)]) -> [Double] {
    guard points.count > 1 else { return points.map { _ in .infinity } }
    let grid = Grid(points)
    return points.indices.map { grid.nearest(to: $0) }
  }

  private struct Grid {
    let points: [(x: Double, y: Double)]
    let cell: Double
    let left: Double
    let top: Double
    let columns: Int
    let rows: Int
    /// Points of a cell stand together in `order`, from `starts[cell]` to `starts[cell + 1]`.
    let starts: [Int]
    let order: [Int]

    init(_ points: [(x: Double, y: Double)]) {
      let left = points.map(\.x).min()!
      let top = points.map(\.y).min()!
      let span = (x: points.map(\.x).max()! - left, y: points.map(\.y).max()! - top)
      // About one point a cell, and never more than a thousand cells a side.
      let cell = Swift.max(
        (span.x * span.y / Double(points.count)).squareRoot(), Swift.max(span.x, span.y) / 1_000, 1e-6)
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

    func nearest(to index: Int) -> Double {
      let point = points[index]
      let column = Int((point.x - left) / cell)
      let row = Int((point.y - top) / cell)
      var best = Double.infinity
      // Rings of cells outwards; a ring further than the best distance so far cannot better it.
      for ring in 0...Swift.max(columns, rows) {
        let reach = Swift.max(0, Double(ring - 1)) * cell
        if reach * reach >= best { break }
        for y in Swift.max(0, row - ring)...Swift.min(rows - 1, row + ring) {
          let isEdge = y == row - ring || y == row + ring
          for x in stride(from: column - ring, through: column + ring, by: isEdge || ring == 0 ? 1 : 2 * ring)
          where x >= 0 && x < columns {
            for other in order[starts[y * columns + x]..<starts[y * columns + x + 1]] where other != index {
              let across = points[other].x - point.x
              let down = points[other].y - point.y
              best = Swift.min(best, across * across + down * down)
            }
          }
        }
      }
      return best.squareRoot()
    }
  }
}
