/// The product's mark and, in every chart, the reference: a thin line with a small weight at its end.
enum PlumbLine {
  /// Room that the weight takes below the end of the line.
  static let weightLength = 13.0

  /// Hangs from `top` to `bottom`; the weight is below `bottom`.
  static func vertical(x: Double, from top: Double, to bottom: Double, in svg: inout SVGWriter) {
    // A wider line in the colour of the ground first: on a dark bar and in greyscale the plumb line would be lost.
    for className in ["chart-casing", "chart-reference"] {
      svg.element(
        "line",
        [
          "class": .text(className), "x1": .number(x), "y1": .number(top), "x2": .number(x),
          "y2": .number(bottom),
        ])
    }
    var weight = PathText()
    weight.move(x - 3.5, bottom)
    weight.line(x + 3.5, bottom)
    weight.line(x + 3.5, bottom + 6)
    weight.line(x, bottom + weightLength)
    weight.line(x - 3.5, bottom + 6)
    weight.close()
    svg.element("path", ["class": "chart-weight", "d": .text(weight.text)])
    svg.newline()
  }

  /// The line laid level, for charts whose values go up: the weight lies at its right end.
  static func level(y: Double, from left: Double, to right: Double, in svg: inout SVGWriter) {
    svg.element(
      "line",
      [
        "class": "chart-reference", "x1": .number(left), "y1": .number(y), "x2": .number(right),
        "y2": .number(y),
      ])
    var weight = PathText()
    weight.move(right, y - 3.5)
    weight.line(right, y + 3.5)
    weight.line(right + 6, y + 3.5)
    weight.line(right + weightLength, y)
    weight.line(right + 6, y - 3.5)
    weight.close()
    svg.element("path", ["class": "chart-weight", "d": .text(weight.text)])
    svg.newline()
  }

  /// The label over a hanging line, on the side where it has room.
  static func label(_ text: String, x: Double, y: Double, within width: Double, in svg: inout SVGWriter) {
    let shown = TextMeasure.truncated(text, to: width)
    let half = TextMeasure.width(shown) / 2
    let centre = Swift.min(Swift.max(x, half), width - half)
    svg.element(
      "text",
      ["class": "chart-reference-label", "x": .number(centre), "y": .number(y), "text-anchor": "middle"],
      text: shown)
    svg.newline()
  }
}
