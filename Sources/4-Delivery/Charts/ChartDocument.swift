extension Chart {
  /// The drawing as a file of its own, to copy or to send: with its title, its description, its legend and its own
  /// light colours on white. Such a file carries a style sheet, so it is served as a download, never inside a page.
  public func document() -> String {
    ChartDocument(self).svg()
  }
}

/// Lays out a drawing that stands alone.
private struct ChartDocument {
  private static let margin = 24.0
  private static let width = 688.0
  private static var room: Double { width - 2 * margin }

  /// The page's light colours, for a file that no page accompanies.
  private static let colours = """
    svg { --text: #17212B; --muted: #55616D; --brand: #0B4F6C; --hairline: #DCD8CF; --attention: #8F4B00;
      --reference: #8F4B00; --chart-ground: #FFFFFF; --map-0: #E3EEF2; --map-1: #C3DCE6; --map-2: #9CC5D6;
      --map-3: #6FA9C1; --map-4: #4389A6; --map-5: #1F6886; --map-6: #083C52;
      font-family: Inter, "Open Sans", system-ui, "Segoe UI", Roboto, sans-serif; }
    .chart-document { fill: #FFFFFF; }
    .chart .chart-document-title { font-size: 18px; font-weight: 600; }

    """

  private let titleLines: [String]
  private let descriptionLines: [String]
  private let drawings: [Drawing]
  private let height: Double

  /// A drawing and where it stands in the file.
  private struct Drawing {
    let content: Substring
    let className: Substring
    let viewBox: Substring
    let x: Double
    let y: Double
    let width: Double
    let height: Double
  }

  init(_ chart: some Chart) {
    titleLines = Self.wrapped(chart.title, fontSize: 18)
    let note = (chart as? any MapChart)?.note.map { [$0] } ?? []
    descriptionLines = ([chart.description] + note).flatMap {
      Self.wrapped($0, fontSize: TextMeasure.fontSize)
    }
    let top = Self.margin + Double(titleLines.count) * 24 + Double(descriptionLines.count) * 19 + 16
    var drawings: [Drawing] = []
    if let map = chart as? any MapChart {
      drawings.append(contentsOf: Self.drawing(map.svg(), x: Self.margin, y: top, width: 420))
      if !map.legend.rows.isEmpty {
        drawings.append(contentsOf: Self.drawing(map.legendSVG(), x: Self.margin + 440, y: top, width: 200))
      }
    } else {
      drawings.append(contentsOf: Self.drawing(chart.svg(), x: Self.margin, y: top, width: Self.room))
    }
    self.drawings = drawings
    height = (drawings.map { $0.y + $0.height }.max() ?? top) + Self.margin
  }

  func svg() -> String {
    var svg = SVGWriter(reservingBytes: drawings.reduce(8_192) { $0 + $1.content.utf8.count })
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": .number(Self.width), "height": .number(height),
        "viewBox": .text("0 0 \(Self.width) \(height)"),
      ]
    ) { svg in
      svg.element("style") { $0.verbatim(Self.colours + styleSheet) }
      svg.element(
        "rect", ["class": "chart-document", "width": .number(Self.width), "height": .number(height)])
      texts(in: &svg)
      for drawing in drawings {
        // The class moves to a group: on the drawing itself it would make it as wide as the file.
        svg.element("g", ["class": .text(String(drawing.className))]) { svg in
          svg.element(
            "svg",
            [
              "x": .number(drawing.x), "y": .number(drawing.y), "width": .number(drawing.width),
              "height": .number(drawing.height), "viewBox": .text(String(drawing.viewBox)),
            ]
          ) { $0.verbatim(drawing.content) }
        }
      }
    }
    return svg.text
  }

  private func texts(in svg: inout SVGWriter) {
    svg.element("g", ["class": "chart", "aria-hidden": "true"]) { svg in
      var y = Self.margin
      for line in titleLines {
        y += 24
        svg.element(
          "text", ["class": "chart-document-title", "x": .number(Self.margin), "y": .number(y - 6)],
          text: line)
      }
      for line in descriptionLines {
        y += 19
        svg.element(
          "text", ["class": "chart-muted", "x": .number(Self.margin), "y": .number(y - 4)], text: line)
      }
    }
  }

  /// Takes a drawing of this target apart: class, box and content. None for a text that is no such drawing.
  private static func drawing(_ svg: String, x: Double, y: Double, width: Double) -> [Drawing] {
    guard let match = svg.firstMatch(of: /class="([^"]*)"[^>]*viewBox="(0 0 ([0-9.]+) ([0-9.]+))">/),
      let end = svg.ranges(of: "</svg>").last, let unitsWide = Double(match.3),
      let unitsHigh = Double(match.4)
    else { return [] }
    // Away from the product its links lead nowhere.
    let content = svg[match.range.upperBound..<end.lowerBound].replacing(/<a href="[^"]*"/, with: "<a")
    return [
      Drawing(
        content: content, className: match.1, viewBox: match.2, x: x, y: y, width: width,
        height: unitsHigh / unitsWide * width)
    ]
  }

  private static func wrapped(_ text: String, fontSize: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, TextMeasure.width("\(last) \(word)", fontSize: fontSize) <= room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
