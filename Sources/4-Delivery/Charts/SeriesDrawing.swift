import Vocabulary

/// Lays out and draws a series chart.
struct SeriesDrawing {
  private let chart: SeriesChart
  private let width: ChartWidth
  private let runs: [SeriesRuns]
  private let reference: (label: String, value: ChartValue)?
  private let axis: ValueAxis
  private let monthAxis: MonthAxis

  private let plotLeft: Double
  private let plotRight: Double
  private let plotTop: Double
  private let plotBottom: Double
  private let spacing: Double

  init(_ chart: SeriesChart, runs: [SeriesRuns], width: ChartWidth) {
    self.chart = chart
    self.width = width
    self.runs = runs
    reference = chart.reference.flatMap { $0.value.number.isFinite ? $0 : nil }
    let numbers = runs.flatMap { $0.runs.flatMap { $0.map(\.value.number) } }
    axis = ValueAxis(
      numbers + (reference.map { [$0.value.number] } ?? []), fromZero: chart.fromZero, format: chart.format)

    let tickWidth = axis.ticks.map { TextMeasure.width($0.label) }.max() ?? 0
    plotLeft = tickWidth + 8
    let labels = EndLabels.width(of: zip(chart.series, runs).map { ($0.label, $1.last?.value.label) })
    plotRight = width.units - 10 - Swift.min(labels, width == .wide ? 150 : 96)
    plotTop = chart.unit.isEmpty ? 12 : 30
    plotBottom = plotTop + (width == .wide ? 240 : 190)
    spacing =
      (plotRight - plotLeft) / Double(chart.months.upperBound.months(since: chart.months.lowerBound) + 1)
    monthAxis = MonthAxis(chart.months, spacing: spacing)
  }

  func svg() -> String {
    let root = ChartRoot(
      id: chart.id(width), of: chart, className: width.className, width: width.units, height: plotBottom + 40)
    return root.svg { svg in
      valueAxis(in: &svg)
      months(in: &svg)
      for (index, run) in runs.enumerated() {
        svg.element("g", ["class": .text("chart-series-\(index)")]) { svg in
          svg.newline()
          lines(of: run, in: &svg)
          marks(of: run, shape: index, label: chart.series[index].label, in: &svg)
        }
        svg.newline()
      }
      referenceLine(in: &svg)
      endLabels(in: &svg)
    }
  }

  private func x(_ offset: Int) -> Double { plotLeft + (Double(offset) + 0.5) * spacing }
  private func y(_ number: Double) -> Double { plotBottom - axis.share(number) * (plotBottom - plotTop) }

  private func valueAxis(in svg: inout SVGWriter) {
    if !chart.unit.isEmpty {
      svg.element(
        "text", ["class": "chart-muted", "x": 0, "y": 13],
        text: TextMeasure.truncated(chart.unit, to: width.units))
      svg.newline()
    }
    for tick in axis.ticks {
      let isZero = tick.number == 0
      svg.element(
        "line",
        [
          "class": isZero ? "chart-axis" : "chart-grid", "x1": .number(plotLeft),
          "y1": .number(y(tick.number)),
          "x2": .number(plotRight), "y2": .number(y(tick.number)),
        ])
      svg.element(
        "text",
        [
          "class": "chart-muted", "x": .number(plotLeft - 8), "y": .number(y(tick.number) + 4.5),
          "text-anchor": "end",
        ], text: tick.label)
      svg.newline()
    }
  }

  private func months(in svg: inout SVGWriter) {
    for tick in monthAxis.ticks {
      var line = plotBottom + 18
      svg.element(
        "line",
        [
          "class": "chart-axis", "x1": .number(x(tick.offset)), "y1": .number(plotBottom),
          "x2": .number(x(tick.offset)),
          "y2": .number(plotBottom + 4),
        ])
      for name in [tick.month, tick.year] {
        guard let name else { continue }
        svg.element(
          "text",
          [
            "class": "chart-muted", "x": .number(x(tick.offset)), "y": .number(line), "text-anchor": "middle",
          ],
          text: name)
        line += 16
      }
      svg.newline()
    }
  }

  private func lines(of series: SeriesRuns, in svg: inout SVGWriter) {
    var path = PathText()
    for run in series.runs where run.count > 1 || chart.stepped {
      for (index, point) in run.enumerated() {
        let height = y(point.value.number)
        guard chart.stepped else {
          if index == 0 { path.move(x(point.offset), height) } else { path.line(x(point.offset), height) }
          continue
        }
        // A step spans its month; the rise stands between two months.
        let left = x(point.offset) - spacing / 2
        if index == 0 { path.move(left, height) } else { path.line(left, height) }
        path.line(left + spacing, height)
      }
    }
    guard !path.isEmpty else { return }
    svg.element("path", ["class": "chart-line", "d": .text(path.text)])
    svg.newline()
  }

  /// Every month answers to the pointer; a shape is seen where there is room, at the end, and on a lone point, which
  /// has no line to be seen by.
  private func marks(of series: SeriesRuns, shape: Int, label: String, in svg: inout SVGWriter) {
    let hasRoom = spacing >= 13 && !chart.stepped
    for (index, run) in series.runs.enumerated() {
      for (position, point) in run.enumerated() {
        let isLast = index == series.runs.count - 1 && position == run.count - 1
        let isLone = run.count == 1 && !chart.stepped
        let place = (x: x(point.offset), y: y(point.value.number))
        let title = Words.titled("\(label), \(Words.long(point.month))", point.value.label)
        svg.mark(title: title, href: nil) { svg in
          svg.element(
            "circle",
            [
              "class": "chart-hit", "cx": .number(place.x), "cy": .number(place.y),
              "r": .number(Swift.max(4, Swift.min(12, spacing / 2))),
            ])
          guard hasRoom || isLast || isLone else { return }
          Marker.draw(shape, at: place, size: isLast || isLone ? 4 : 3, in: &svg)
        }
      }
    }
  }

  private func referenceLine(in svg: inout SVGWriter) {
    guard let reference else { return }
    let height = y(reference.value.number)
    PlumbLine.level(y: height, from: plotLeft, to: plotRight - PlumbLine.weightLength, in: &svg)
    let shown = TextMeasure.truncated(
      Words.labelled(reference.label, reference.value), to: plotRight - plotLeft - 20)
    svg.element(
      "text",
      [
        "class": "chart-reference-label chart-rim", "x": .number(plotLeft + 6),
        "y": .number(labelY(above: height, shown)),
      ],
      text: shown)
    svg.newline()
  }

  /// Above the line, or below it where the data lie above: the label covers as little of them as it can.
  private func labelY(above height: Double, _ text: String) -> Double {
    let end = plotLeft + 6 + TextMeasure.width(text)
    let near = runs.flatMap { $0.runs.joined() }.filter { x($0.offset) <= end + 8 }.map { y($0.value.number) }
    let above = near.filter { $0 > height - 22 && $0 < height }.count
    let below = near.filter { $0 < height + 22 && $0 > height }.count
    let hasRoomAbove = height - 20 >= plotTop - 12
    return above <= below && hasRoomAbove || height + 22 > plotBottom ? height - 6 : height + 16
  }

  private func endLabels(in svg: inout SVGWriter) {
    let ends = zip(chart.series, runs).enumerated().compactMap { index, pair -> EndLabels.End? in
      guard let last = pair.1.last else { return nil }
      return EndLabels.End(
        series: index, label: pair.0.label, value: last.value.label, x: x(last.offset),
        y: y(last.value.number))
    }
    EndLabels.draw(ends, left: plotRight + 10, right: width.units, top: plotTop, bottom: plotBottom, in: &svg)
  }
}
