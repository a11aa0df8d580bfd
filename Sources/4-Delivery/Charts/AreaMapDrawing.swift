/// Lays out and draws a map of areas.
struct AreaMapDrawing {
  private struct Shape {
    let area: AreaMap.Area
    /// Empty if the area is too small to be seen at this size.
    let path: String
    /// Middle of the area's box, in user units.
    let middle: (x: Double, y: Double)
    /// Half of the box's width.
    let reach: Double
  }

  private static let margin = 6.0

  private let map: AreaMap
  private let projection: MapProjection
  private let shapes: [Shape]

  init(_ map: AreaMap) {
    self.map = map
    let projection = MapProjection(
      fitting: map.areas.lazy.flatMap { $0.rings.lazy.joined() }, box: AreaMap.box, margin: Self.margin)
    self.projection = projection
    shapes = map.areas.compactMap { Self.shape(of: $0, projection) }
  }

  /// Nothing if no coordinate of the area can be drawn.
  private static func shape(of area: AreaMap.Area, _ projection: MapProjection) -> Shape? {
    var path = PathText(reservingBytes: area.rings.reduce(0) { $0 + $1.count } * 6)
    var low = (x: Double.infinity, y: Double.infinity)
    var high = (x: -Double.infinity, y: -Double.infinity)
    for ring in area.rings {
      let points = ring.filter(MapProjection.isOnEarth).map {
        projection.point(longitude: $0.longitude, latitude: $0.latitude)
      }
      for point in points {
        low = (Swift.min(low.x, point.x), Swift.min(low.y, point.y))
        high = (Swift.max(high.x, point.x), Swift.max(high.y, point.y))
      }
      _ = path.ring(points)
    }
    guard low.x <= high.x else { return nil }
    return Shape(
      area: area, path: path.text, middle: ((low.x + high.x) / 2, (low.y + high.y) / 2),
      reach: (high.x - low.x) / 2)
  }

  func svg() -> String {
    var root = ChartRoot(
      id: map.id, of: map, className: AreaMap.className, width: projection.width, height: projection.height)
    root.hasLinks = shapes.contains { Link.safe($0.area.href) != nil }
    root.hasHatch = shapes.contains {
      map.scale.className(of: $0.area.value, isHighlighted: $0.area.isHighlighted) == nil
    }
    root.reservedBytes = 1_024 + shapes.reduce(0) { $0 + 180 + $1.path.utf8.count }
    return root.svg { svg in
      for shape in shapes { draw(shape, hatch: root.hatch, in: &svg) }
      for shape in shapes where shape.area.isHighlighted { highlight(shape, in: &svg) }
    }
  }

  private func draw(_ shape: Shape, hatch: SVGWriter.Attribute, in svg: inout SVGWriter) {
    let className = map.scale.className(of: shape.area.value, isHighlighted: shape.area.isHighlighted)
    let fill: SVGWriter.Attribute = className == nil ? hatch : .absent
    svg.mark(title: shape.area.label, href: Link.safe(shape.area.href)) { svg in
      guard !shape.path.isEmpty else {
        // An area smaller than the grid still is a place: a dot keeps it on the map.
        svg.element(
          "circle",
          [
            "class": .text(className ?? "chart-missing"), "fill": fill, "cx": .number(shape.middle.x),
            "cy": .number(shape.middle.y), "r": 2,
          ])
        return
      }
      svg.element(
        "path",
        [
          "class": .text(className ?? "chart-missing"), "fill": fill, "fill-rule": "evenodd",
          "d": .text(shape.path),
        ])
    }
  }

  private func highlight(_ shape: Shape, in svg: inout SVGWriter) {
    MapHighlight.ring(path: shape.path, in: &svg)
    MapHighlight.name(
      shape.area.name, x: shape.middle.x, y: shape.middle.y, away: shape.reach + 6, width: projection.width,
      in: &svg)
  }
}
