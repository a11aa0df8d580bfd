import Testing

@testable import Charts

@Suite struct PlaceCellsTests {
  static func area(_ polygon: [(x: Double, y: Double)]) -> Double {
    var twice = 0.0
    for index in polygon.indices {
      let next = polygon[(index + 1) % polygon.count]
      twice += polygon[index].x * next.y - next.x * polygon[index].y
    }
    return abs(twice) / 2
  }

  @Test func `no points, no cells`() {
    #expect(PlaceCells(around: [], radius: 10).polygons.isEmpty)
  }

  @Test func `a point alone has a round cell`() {
    let cell = PlaceCells(around: [(5, 5)], radius: 10).polygons[0]
    #expect(cell.count == 24)
    #expect((0.97...1).contains(Self.area(cell) / (Double.pi * 100)))
  }

  @Test func `points on one spot keep a cell each`() {
    let cells = PlaceCells(around: [(5, 5), (5, 5)], radius: 10).polygons
    #expect(cells.map(\.count) == [24, 24])
  }

  @Test func `cells of a grid are its squares`() {
    let points = (0..<25).map { (x: Double($0 % 5) * 10, y: Double($0 / 5) * 10) }
    let middle = PlaceCells(around: points, radius: 8).polygons[12]
    #expect(abs(Self.area(middle) - 100) < 1e-9)
    #expect(middle.allSatisfy { (14.999...25.001).contains($0.x) && (14.999...25.001).contains($0.y) })
  }

  @Test func `every corner of a cell is nearest to its own point and within the radius`() {
    let points = (0..<60).map { (index: Int) -> (x: Double, y: Double) in
      (Double(index * index * 7 % 101), Double(index * 37 % 97))
    }
    for (index, cell) in PlaceCells(around: points, radius: 14).polygons.enumerated() {
      for corner in cell {
        let own = Self.distance(corner, points[index])
        #expect(own <= 14 + 1e-6)
        #expect(points.allSatisfy { Self.distance(corner, $0) >= own - 1e-6 })
      }
    }
  }

  static func distance(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> Double {
    let across = one.x - other.x
    let down = one.y - other.y
    return (across * across + down * down).squareRoot()
  }
}

@Suite struct PointGridTests {
  @Test func `the grid finds what comparing all pairs finds`() {
    var seed: UInt64 = 7
    func random() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 40) / Double(1 << 24)
    }
    // Crowded in one corner and empty elsewhere, as the country is.
    let points = (0..<300).map { _ in (x: random() * random() * 400, y: random() * random() * random() * 300)
    }
    let grid = PointGrid(points)
    for (index, point) in points.enumerated() {
      let distances = points.indices.filter { $0 != index }.map {
        let across = points[$0].x - point.x
        let down = points[$0].y - point.y
        return (index: $0, squared: across * across + down * down)
      }
      #expect(abs(grid.nearestDistance(to: index) - distances.map(\.squared).min()!.squareRoot()) < 1e-9)
      let near = distances.filter { $0.squared <= 900 }.sorted {
        ($0.squared, $0.index) < ($1.squared, $1.index)
      }
      #expect(grid.neighbours(of: index, within: 30).map(\.index) == near.map(\.index))
    }
  }

  @Test func `a point alone has no neighbour, points on one spot are at no distance`() {
    #expect(PointGrid([(1, 1)]).nearestDistance(to: 0) == .infinity)
    #expect(PointGrid([(1, 1)]).neighbours(of: 0, within: 100).isEmpty)
    #expect(PointGrid([(1, 1), (1, 1)]).nearestDistance(to: 1) == 0)
    let row = PointGrid([(0, 0), (3, 0), (9, 0)])
    #expect((0...2).map { row.nearestDistance(to: $0) } == [3, 3, 6])
  }
}
