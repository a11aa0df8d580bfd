/// Lays out and draws a map of cells around the seats.
struct CellMapDrawing {
  /// How far a cell reaches where no neighbour stops it, as a share of the side of the square that each place would
  /// have if all were alike: enough to close the map, too little to invent land.
  private static let reach = 0.9
  private static let largestMargin = 48.0

  private let map: DotMap
  private let places: [DotMap.Place]
  private let projection: MapProjection
  private let points: [(x: Double, y: Double)]
  private let cells: PlaceCells

  /// `places`: at least one, all on Earth.
  init(_ map: DotMap, places: [DotMap.Place]) {
    self.map = map
    self.places = places
    // The margin must hold the cells, whose size follows from the drawing: fit once to learn it, once to draw.
    let trial = MapProjection(
      fitting: places.lazy.map { ($0.longitude, $0.latitude) }, box: DotMap.box, margin: Self.largestMargin)
    let side = (trial.width * trial.height / Double(places.count)).squareRoot()
    let radius = Swift.min(side * Self.reach, Self.largestMargin - 4)
    projection = MapProjection(
      fitting: places.lazy.map { ($0.longitude, $0.latitude) }, box: DotMap.box, margin: radius + 4)
    let projection = projection
    points = places.map { projection.point(longitude: $0.longitude, latitude: $0.latitude) }
    cells = PlaceCells(around: points, radius: radius)
  }

  func svg() -> String {
    var root = ChartRoot(
      id: map.id, of: map, className: DotMap.className, width: projection.width, height: projection.height)
    root.hasLinks = places.contains { Link.safe($0.href) != nil }
    root.hasHatch = places.contains {
      map.scale.className(of: $0.value, isHighlighted: $0.isHighlighted) == nil
    }
    root.reservedBytes = 1_024 + places.count * 260
    return root.svg { svg in
      let paths = cells.polygons.map { polygon in
        var path = PathText()
        _ = path.ring(polygon)
        return path.text
      }
      for index in places.indices { draw(places[index], path: paths[index], hatch: root.hatch, in: &svg) }
      for index in places.indices where places[index].isHighlighted {
        highlight(index, path: paths[index], in: &svg)
      }
    }
  }

  private func draw(_ place: DotMap.Place, path: String, hatch: SVGWriter.Attribute, in svg: inout SVGWriter)
  {
    let className = map.scale.className(of: place.value, isHighlighted: place.isHighlighted)
    svg.mark(title: place.label, href: Link.safe(place.href)) { svg in
      svg.element(
        "path",
        [
          "class": .text(className ?? "chart-missing"), "fill": className == nil ? hatch : .absent,
          "d": .text(path),
        ])
    }
  }

  private func highlight(_ index: Int, path: String, in svg: inout SVGWriter) {
    MapHighlight.ring(path: path, in: &svg)
    let reach = cells.polygons[index].map { abs($0.x - points[index].x) }.max() ?? 0
    MapHighlight.name(
      places[index].name, x: points[index].x, y: points[index].y, away: reach + 6, width: projection.width,
      in: &svg)
  }
}
