/// What a map of dots and a map of areas have in common.
public protocol MapChart: Chart {
  /// Header of the values in table and legend.
  var unit: String { get }
  var legend: MapLegend { get }
  /// What must be known to read the map; words of this target, free of markup.
  var note: String? { get }
}

extension MapChart {
  static var className: String { "chart chart-map" }
  /// The drawing fits in a square of this many user units and is not higher than its content.
  static var box: Double { 480 }

  /// The legend as a whole `<svg>`.
  public func legendSVG() -> String {
    legend.svg(id: "\(id)-legend", title: title, unit: unit)
  }

  /// Map and legend, side by side where there is room, and what must be known to read the map.
  public func framed() -> String {
    let note = note.map { "\n<p class=\"chart-note\">\($0)</p>" } ?? ""
    let legend = legend.rows.isEmpty ? "" : "\n\(legendSVG())"
    return "<div class=\"chart-frame chart-frame-map\">\n\(svg())\(legend)\(note)\n</div>"
  }

  func table(_ values: [(name: String, value: ChartValue?)]) -> TableEquivalent {
    TableEquivalent(
      caption: title, headers: [Words.place, unit.isEmpty ? Words.value : unit],
      rows: values.map { [$0.name, $0.value.words] })
  }
}
