/// Lays out and draws a histogram.
struct HistogramDrawing {
  private let chart: Histogram
  private let width: ChartWidth
  private let bins: [HistogramBins.Bin]
  private let step: Double

  private let plotLeft = 12.0
  private let plotRight: Double
  private let plotTop: Double
  private let plotBottom: Double
  /// User units of one interval; the interval without end stands one gap apart and is as wide.
  private let binWidth: Double
  private let tailGap = 10.0
  private let highest: Int

  init(_ chart: Histogram, bins: HistogramBins, width: ChartWidth) {
    self.chart = chart
    self.width = width
    self.bins = bins.bins
    step = bins.step
    plotRight = width.units - 12
    plotTop = chart.reference == nil ? 24 : 46
    plotBottom = plotTop + (width == .wide ? 190 : 150)
    let hasTail = bins.bins.last?.high == .infinity
    binWidth = (plotRight - plotLeft - (hasTail ? tailGap : 0)) / Double(bins.bins.count)
    highest = Swift.max(1, bins.bins.map(\.count).max() ?? 1)
  }

  func svg() -> String {
    // From the axis down: limits, the highlighted place, the unit, places without data.
    let pointed = plotBottom + 22 + (chart.highlighted == nil ? 0 : 28)
    let footer = pointed + (chart.unit.isEmpty ? 0 : 18)
    let notes = chart.missing == 0 ? 0.0 : 20
    let root = ChartRoot(
      id: chart.id(width), of: chart, className: width.className, width: width.units,
      height: footer + notes + 2)
    return root.svg { svg in
      for index in bins.indices { bar(index, in: &svg) }
      axis(in: &svg)
      if !chart.unit.isEmpty {
        svg.element(
          "text",
          [
            "class": "chart-muted", "x": .number(width.units / 2), "y": .number(footer - 4),
            "text-anchor": "middle",
          ],
          text: TextMeasure.truncated(chart.unit, to: width.units))
        svg.newline()
      }
      if let reference = chart.reference {
        let place = x(reference.value.number)
        PlumbLine.vertical(x: place, from: 20, to: plotBottom - PlumbLine.weightLength, in: &svg)
        PlumbLine.label(
          Words.labelled(reference.label, reference.value), x: place, y: 14, within: width.units, in: &svg)
      }
      for index in bins.indices { count(index, in: &svg) }
      if let highlighted = chart.highlighted { pointer(highlighted, in: &svg) }
      if chart.missing > 0 {
        svg.element(
          "text", ["class": "chart-muted", "x": 0, "y": .number(footer + notes - 4)],
          text: Words.withoutData(chart.missing))
        svg.newline()
      }
    }
  }

  private func left(of index: Int) -> Double {
    plotLeft + binWidth * Double(index) + (bins[index].high.isFinite ? 0 : tailGap)
  }

  /// A number within the intervals; beyond them, the middle of the interval without end or the end of the last.
  private func x(_ number: Double) -> Double {
    let first = bins[0].low
    let regular = bins.count { $0.high.isFinite }
    let place = (number - first) / step
    if place > Double(regular), bins.count > regular { return left(of: regular) + binWidth / 2 }
    return plotLeft + Swift.min(Swift.max(place, 0), Double(regular)) * binWidth
  }

  private func position(of number: Double) -> Int {
    let place = ((number - bins[0].low) / step + 1e-9).rounded(.down)
    return Int(Swift.min(Swift.max(place, 0), Double(bins.count - 1)))
  }

  private func height(of index: Int) -> Double {
    Double(bins[index].count) / Double(highest) * (plotBottom - plotTop - 18)
  }

  private func bar(_ index: Int, in svg: inout SVGWriter) {
    let bin = bins[index]
    let isQuiet = chart.highlighted.map { position(of: $0.value.number) != index } ?? false
    svg.mark(title: Words.titled(chart.words(bin), Words.count(bin.count)), href: nil) { svg in
      svg.element(
        "rect",
        [
          "class": "chart-hit", "x": .number(left(of: index)), "y": .number(plotTop),
          "width": .number(binWidth),
          "height": .number(plotBottom - plotTop),
        ])
      guard bin.count > 0 else { return }
      svg.element(
        "rect",
        [
          "class": isQuiet ? "chart-bar chart-quiet" : "chart-bar", "x": .number(left(of: index) + 1),
          "y": .number(plotBottom - height(of: index)), "width": .number(Swift.max(binWidth - 2, 1)),
          "height": .number(height(of: index)),
        ])
    }
  }

  private func count(_ index: Int, in svg: inout SVGWriter) {
    guard bins[index].count > 0 else { return }
    let label = Words.grouped(bins[index].count)
    var centre = left(of: index) + binWidth / 2
    // The plumb line never strikes out a number: the number steps aside.
    let apart = TextMeasure.width(label) / 2 + 5
    if let line = chart.reference.map({ x($0.value.number) }), abs(line - centre) < apart {
      centre = line <= centre ? line + apart : line - apart
    }
    svg.element(
      "text",
      [
        "class": "chart-value chart-rim", "x": .number(centre),
        "y": .number(plotBottom - height(of: index) - 5), "text-anchor": "middle",
      ], text: label)
    svg.newline()
  }

  private func axis(in svg: inout SVGWriter) {
    svg.element(
      "line",
      [
        "class": "chart-axis", "x1": .number(plotLeft), "y1": .number(plotBottom), "x2": .number(plotRight),
        "y2": .number(plotBottom),
      ])
    svg.newline()
    let regular = bins.filter(\.high.isFinite)
    var limits = regular.enumerated().map { (x: left(of: $0), label: chart.format($1.low)) }
    if let last = regular.last, bins.count == regular.count {
      limits.append((x: plotLeft + binWidth * Double(regular.count), label: chart.format(last.high)))
    }
    if let tail = bins.last, !tail.high.isFinite {
      limits.append((x: left(of: bins.count - 1) + binWidth / 2, label: chart.words(tail)))
    }
    draw(limits, in: &svg)
  }

  /// Every limit has its mark; names that would touch the one before are left out, the last one always stands.
  private func draw(_ limits: [(x: Double, label: String)], in svg: inout SVGWriter) {
    func extent(_ limit: (x: Double, label: String)) -> (left: Double, right: Double) {
      let half = TextMeasure.width(limit.label) / 2
      let centre = Swift.min(Swift.max(limit.x, half), width.units - half)
      return (centre - half, centre + half)
    }
    guard let last = limits.last else { return }
    var taken = -Double.infinity
    for (index, limit) in limits.enumerated() {
      let isLast = index == limits.count - 1
      let room = extent(limit)
      guard isLast || (room.left > taken + 6 && room.right + 6 < extent(last).left) else { continue }
      taken = room.right
      svg.element(
        "text",
        [
          "class": "chart-muted", "x": .number((room.left + room.right) / 2), "y": .number(plotBottom + 17),
          "text-anchor": "middle",
        ], text: limit.label)
      svg.newline()
    }
  }

  private func pointer(_ highlighted: (label: String, value: ChartValue), in svg: inout SVGWriter) {
    let place = x(highlighted.value.number)
    var path = PathText()
    path.move(place, plotBottom + 22)
    path.line(place + 5, plotBottom + 30)
    path.line(place - 5, plotBottom + 30)
    path.close()
    svg.element("path", ["class": "chart-pointer", "d": .text(path.text)])
    let full = Words.labelled(highlighted.label, highlighted.value)
    let shown = TextMeasure.truncated(full, to: width.units, isStrong: true)
    let half = TextMeasure.width(shown, isStrong: true) / 2
    svg.element(
      "text",
      [
        "class": "chart-strong", "x": .number(Swift.min(Swift.max(place, half), width.units - half)),
        "y": .number(plotBottom + 45), "text-anchor": "middle",
      ], text: shown)
    svg.newline()
  }
}
