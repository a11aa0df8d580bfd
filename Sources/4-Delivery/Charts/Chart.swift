/// A drawing of values as SVG text. Colours come only from the classes and custom properties of the page, so that one
/// drawing serves light, dark and print.
public protocol Chart: Sendable {
  /// Begins every `id` inside the drawing; one on a page.
  var id: String { get }
  /// Says the message.
  var title: String { get }
  /// Says measure, unit, period and source.
  var description: String { get }
  var table: TableEquivalent { get }

  /// A whole `<svg>` element without fixed size: it takes the width it is given.
  func svg() -> String
  /// HTML: the drawing as it should stand on a page, in whatever widths and with whatever legend it needs.
  func framed() -> String
}

/// For which room a chart with text is drawn. Text in an SVG shrinks with it, so that one drawing cannot serve a
/// telephone and a projector.
public enum ChartWidth: Sendable, CaseIterable {
  /// 328 units: a telephone of 360 px less its margins, one unit a pixel.
  case narrow
  /// 640 units.
  case wide

  var units: Double {
    switch self {
    case .narrow: 328
    case .wide: 640
    }
  }

  var className: String {
    switch self {
    case .narrow: "chart chart-narrow"
    case .wide: "chart chart-wide"
    }
  }
}

/// A chart that is laid out anew for each width.
public protocol TwoWidthChart: Chart {
  func svg(_ width: ChartWidth) -> String
}

extension TwoWidthChart {
  public func svg() -> String { svg(.wide) }

  /// Both widths; the style sheet shows the one that fits the room and hides the other, from screen readers too.
  public func framed() -> String {
    "<div class=\"chart-frame\">\n\(svg(.wide))\n\(svg(.narrow))\n</div>"
  }

  /// Two drawings on a page need different ids.
  func id(_ width: ChartWidth) -> String {
    width == .wide ? id : "\(id)-narrow"
  }
}

/// What every drawing has around it.
struct ChartRoot {
  let id: String
  let title: String
  let description: String
  let className: String
  let width: Double
  let height: Double
  /// Links inside an element of role `img` do not exist for a screen reader: with links the drawing is a group.
  var hasLinks = false
  var hasHatch = false
  var reservedBytes = 4_096

  init(id: String, title: String, description: String, className: String, width: Double, height: Double) {
    self.id = Self.safe(id)
    self.title = title
    self.description = description
    self.className = className
    self.width = width
    self.height = height
  }

  init(id: String, of chart: some Chart, className: String, width: Double, height: Double) {
    self.init(
      id: id, title: chart.title, description: chart.description, className: className, width: width,
      height: height)
  }

  var hatch: SVGWriter.Attribute { .text("url(#\(id)-hatch)") }

  func svg(_ content: (inout SVGWriter) -> Void) -> String {
    var svg = SVGWriter(reservingBytes: reservedBytes)
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": .text(className), "role": hasLinks ? "group" : "img",
        "aria-labelledby": .text("\(id)-title \(id)-desc"), "viewBox": .text(viewBox),
      ]
    ) { svg in
      svg.newline()
      svg.element("title", ["id": .text("\(id)-title")], text: title)
      svg.newline()
      svg.element("desc", ["id": .text("\(id)-desc")], text: description)
      svg.newline()
      if hasHatch { Hatch.define(id: "\(id)-hatch", in: &svg) }
      content(&svg)
    }
    return svg.text
  }

  /// A drawing with one sentence, for when there is nothing to draw.
  static func empty(id: String, of chart: some Chart, className: String, width: Double) -> String {
    Self(id: id, of: chart, className: className, width: width, height: 48).svg { svg in
      svg.element("text", ["class": "chart-muted", "x": 0, "y": 28], text: Words.nothingToDraw)
      svg.newline()
    }
  }

  private var viewBox: String {
    var bytes: [UInt8] = Array("0 0 ".utf8)
    bytes.append(tenthsOf: width)
    bytes.append(0x20)
    bytes.append(tenthsOf: height)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An id is also used in `url(#…)` and in a list parted by spaces: other characters would break both.
  private static func safe(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
  }
}

/// "No data": hatched, so that it is no colour of the scale, in greyscale either.
enum Hatch {
  static func define(id: String, in svg: inout SVGWriter) {
    svg.element("defs") { svg in
      svg.element(
        "pattern",
        [
          "id": .text(id), "width": 5, "height": 5, "patternUnits": "userSpaceOnUse",
          "patternTransform": "rotate(45)",
        ]
      ) { $0.element("line", ["class": "chart-hatch", "x1": 1, "y1": 0, "x2": 1, "y2": 5]) }
    }
    svg.newline()
  }
}
