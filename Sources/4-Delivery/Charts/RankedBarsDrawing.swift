/// Lays out and draws ranked bars. Wide: name, bar, value on one line. Narrow: name and value above their bar, so that
/// a long name keeps its room on a telephone.
struct RankedBarsDrawing {
  private let chart: RankedBars
  private let width: ChartWidth
  private let rows: ArraySlice<RankedBars.Row>
  private let reference: (label: String, value: ChartValue)?
  private let hasHighlight: Bool

  private let labelWidth: Double
  private let plotLeft: Double
  private let plotRight: Double
  private let low: Double
  private let high: Double

  private let headerHeight: Double
  private var rowHeight: Double { width == .wide ? 24 : 40 }
  private var barHeight: Double { width == .wide ? 16 : 10 }
  private var plotBottom: Double { headerHeight + rowHeight * Double(rows.count) }

  init(_ chart: RankedBars, width: ChartWidth) {
    self.chart = chart
    self.width = width
    let rows = chart.rows.prefix(RankedBars.maximumRows)
    self.rows = rows
    reference = chart.reference.flatMap { $0.value.number.isFinite ? $0 : nil }
    hasHighlight = rows.contains(where: \.isHighlighted)
    let numbers = rows.compactMap { $0.value.drawable?.number } + (reference.map { [$0.value.number] } ?? [])
    let low = Swift.min(0, numbers.min() ?? 0)
    let highest = Swift.max(0, numbers.max() ?? 0)
    self.low = low
    high = highest > low ? highest : low + 1

    let valueWidth = rows.map { TextMeasure.width($0.value.words, isStrong: $0.isHighlighted) }.max() ?? 0
    if width == .wide {
      let widest = rows.map { TextMeasure.width($0.label, isStrong: $0.isHighlighted) }.max() ?? 0
      labelWidth = Swift.min(widest, 210)
      // A negative bar ends to the left of zero, and so does its value.
      plotLeft = labelWidth + 12 + (low < 0 ? valueWidth + 6 : 0)
      plotRight = width.units - valueWidth - 8
    } else {
      labelWidth = width.units - valueWidth - 12
      plotLeft = 0
      plotRight = width.units - 2
    }
    headerHeight = reference == nil ? (chart.unit.isEmpty ? 4 : 22) : (chart.unit.isEmpty ? 24 : 42)
  }

  func svg() -> String {
    let hidden = chart.rows.count - rows.count
    let weight = reference == nil ? 0 : PlumbLine.weightLength + 4
    var root = ChartRoot(
      id: chart.id(width), of: chart, className: width.className, width: width.units,
      height: plotBottom + 4 + weight + (hidden > 0 ? 24 : 0))
    root.hasLinks = rows.contains { Link.safe($0.href) != nil }
    root.hasHatch = rows.contains { $0.value.drawable == nil }
    root.reservedBytes = 1_024 + rows.count * 400
    return root.svg { svg in
      header(in: &svg)
      svg.element(
        "line",
        [
          "class": "chart-axis", "x1": .number(x(0)), "y1": .number(headerHeight), "x2": .number(x(0)),
          "y2": .number(plotBottom),
        ])
      svg.newline()
      for (index, row) in rows.enumerated() {
        draw(row, top: headerHeight + rowHeight * Double(index), hatch: root.hatch, in: &svg)
      }
      plumbLine(in: &svg)
      for (index, row) in rows.enumerated() {
        texts(of: row, top: headerHeight + rowHeight * Double(index), in: &svg)
      }
      if hidden > 0 {
        svg.element(
          "text", ["class": "chart-muted", "x": 0, "y": .number(plotBottom + weight + 20)],
          text: Words.moreRows(hidden))
        svg.newline()
      }
    }
  }

  private func x(_ number: Double) -> Double {
    plotLeft + (number - low) / (high - low) * (plotRight - plotLeft)
  }

  private func header(in svg: inout SVGWriter) {
    guard !chart.unit.isEmpty else { return }
    let isWide = width == .wide
    svg.element(
      "text",
      [
        "class": "chart-muted", "x": .number(isWide ? plotLeft : width.units), "y": 13,
        "text-anchor": isWide ? .absent : "end",
      ], text: TextMeasure.truncated(chart.unit, to: isWide ? width.units - plotLeft : width.units))
    svg.newline()
  }

  private func plumbLine(in svg: inout SVGWriter) {
    guard let reference else { return }
    let place = x(reference.value.number)
    PlumbLine.vertical(x: place, from: headerHeight - 4, to: plotBottom + 2, in: &svg)
    PlumbLine.label(
      Words.labelled(reference.label, reference.value), x: place, y: headerHeight - 9, within: width.units,
      in: &svg)
  }

  private func draw(_ row: RankedBars.Row, top: Double, hatch: SVGWriter.Attribute, in svg: inout SVGWriter) {
    let barTop = width == .wide ? top + (rowHeight - barHeight) / 2 : top + 23
    svg.mark(title: Words.titled(row.label, row.value.words), href: Link.safe(row.href)) { svg in
      // The whole row answers to the pointer, not the bar alone.
      svg.element(
        "rect",
        [
          "class": "chart-hit", "x": 0, "y": .number(top), "width": .number(width.units),
          "height": .number(rowHeight),
        ])
      bar(of: row, top: barTop, hatch: hatch, in: &svg)
    }
  }

  private func bar(of row: RankedBars.Row, top: Double, hatch: SVGWriter.Attribute, in svg: inout SVGWriter) {
    guard let value = row.value.drawable else {
      svg.element(
        "rect",
        [
          "class": "chart-missing", "fill": hatch, "x": .number(x(0)), "y": .number(top), "width": 28,
          "height": .number(barHeight),
        ])
      return
    }
    let ends = (x(Swift.min(0, value.number)), x(Swift.max(0, value.number)))
    let isQuiet = hasHighlight && !row.isHighlighted
    svg.element(
      "rect",
      [
        "class": isQuiet ? "chart-bar chart-quiet" : "chart-bar", "x": .number(ends.0), "y": .number(top),
        "width": .number(ends.1 - ends.0), "height": .number(barHeight),
      ])
  }

  /// Name and value. They are drawn after the plumb line and hidden from screen readers, to which the row has
  /// already given both.
  private func texts(of row: RankedBars.Row, top: Double, in svg: inout SVGWriter) {
    let baseline = width == .wide ? top + rowHeight / 2 + 4.5 : top + 17
    let strong = row.isHighlighted ? " chart-strong" : ""
    let name = Link.safe(row.href) == nil ? "chart-rim" : "chart-rim chart-link"
    svg.element(
      "text", ["class": .text(name + strong), "x": 0, "y": .number(baseline), "aria-hidden": "true"],
      text: TextMeasure.truncated(row.label, to: labelWidth, isStrong: row.isHighlighted))
    let isAtEnd = width == .narrow || (row.value.drawable?.number ?? 0) < 0
    let value = row.value.drawable == nil ? "chart-rim chart-muted" : "chart-rim chart-value"
    svg.element(
      "text",
      [
        "class": .text(value + strong), "x": .number(width == .wide ? valueBegin(of: row) : width.units),
        "y": .number(baseline), "text-anchor": isAtEnd ? "end" : .absent, "aria-hidden": "true",
      ], text: row.value.words)
    svg.newline()
  }

  /// Beside the end of the bar; beyond the plumb line if that would strike out the number.
  private func valueBegin(of row: RankedBars.Row) -> Double {
    let value = row.value.drawable
    let direction = (value?.number ?? 0) < 0 ? -1.0 : 1
    let begin = (value.map { x($0.number) } ?? x(0) + 28) + 6 * direction
    let textWidth = TextMeasure.width(row.value.words, isStrong: row.isHighlighted)
    guard let line = reference.map({ x($0.value.number) }),
      (-3...textWidth + 3).contains((line - begin) * direction)
    else { return begin }
    return line + 6 * direction
  }
}
