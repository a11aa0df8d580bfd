/// The names of the series at the ends of their lines, moved apart where they would touch.
enum EndLabels {
  struct End {
    let series: Int
    let label: String
    let value: String
    /// Where the line ends.
    let x: Double
    let y: Double
  }

  static let height = 38.0

  /// The room the labels ask for, in user units.
  static func width(of labels: [(String, String?)]) -> Double {
    let widths = labels.map { label, value in
      Swift.max(TextMeasure.width(label, isStrong: true), value.map { TextMeasure.width($0) } ?? 0)
    }
    // One unit more than they measure, or rounding would cut what just fits.
    return (widths.max() ?? 0) + 1
  }

  static func draw(
    _ ends: [End], left: Double, right: Double, top: Double, bottom: Double, in svg: inout SVGWriter
  ) {
    let sorted = ends.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    let centres = spread(sorted.map(\.y), apart: height, from: top, to: bottom)
    for (end, centre) in zip(sorted, centres) {
      svg.element("g", ["class": .text("chart-series-\(end.series)")]) { svg in
        if TextMeasure.width(end.label, isStrong: true) > right - left {
          svg.element("title", text: end.label)
        }
        if abs(centre - end.y) > 6 || left - end.x > 40 {
          var path = PathText()
          path.move(end.x + 6, end.y)
          path.line(left - 3, centre)
          svg.element("path", ["class": "chart-leader", "d": .text(path.text)])
        }
        svg.element(
          "text", ["class": "chart-end chart-strong", "x": .number(left), "y": .number(centre - 2)],
          text: TextMeasure.truncated(end.label, to: right - left, isStrong: true))
        svg.element(
          "text", ["class": "chart-value", "x": .number(left), "y": .number(centre + 13.5)],
          text: TextMeasure.truncated(end.value, to: right - left))
      }
      svg.newline()
    }
  }

  /// Ascending centres at least `apart` from each other, as near as can be to those wanted, within the bounds if
  /// they hold them all.
  static func spread(_ wanted: [Double], apart: Double, from top: Double, to bottom: Double) -> [Double] {
    var centres = wanted
    for index in centres.indices.dropFirst() {
      centres[index] = Swift.max(centres[index], centres[index - 1] + apart)
    }
    // What was pushed beyond the bottom pushes back.
    var limit = bottom
    for index in centres.indices.reversed() {
      centres[index] = Swift.min(centres[index], limit)
      limit = centres[index] - apart
    }
    guard let first = centres.first, first < top else { return centres }
    return centres.map { $0 + (top - first) }
  }
}
