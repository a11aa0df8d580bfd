/// The limits of a map's classes, printed beside it.
public struct MapLegend: Sendable {
  public struct Row: Hashable, Sendable {
    /// `chart-map-3`, or `chart-missing` for "sem dado".
    public let className: String
    public let label: String
    /// Places on the map with this colour.
    public let count: Int
  }

  /// The highest class first, as on a ladder; "sem dado" last and only if there is a place without data.
  /// None for a map without a measure.
  public let rows: [Row]

  init(scale: ClassScale, values: [ChartValue?]) {
    guard !scale.isPlain else {
      rows = []
      return
    }
    var counts = [Int](repeating: 0, count: scale.classes.count)
    var missing = 0
    for value in values {
      if let number = value.drawable?.number, let position = scale.position(of: number) {
        counts[position] += 1
      } else {
        missing += 1
      }
    }
    var rows = zip(scale.classes, counts).map { Row(className: $0.className, label: $0.label, count: $1) }
    rows.reverse()
    if missing > 0 { rows.append(Row(className: "chart-missing", label: Words.noData, count: missing)) }
    self.rows = rows
  }

  /// A whole `<svg>`, 240 units wide. `unit` stands over the limits, "municípios" over the counts.
  public func svg(id: String, title: String, unit: String) -> String {
    let header = 24.0
    let rowHeight = 24.0
    var root = ChartRoot(
      id: id, title: title,
      description: rows.map { "\($0.label): \(Words.count($0.count))" }.joined(separator: "; "),
      className: "chart chart-legend", width: 240, height: header + rowHeight * Double(rows.count))
    root.hasHatch = rows.contains { $0.className == "chart-missing" }
    return root.svg { svg in
      if !unit.isEmpty {
        svg.element(
          "text", ["class": "chart-muted", "x": 0, "y": 14],
          text: TextMeasure.truncated(unit, to: 240 - TextMeasure.width(Words.counted) - 12))
      }
      svg.element(
        "text", ["class": "chart-muted", "x": 240, "y": 14, "text-anchor": "end"], text: Words.counted)
      svg.newline()
      for (index, row) in rows.enumerated() {
        let top = header + rowHeight * Double(index)
        svg.element(
          "rect",
          [
            "class": .text("chart-swatch \(row.className)"),
            "fill": row.className == "chart-missing" ? root.hatch : .absent,
            "x": 0.5, "y": .number(top + 2.5), "width": 24, "height": 16,
          ])
        svg.element(
          "text", ["x": 34, "y": .number(top + 15)], text: TextMeasure.truncated(row.label, to: 160))
        svg.element(
          "text", ["class": "chart-muted", "x": 240, "y": .number(top + 15), "text-anchor": "end"],
          text: Words.grouped(row.count))
        svg.newline()
      }
    }
  }
}
