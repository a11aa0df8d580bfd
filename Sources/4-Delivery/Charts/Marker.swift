/// A shape for each of the four series, so that they differ without colour.
enum Marker {
  /// `size` is half of what the shape measures across.
  static func draw(_ shape: Int, at place: (x: Double, y: Double), size: Double, in svg: inout SVGWriter) {
    let (x, y) = place
    guard shape % 4 > 0 else {
      return svg.element(
        "circle", ["class": "chart-marker", "cx": .number(x), "cy": .number(y), "r": .number(size)])
    }
    var path = PathText()
    switch shape % 4 {
    case 1:
      path.move(x - size, y - size)
      path.line(x + size, y - size)
      path.line(x + size, y + size)
      path.line(x - size, y + size)
    case 2:
      path.move(x, y - size * 1.2)
      path.line(x + size * 1.2, y + size)
      path.line(x - size * 1.2, y + size)
    default:
      path.move(x, y - size * 1.4)
      path.line(x + size * 1.4, y)
      path.line(x, y + size * 1.4)
      path.line(x - size * 1.4, y)
    }
    path.close()
    svg.element("path", ["class": "chart-marker", "d": .text(path.text)])
  }
}
