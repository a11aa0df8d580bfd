/// A small line inside a text or a table cell. It is hidden from screen readers: the same must stand beside it in words.
public struct Sparkline: Sendable {
  /// Evenly spaced in time; nothing is a gap.
  public let values: [Double?]
  public let reference: Double?

  static let width = 96.0
  static let height = 24.0

  public init(values: [Double?], reference: Double? = nil) {
    self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    self.reference = reference.flatMap { $0.isFinite ? $0 : nil }
  }

  public func svg() -> String {
    var svg = SVGWriter(reservingBytes: 512)
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart-spark", "aria-hidden": "true",
        "focusable": "false",
        "viewBox": "0 0 96 24", "preserveAspectRatio": "xMinYMid meet",
      ]
    ) { svg in
      draw(in: &svg)
    }
    return svg.text
  }

  private func draw(in svg: inout SVGWriter) {
    let numbers = values.compactMap(\.self) + (reference.map { [$0] } ?? [])
    guard let low = numbers.min(), let high = numbers.max() else { return }
    let margin = 4.0
    let step = values.count > 1 ? (Self.width - 2 * margin) / Double(values.count - 1) : 0
    // Values that are all alike run through the middle: at the bottom they would look like zero.
    func y(_ number: Double) -> Double {
      high > low
        ? Self.height - margin - (number - low) / (high - low) * (Self.height - 2 * margin) : Self.height / 2
    }
    if let reference {
      svg.element(
        "line",
        [
          "class": "chart-reference", "x1": 0, "y1": .number(y(reference)), "x2": 96,
          "y2": .number(y(reference)),
        ])
    }
    var path = PathText()
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let x = margin + step * Double(index)
      let follows = index > 0 && values[index - 1] != nil
      let precedes = index + 1 < values.count && values[index + 1] != nil
      if follows {
        path.line(x, y(value))
      } else if precedes {
        path.move(x, y(value))
      } else {
        dot(x, y(value), radius: 1.5, in: &svg)
      }
    }
    if !path.isEmpty { svg.element("path", ["class": "chart-line", "d": .text(path.text)]) }
    guard let last = values.lastIndex(where: { $0 != nil }), let value = values[last] else { return }
    dot(margin + step * Double(last), y(value), radius: 2.5, in: &svg)
  }

  private func dot(_ x: Double, _ y: Double, radius: Double, in svg: inout SVGWriter) {
    svg.element(
      "circle", ["class": "chart-marker", "cx": .number(x), "cy": .number(y), "r": .number(radius)])
  }
}
