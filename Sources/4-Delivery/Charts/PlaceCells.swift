/// Around each point the field that is nearer to it than to any other point, and not further than a radius: a map
/// with the shape of its state and a large field to touch, without any boundary file.
struct PlaceCells {
  /// One convex polygon for each point, in the order of the points. Points on one spot have the same polygon.
  let polygons: [[(x: Double, y: Double)]]

  init(around points: [(x: Double, y: Double)], radius: Double) {
    let grid = PointGrid(points)
    polygons = points.indices.map { index in
      var polygon = Self.circle(around: points[index], radius: radius)
      var reach = radius
      for neighbour in grid.neighbours(of: index, within: 2 * radius) {
        // The border to a neighbour lies half way: further than the polygon reaches, it cuts nothing.
        if neighbour.squaredDistance >= 4 * reach * reach { break }
        if neighbour.squaredDistance < 1e-9 { continue }
        polygon = Self.cut(polygon, towards: points[index], awayFrom: points[neighbour.index])
        reach = Self.reach(of: polygon, from: points[index])
      }
      return polygon
    }
  }

  /// Twenty-four directions on the unit circle, by repeated turning: this floor does without Foundation.
  private static let directions: [(x: Double, y: Double)] = {
    let cosine = MapProjection.cosine(degrees: 15)
    let sine = MapProjection.cosine(degrees: 75)
    var direction = (x: 1.0, y: 0.0)
    return (0..<24).map { _ in
      defer {
        direction = (direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine)
      }
      return direction
    }
  }()

  private static func circle(around point: (x: Double, y: Double), radius: Double) -> [(x: Double, y: Double)]
  {
    directions.map { (point.x + $0.x * radius, point.y + $0.y * radius) }
  }

  private static func reach(of polygon: [(x: Double, y: Double)], from point: (x: Double, y: Double))
    -> Double
  {
    var largest = 0.0
    for corner in polygon {
      let across = corner.x - point.x
      let down = corner.y - point.y
      largest = Swift.max(largest, across * across + down * down)
    }
    return largest.squareRoot()
  }

  /// What of a convex polygon is nearer to one point than to another.
  private static func cut(
    _ polygon: [(x: Double, y: Double)], towards near: (x: Double, y: Double),
    awayFrom far: (x: Double, y: Double)
  ) -> [(x: Double, y: Double)] {
    let normal = (x: far.x - near.x, y: far.y - near.y)
    let middle = (x: (far.x + near.x) / 2, y: (far.y + near.y) / 2)
    /// Negative on the near side.
    func side(_ corner: (x: Double, y: Double)) -> Double {
      (corner.x - middle.x) * normal.x + (corner.y - middle.y) * normal.y
    }
    var kept: [(x: Double, y: Double)] = []
    kept.reserveCapacity(polygon.count + 1)
    guard var previous = polygon.last else { return [] }
    var previousSide = side(previous)
    for corner in polygon {
      let cornerSide = side(corner)
      if (previousSide < 0) != (cornerSide < 0) {
        let share = previousSide / (previousSide - cornerSide)
        kept.append(
          (previous.x + (corner.x - previous.x) * share, previous.y + (corner.y - previous.y) * share))
      }
      if cornerSide < 0 { kept.append(corner) }
      (previous, previousSide) = (corner, cornerSide)
    }
    return kept
  }
}
