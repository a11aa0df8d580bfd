/// Lays out and draws a map of dots.
struct DotMapDrawing {
  private struct Dot {
    let place: DotMap.Place
    let x: Double
    let y: Double
    let radius: Double
    /// Half the way to the nearest neighbour at most: a larger field would take its neighbour's clicks.
    let hitRadius: Double
  }

  private static let radii = 1.6...8.0
  /// A finger's width at 360 px.
  private static let largestHitRadius = 16.0
  private static let margin = 14.0

  private let map: DotMap
  private let projection: MapProjection
  private let dots: [Dot]

  /// `places`: at least one, all on Earth.
  init(_ map: DotMap, places: [DotMap.Place]) {
    self.map = map
    let projection = MapProjection(
      fitting: places.lazy.map { ($0.longitude, $0.latitude) }, box: DotMap.box, margin: Self.margin)
    let points = places.map { projection.point(longitude: $0.longitude, latitude: $0.latitude) }
    let grid = PointGrid(points)
    let distances = points.indices.map { grid.nearestDistance(to: $0) }
    let typical = distances.sorted()[distances.count / 2]
    let common = Swift.min(Swift.max(typical * 0.48, Self.radii.lowerBound), Self.radii.upperBound)
    let sizes = places.compactMap { $0.size.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } }
    let largest = sizes.max()
    let dots = places.indices.map { index in
      let radius = largest.map { Self.radius(of: places[index].size, largest: $0, common: common) } ?? common
      return Dot(
        place: places[index], x: points[index].x, y: points[index].y, radius: radius,
        hitRadius: Swift.min(distances[index] / 2, Self.largestHitRadius))
    }
    // Small dots over large ones, so that none is covered. The keyboard then visits by size: one order serves both.
    self.dots =
      largest == nil
      ? dots
      : dots.enumerated().sorted {
        ($1.element.radius, $0.offset) < ($0.element.radius, $1.offset)
      }.map(\.element)
    self.projection = projection
  }

  /// By area, the largest at two and a half times the common radius.
  private static func radius(of size: Double?, largest: Double, common: Double) -> Double {
    guard let size, size.isFinite, size > 0 else { return Self.radii.lowerBound }
    return Swift.max((size / largest).squareRoot() * common * 2.5, Self.radii.lowerBound)
  }

  func svg() -> String {
    var root = ChartRoot(
      id: map.id, of: map, className: className, width: projection.width, height: projection.height)
    root.hasLinks = dots.contains { Link.safe($0.place.href) != nil }
    root.hasHatch = dots.contains {
      map.scale.className(of: $0.place.value, isHighlighted: $0.place.isHighlighted) == nil
    }
    root.reservedBytes = 1_024 + dots.count * 180
    return root.svg { svg in
      for dot in dots { draw(dot, hatch: root.hatch, in: &svg) }
      for dot in dots where dot.place.isHighlighted { highlight(dot, in: &svg) }
    }
  }

  /// Rims around thousands of small dots would be all that is seen.
  private var className: String {
    (dots.first?.radius ?? 0) < 2.5 ? DotMap.className + " chart-map-dense" : DotMap.className
  }

  private func draw(_ dot: Dot, hatch: SVGWriter.Attribute, in svg: inout SVGWriter) {
    let className = map.scale.className(of: dot.place.value, isHighlighted: dot.place.isHighlighted)
    let x = SVGWriter.Attribute.number(dot.x)
    let y = SVGWriter.Attribute.number(dot.y)
    svg.mark(title: dot.place.label, href: Link.safe(dot.place.href)) { svg in
      if dot.hitRadius > dot.radius + 1 {
        svg.element("circle", ["class": "chart-hit", "cx": x, "cy": y, "r": .number(dot.hitRadius)])
      }
      svg.element(
        "circle",
        [
          "class": .text(className ?? "chart-missing"), "fill": className == nil ? hatch : .absent, "cx": x,
          "cy": y,
          "r": .number(dot.radius),
        ])
    }
  }

  private func highlight(_ dot: Dot, in svg: inout SVGWriter) {
    MapHighlight.ring(x: dot.x, y: dot.y, radius: dot.radius + 2.5, in: &svg)
    MapHighlight.name(
      dot.place.name, x: dot.x, y: dot.y, away: dot.radius + 7, width: projection.width, in: &svg)
  }
}
