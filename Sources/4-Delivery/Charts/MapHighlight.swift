/// How a map shows the place it is about: a ring around it and its name beside it.
enum MapHighlight {
  /// What the style sheet gives a name where the map is small, so that it can still be read.
  private static let largestFontSize = 18.0

  /// A wider ring in the colour of the ground lies below, so that the ring is seen on dark colours too.
  static func ring(path: String, in svg: inout SVGWriter) {
    svg.element("path", ["class": "chart-casing", "d": .text(path)])
    svg.element("path", ["class": "chart-ring", "d": .text(path)])
  }

  static func ring(x: Double, y: Double, radius: Double, in svg: inout SVGWriter) {
    for className in ["chart-casing", "chart-ring"] {
      svg.element(
        "circle", ["class": .text(className), "cx": .number(x), "cy": .number(y), "r": .number(radius)])
    }
  }

  /// The name on the side where it has room.
  /// `away`: from the middle of the place to the beginning of the name.
  static func name(_ name: String, x: Double, y: Double, away: Double, width: Double, in svg: inout SVGWriter)
  {
    let isLeft = x > width / 2
    let room = (isLeft ? x : width - x) - away
    svg.element(
      "text",
      [
        "class": "chart-map-name chart-strong chart-rim", "x": .number(isLeft ? x - away : x + away),
        "y": .number(y + 5),
        "text-anchor": isLeft ? "end" : .absent,
      ], text: TextMeasure.truncated(name, to: room, fontSize: largestFontSize, isStrong: true))
    svg.newline()
  }
}
